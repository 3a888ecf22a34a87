namespace SchemaSync.PostgreSql.Reading;

/// <summary>Tables and partitions out of catalogue rows.</summary>
internal sealed class TableReader(CatalogRows catalog)
{
    private readonly IndexReader _indexes = new(catalog);
    private readonly ConstraintReader _constraints = new(catalog);
    private readonly OpaqueFacets _opaque = new(catalog, new(catalog));
    private readonly Dictionary<(uint Table, int Column), ConstraintRow> _notNull = catalog.Constraints.SelectMany(g => g)
        .Where(c => c.Contype == "n").ToDictionary(c => (c.Relation, c.Columns[0]));
    private readonly Dictionary<(uint Table, int Column), SequenceRow> _identities = catalog.Sequences.Values.Where(s => s.IsIdentity)
        .ToDictionary(s => (s.Table, s.Column));

    /// <summary>The table of a row.</summary>
    public Table Read(RelationRow row)
    {
        // A partition of others' table is read as if it stood alone.
        var parent = row.Bound is null ? null : catalog.Relations.GetValueOrDefault(row.Parents[0]);
        var columns = catalog.ColumnsOf(row.Oid);
        var constraints = catalog.Constraints[row.Oid].Where(c => c.IsLocal && c.Parent == 0).ToList();
        var owned = catalog.Constraints[row.Oid].Select(c => c.Index).ToHashSet();
        return new()
        {
            Name = catalog.NameOf(row),
            Columns = parent is null ? columns.Values.OrderBy(c => c.Number).Select(Read).ToEquatableArray() : [],
            PrimaryKey = constraints.Where(c => c.Contype == "p").Select(c => _constraints.PrimaryKey(c, columns)).FirstOrDefault(),
            UniqueConstraints = constraints.Where(c => c.Contype == "u").Select(c => _constraints.Unique(c, columns))
                .OrderBy(c => c.Name).ToEquatableArray(),
            CheckConstraints = constraints.Where(c => c.Contype == "c").Select(ConstraintReader.Check)
                .OrderBy(c => c.Name).ToEquatableArray(),
            ForeignKeys = constraints.Where(c => c.Contype == "f" && !_opaque.IsOfExtension(c))
                .Select(c => _constraints.ForeignKey(c, columns)).OrderBy(c => c.Name).ToEquatableArray(),
            ExclusionConstraints = constraints.Where(c => c.Contype == "x")
                .Select(ConstraintReader.Exclusion).OrderBy(c => c.Name).ToEquatableArray(),
            Indexes = catalog.Indexes[row.Oid].Where(i => !i.IsPartition && (!owned.Contains(i.Oid) || IsReplacement(i)))
                .Select(i => _indexes.Read(i, columns)).OrderBy(i => i.Name).ToEquatableArray(),
            Policies = catalog.Policies[row.Oid].Select(Read).OrderBy(p => p.Name).ToEquatableArray(),
            Options = Options(row).OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
            PartitionBy = row.PartitionBy is { } key ? new(key) : null,
            PartitionOf = parent is null ? default : catalog.NameOf(parent),
            Bound = parent is null ? null : new(row.Bound!),
            Comment = row.Comment,
            Grants = AccessText.Read(row.Access),
            Opaque = _opaque.Of(row, parent, Read),
        };
    }

    // The index a foreign key refers to is listed with it too: only keys of the table itself own theirs.
    private bool IsReplacement(IndexRow index) => !catalog.Constraints[index.Relation].Any(c => c.Index == index.Oid && c.Contype != "f");

    private Column Read(ColumnRow row) => new()
    {
        Name = new(row.Name),
        Type = ColumnType.Of(row.Type),
        Nullable = !row.NotNull,
        NotNullNotValid = Odd(row) is { Validated: false },
        NotNullNoInherit = Odd(row) is { NoInherit: true },
        Default = row.Generated.Length == 0 && row.Default is { } value ? Canonical.Expression(value) : null,
        Computed = row.Generated.Length > 0 ? new(Canonical.Expression(row.Default!), row.Generated == "s") : null,
        Identity = row.Identity.Length > 0 ? Identity(row) : null,
        Collation = row.Collation,
        Storage = row.Storage switch { null => null, "p" => "PLAIN", "m" => "MAIN", "e" => "EXTERNAL", _ => "EXTENDED" },
        Compression = row.Compression switch { null => null, "p" => "pglz", "l" => "lz4", var other => other },
        Options = StorageOptions.Read(row.Options)
            .Concat(row.Statistics >= 0 ? [new TableOption(StorageOptions.Statistics, $"{row.Statistics}")] : [])
            .OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
        Comment = row.Comment,
    };

    /// <summary>The NOT NULL of a column, where it is more than that.</summary>
    private ConstraintRow? Odd(ColumnRow row) => _notNull.GetValueOrDefault((row.Relation, row.Number));

    // A partition of an identity column's table has no sequence of its own.
    private Identity Identity(ColumnRow row)
    {
        if (!_identities.TryGetValue((row.Relation, row.Number), out var sequence)) return new Identity { Always = row.Identity == "a" };
        var numbers = SequenceNumbers.Of(sequence);
        return new Identity(numbers.Start, numbers.Increment)
        {
            Always = row.Identity == "a",
            Min = numbers.Min,
            Max = numbers.Max,
            Cache = numbers.Cache,
            Cycle = sequence.Cycle,
        };
    }

    private static Policy Read(PolicyRow row) => new()
    {
        Name = new(row.Name),
        Restrictive = !row.Permissive,
        Command = row.Command switch { "r" => PolicyCommand.Select, "a" => PolicyCommand.Insert, "w" => PolicyCommand.Update,
            "d" => PolicyCommand.Delete, _ => PolicyCommand.All },
        Roles = row.Roles.ToEquatableArray(),
        Using = Canonical.OrNull(row.Using),
        Check = Canonical.OrNull(row.Check),
        Comment = row.Comment,
    };

    private IEnumerable<TableOption> Options(RelationRow row)
    {
        foreach (var option in StorageOptions.Read(row.Options)) yield return option;
        foreach (var option in StorageOptions.Read(row.ToastOptions)) yield return option with { Name = "toast." + option.Name };
        if (row.Unlogged) yield return new(StorageOptions.Unlogged);
        if (row.RowSecurity) yield return new(StorageOptions.RowSecurity);
        if (row.ForceRowSecurity) yield return new(StorageOptions.ForceRowSecurity);
        if (row.Method is { } method) yield return new(StorageOptions.Method, method);
        if (row.Tablespace is { } tablespace) yield return new(StorageOptions.Tablespace, tablespace);
        var indexes = catalog.Indexes[row.Oid].ToList();
        if (indexes.Find(i => i.IsClustered) is { } clustered) yield return new(StorageOptions.Cluster, clustered.Name);
        if (row.ReplicaIdentity == "f") yield return new(StorageOptions.ReplicaIdentity, "FULL");
        if (row.ReplicaIdentity == "n") yield return new(StorageOptions.ReplicaIdentity, "NOTHING");
        if (row.ReplicaIdentity == "i" && indexes.Find(i => i.IsReplicaIdentity) is { } identity)
            yield return new(StorageOptions.ReplicaIdentity, $"USING INDEX {PostgreSqlText.Quote(new Identifier(identity.Name))}");
    }
}
