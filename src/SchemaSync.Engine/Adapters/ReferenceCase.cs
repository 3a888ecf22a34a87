namespace SchemaSync.Engine;

/// <summary>
/// Gives every reference the case of the object it refers to, for providers that ignore case in names: otherwise
/// two spellings of one schema would differ.
/// </summary>
internal static class ReferenceCase
{
    /// <summary>Rewrites keys, foreign keys and trigger heads; names of the objects themselves stay.</summary>
    public static IEnumerable<SchemaObject> Align(IReadOnlyList<SchemaObject> objects, StringComparer names)
    {
        var owners = new Dictionary<string, SchemaObject>(names);
        foreach (var subject in objects.Where(o => o is Table or View)) owners.TryAdd(subject.Name.Value, subject);
        return objects.Select(subject => subject switch
        {
            Table table => Align(table, owners, names),
            Trigger trigger => Align(trigger, owners, names),
            _ => subject,
        });
    }

    private static Trigger Align(Trigger trigger, Dictionary<string, SchemaObject> owners, StringComparer names) =>
        !owners.TryGetValue(trigger.On.Value, out var owner)
            ? trigger
            : trigger with { On = owner.Name, UpdateOf = owner is Table table ? Columns(table, trigger.UpdateOf, names) : trigger.UpdateOf };

    private static Table Align(Table table, Dictionary<string, SchemaObject> owners, StringComparer names) => table with
    {
        PrimaryKey = table.PrimaryKey is { } key ? key with { Columns = Parts(table, key.Columns, names) } : null,
        UniqueConstraints = table.UniqueConstraints.Select(u => u with { Columns = Parts(table, u.Columns, names) }).ToEquatableArray(),
        Indexes = table.Indexes.Select(i => i with { Columns = Parts(table, i.Columns, names), Include = Columns(table, i.Include, names) }).ToEquatableArray(),
        ForeignKeys = table.ForeignKeys.Select(f => Align(table, f, owners, names)).ToEquatableArray(),
    };

    private static ForeignKey Align(Table table, ForeignKey foreignKey, Dictionary<string, SchemaObject> owners, StringComparer names)
    {
        var own = foreignKey with { Columns = Columns(table, foreignKey.Columns, names) };
        if (!owners.TryGetValue(foreignKey.ReferencedTable.Value, out var owner) || owner is not Table parent) return own;
        var referenced = own.ReferencedColumns.IsEmpty && parent.PrimaryKey is { } key
            ? key.Columns.Select(p => p.Column).ToEquatableArray()
            : own.ReferencedColumns;
        return own with { ReferencedTable = parent.Name, ReferencedColumns = Columns(parent, referenced, names) };
    }

    private static EquatableArray<IndexPart> Parts(Table table, EquatableArray<IndexPart> parts, StringComparer names) =>
        parts.Select(p => p.Column.IsEmpty ? p : p with { Column = Column(table, p.Column, names) }).ToEquatableArray();

    private static EquatableArray<Identifier> Columns(Table table, EquatableArray<Identifier> columns, StringComparer names) =>
        columns.Select(c => Column(table, c, names)).ToEquatableArray();

    private static Identifier Column(Table table, Identifier name, StringComparer names)
    {
        foreach (var column in table.Columns)
        {
            if (names.Equals(column.Name.Value, name.Value)) return column.Name;
        }

        return name;
    }
}
