namespace SchemaSync.Engine.Adapters;

/// <summary>
/// Gives every reference the case of the object it refers to, for providers that ignore case in names: otherwise
/// two spellings of one schema would differ.
/// </summary>
public static class ReferenceCase
{
    /// <summary>Rewrites keys, foreign keys and trigger heads; names of the objects themselves stay.</summary>
    public static IEnumerable<TopLevelObject> Align(IReadOnlyList<TopLevelObject> objects, StringComparer names)
    {
        var owners = new Dictionary<QualifiedName, TopLevelObject>(new QualifiedNameComparer(names));
        foreach (var subject in objects.Where(o => o is Table or View)) owners.TryAdd(subject.Name, subject);
        return objects.Select(subject => subject switch
        {
            Table table => Align(table, owners, names),
            Trigger trigger => Align(trigger, owners, names),
            _ => subject,
        });
    }

    private static Trigger Align(Trigger trigger, Dictionary<QualifiedName, TopLevelObject> owners, StringComparer names) =>
        !owners.TryGetValue(trigger.On, out var owner)
            ? trigger
            : trigger with
            {
                On = owner.Name,
                UpdateOf = owner is Table table ? Columns(table, trigger.UpdateOf, names) : trigger.UpdateOf,
            };

    private static Table Align(Table table, Dictionary<QualifiedName, TopLevelObject> owners, StringComparer names)
    {
        // Almost every name has the right case already: what stays is not copied.
        var key = table.PrimaryKey is { } own && Parts(table, own.Columns, names) is var parts && parts != own.Columns
            ? own with { Columns = parts }
            : table.PrimaryKey;
        var uniques = table.UniqueConstraints.Map(u =>
            Parts(table, u.Columns, names) is var columns && columns == u.Columns ? u : u with { Columns = columns });
        var indexes = table.Indexes.Map(i => Align(table, i, names));
        var foreignKeys = table.ForeignKeys.Map(f => Align(table, f, owners, names));
        return ReferenceEquals(key, table.PrimaryKey) && uniques == table.UniqueConstraints
            && indexes == table.Indexes && foreignKeys == table.ForeignKeys
            ? table
            : table with { PrimaryKey = key, UniqueConstraints = uniques, Indexes = indexes, ForeignKeys = foreignKeys };
    }

    private static Index Align(Table table, Index index, StringComparer names)
    {
        var columns = Parts(table, index.Columns, names);
        var include = Columns(table, index.Include, names);
        return columns == index.Columns && include == index.Include ? index : index with { Columns = columns, Include = include };
    }

    private static ForeignKey Align(Table table, ForeignKey foreignKey,
        Dictionary<QualifiedName, TopLevelObject> owners, StringComparer names)
    {
        var columns = Columns(table, foreignKey.Columns, names);
        var (target, referenced) = (foreignKey.ReferencedTable, foreignKey.ReferencedColumns);
        if (owners.TryGetValue(target, out var owner) && owner is Table parent)
        {
            if (referenced.IsEmpty && parent.PrimaryKey is { } key) referenced = key.Columns.Select(p => p.Column).ToEquatableArray();
            (target, referenced) = (parent.Name, Columns(parent, referenced, names));
        }

        return columns == foreignKey.Columns && target == foreignKey.ReferencedTable && referenced == foreignKey.ReferencedColumns
            ? foreignKey
            : foreignKey with { Columns = columns, ReferencedTable = target, ReferencedColumns = referenced };
    }

    private static EquatableArray<IndexPart> Parts(Table table, EquatableArray<IndexPart> parts, StringComparer names) =>
        parts.Map(p => p.Column.IsEmpty || Column(table, p.Column, names) is var name && name == p.Column ? p : p with { Column = name });

    private static EquatableArray<Identifier> Columns(Table table, EquatableArray<Identifier> columns, StringComparer names) =>
        columns.Map(c => Column(table, c, names));

    private static Identifier Column(Table table, Identifier name, StringComparer names)
    {
        foreach (var column in table.Columns)
        {
            if (names.Equals(column.Name.Value, name.Value)) return column.Name;
        }

        return name;
    }
}
