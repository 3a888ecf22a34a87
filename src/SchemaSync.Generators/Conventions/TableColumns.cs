namespace SchemaSync.Generators.Conventions;

/// <summary>A column of a table of entities.</summary>
/// <param name="Member">The property's name, which no other in the table has.</param>
/// <param name="Name">The column's, as long as it is.</param>
internal sealed record TableColumn(Property Property, Entity Owner, string Member, string Name);

/// <summary>The columns of a table, which may be those of several entities: of classes that derive from it, or share it.</summary>
internal sealed class TableColumns
{
    private readonly List<TableColumn> _all = [];
    private readonly Dictionary<Property, TableColumn> _byProperty = [];

    public TableColumns(Entity table)
    {
        if (table.IsSplit) foreach (var key in table.Root.Key) Add(key, table);
        var held = table.Held.ToList();
        foreach (var entity in held)
        {
            if (entity.Sharing is { } other)
                foreach (var (own, shared) in entity.Key.Zip(other.Root.Key, (o, s) => (o, s))) _byProperty[own] = _byProperty[shared];
            foreach (var property in entity.Properties.Where(p => !p.IsShadow)) Add(property, entity);
        }

        // Of columns without a property the last has the plain name, as Entity Framework goes over them.
        held.Reverse();
        foreach (var entity in held)
            foreach (var property in entity.Properties.Where(p => p.IsShadow)) Add(property, entity);
    }

    public IReadOnlyList<TableColumn> All => _all;

    public TableColumn this[Property property] => _byProperty[property];

    // Of two classes with one name, the second has that of its class before it; two that say the name share the column.
    private void Add(Property property, Entity owner)
    {
        if (_byProperty.ContainsKey(property)) return;
        var same = _all.Find(c => c.Name == property.Column);
        if (same is { Property.HasColumn: true } && property.HasColumn)
        {
            _byProperty[property] = same;
            return;
        }

        var member = _all.Exists(c => c.Member == property.Name) ? $"{owner.Name}_{property.Name}" : property.Name;
        var column = new TableColumn(property, owner, member, same is null ? property.Column : $"{owner.Name}_{property.Column}");
        _all.Add(column);
        _byProperty[property] = column;
    }
}
