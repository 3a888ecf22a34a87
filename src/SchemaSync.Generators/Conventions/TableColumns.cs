using System.Globalization;

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
        foreach (var entity in InOrder(table))
        {
            if (entity.Sharing is { } other)
                foreach (var (own, shared) in entity.Key.Zip(other.Root.Key, (o, s) => (o, s))) _byProperty[own] = _byProperty[shared];
            // A class keeps its names beside those that it stores.
            foreach (var property in entity.Properties.Where(p => p.Part.Length == 0 || !IsOfBoth(p, entity))) Add(property, entity);
            foreach (var property in entity.Properties) Add(property, entity);
        }
    }

    public IReadOnlyList<TableColumn> All => _all;

    public TableColumn this[Property property] => _byProperty[property];

    // As Entity Framework goes over them: by name, each before those that are there already, or last where its base is among them.
    private static List<Entity> InOrder(Entity table)
    {
        var order = new List<Entity>();
        foreach (var entity in table.Held.Where(e => e.Root.Sharing is null).OrderBy(e => e.FullName, StringComparer.Ordinal))
            order.Insert(entity.Base is { } parent && order.Contains(parent) ? order.Count : 0, entity);
        return [.. order, .. table.Held.Where(e => e.Root.Sharing is not null)];
    }

    // Of two classes with one name, the second has that of its class before it; two that say the name share the column.
    private void Add(Property property, Entity owner)
    {
        if (_byProperty.ContainsKey(property)) return;
        var same = _all.Find(c => c.Name == property.Column);
        if (same is { Property.HasColumn: true } && property.HasColumn && !IsTwice(same, property, owner))
        {
            _byProperty[property] = same;
            return;
        }

        var member = _all.Exists(c => c.Member == property.Name) ? $"{owner.Name}_{property.Name}" : property.Name;
        var column = new TableColumn(property, owner, member,
            same is null || IsTwice(same, property, owner) ? property.Column : Free(property, owner));
        _all.Add(column);
        _byProperty[property] = column;
    }

    private static bool IsOfBoth(Property property, Entity entity) =>
        entity.Properties.Any(p => p.Part.Length == 0 && p.Column == property.Column);

    // With the class before it, where it does not begin like that, and a number where that is not enough.
    private string Free(Property property, Entity owner)
    {
        var prefix = property.Part.Length > 0 ? property.Part : owner.Name;
        var name = property.Column.StartsWith(prefix, StringComparison.Ordinal) ? property.Column : $"{prefix}_{property.Column}";
        var free = name;
        for (var i = 1; _all.Exists(c => c.Name == free); i++) free = name + i.ToString(CultureInfo.InvariantCulture);
        return free;
    }

    // Two properties of one row cannot be one column.
    private static bool IsTwice(TableColumn same, Property property, Entity owner) =>
        same.Property.HasColumn && property.HasColumn && same.Property.IsOwn && property.IsOwn
        && (owner.WithBases.Contains(same.Owner) || same.Owner.WithBases.Contains(owner));
}
