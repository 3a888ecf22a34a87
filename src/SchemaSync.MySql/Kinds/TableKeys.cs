namespace SchemaSync.MySql.Kinds;

/// <summary>Keys and indexes as the servers see them: a unique constraint is an index, and a foreign key needs one.</summary>
internal static class TableKeys
{
    /// <summary>Marks an index that queries do not use, on a key that the model has no flag for.</summary>
    public const string Invisible = "INVISIBLE";

    /// <summary>How the catalogue calls an index over vectors (MariaDB).</summary>
    public const string Vector = "VECTOR";

    /// <summary>The access method of a unique key, where it is not the engine's own.</summary>
    public const string Using = "USING";

    /// <summary>The access method that an engine gives a key of which nothing is said.</summary>
    public static string DefaultMethod(string? engine) =>
        string.Equals(engine, "MEMORY", StringComparison.OrdinalIgnoreCase) ? "HASH" : "BTREE";

    /// <summary>The parameters of an index over vectors, in one spelling each; the server keeps them as they were written.</summary>
    public static EquatableArray<TableOption> Parameters(IEnumerable<TableOption> options) =>
        TableOptions.Order(options.Select(o => o with { Value = o.Value.Trim('\'').ToLowerInvariant() }));

    /// <summary>The options of a unique key that was an index.</summary>
    public static EquatableArray<TableOption> OptionsOf(Index index) =>
    [
        .. index.Invisible ? (IEnumerable<TableOption>)[new(Invisible)] : [],
        .. index.Method is { } method ? (IEnumerable<TableOption>)[new(Using, method)] : [],
    ];

    /// <summary>The indexes that the server makes for foreign keys whose columns lead
    /// no index yet (manual, FOREIGN KEY Constraints).</summary>
    public static IEnumerable<Index> Implied(Table table)
    {
        var keys = new List<EquatableArray<IndexPart>>([.. table.Indexes.Where(i => i.Method is null).Select(i => i.Columns),
            .. table.UniqueConstraints.Select(u => u.Columns)]);
        if (table.PrimaryKey is { } primary) keys.Add(primary.Columns);
        var names = new HashSet<string>(table.Indexes.Select(i => i.Name.Value).Concat(table.UniqueConstraints.Select(u => u.Name.Value)),
            StringComparer.OrdinalIgnoreCase);
        foreach (var foreignKey in table.ForeignKeys)
        {
            if (keys.Any(k => Leads(k, foreignKey.Columns))) continue;
            var parts = foreignKey.Columns.Select(c => new IndexPart { Column = c }).ToEquatableArray();
            keys.Add(parts);
            yield return new Index
            {
                Name = Free(foreignKey.Name.IsEmpty ? foreignKey.Columns[0].Value : foreignKey.Name.Value, names),
                Columns = parts,
            };
        }
    }

    /// <summary>Whether a key begins with these columns in whatever order, each as a whole.</summary>
    public static bool Leads(EquatableArray<IndexPart> key, EquatableArray<Identifier> columns) =>
        key.Count >= columns.Count && columns.Select((c, i) => (c, i)).All(x => key[x.i] is { Expression: null, PrefixLength: null } part
            && string.Equals(part.Column.Value, x.c.Value, StringComparison.OrdinalIgnoreCase));

    private static Identifier Free(string wanted, HashSet<string> taken)
    {
        var name = wanted;
        for (var n = 2; !taken.Add(name); n++) name = FormattableString.Invariant($"{wanted}_{n}");
        return new(name);
    }
}
