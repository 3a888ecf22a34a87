namespace SchemaSync.Engine.Proof;

/// <summary>
/// Takes back the names a scratch server gave to constraints that the declaration leaves unnamed: any name will do for
/// them, and a database that calls them otherwise is no different. In the same way a schema that says nothing about a comment may have any.
/// </summary>
internal static class GivenNames
{
    /// <summary>What was read, without names that nobody asked for.</summary>
    public static Snapshot Forget(Snapshot declared, Snapshot read)
    {
        var silent = declared.Objects.OfType<Schema>().Where(s => s.Comment is null).Select(s => s.Name).ToHashSet();
        if (silent.Count > 0)
            read = read.With(read.Objects.Select(o => o is Schema && silent.Contains(o.Name) ? o with { Comment = null } : o));
        var tables = declared.Tables.Where(HasUnnamed).ToDictionary(t => t.Name);
        return tables.Count == 0
            ? read
            : read.With(read.Objects.Select(o =>
                o is Table table && tables.TryGetValue(table.Name, out var source) ? Forget(source, table) : o));
    }

    private static bool HasUnnamed(Table table) => table.Children.Any(c => c is not Column && c.Name.IsEmpty);

    private static Table Forget(Table declared, Table read) => read with
    {
        PrimaryKey = read.PrimaryKey is { } key && declared.PrimaryKey is { Name.IsEmpty: true }
            ? key with { Name = default }
            : read.PrimaryKey,
        UniqueConstraints = Forget(declared.UniqueConstraints, read.UniqueConstraints),
        CheckConstraints = Forget(declared.CheckConstraints, read.CheckConstraints),
        ForeignKeys = Forget(declared.ForeignKeys, read.ForeignKeys),
        ExclusionConstraints = Forget(declared.ExclusionConstraints, read.ExclusionConstraints),
    };

    private static EquatableArray<T> Forget<T>(EquatableArray<T> declared, EquatableArray<T> read) where T : SchemaPart
    {
        if (declared.All(c => !c.Name.IsEmpty)) return read;
        var given = declared.Select(c => c.Name).ToHashSet();
        return read.Select(c => given.Contains(c.Name) ? c : c with { Name = default }).ToEquatableArray();
    }
}
