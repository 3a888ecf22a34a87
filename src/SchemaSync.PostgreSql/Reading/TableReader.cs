namespace SchemaSync.PostgreSql.Reading;

/// <summary>Tables and partitions out of catalogue rows.</summary>
internal sealed class TableReader(CatalogRows catalog)
{
    private readonly IndexReader _indexes = new(catalog);
    private readonly ConstraintReader _constraints = new(catalog);
    private readonly OpaqueFacets _opaque = new(catalog, new(catalog));
    private readonly Dictionary<(uint Table, int Column), ConstraintRow> _notNull = catalog.Constraints.All
        .Where(c => c.Contype == "n").ToDictionary(c => (c.Relation, c.Columns[0]));
    private readonly Dictionary<(uint Table, int Column), SequenceRow> _identities = catalog.Sequences.Values.Where(s => s.IsIdentity)
        .ToDictionary(s => (s.Table, s.Column));

    // Rows that are alike were kept once; so are the columns made of them, and those that are numbered alike.
    private readonly Dictionary<ColumnFacts, Column> _columns = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<Column> _numbered = [];

    private readonly List<UniqueConstraint> _uniques = [];
    private readonly List<CheckConstraint> _checks = [];
    private readonly List<ForeignKey> _keys = [];
    private readonly List<ExclusionConstraint> _exclusions = [];
    private readonly List<Index> _all = [];

    private readonly Dictionary<uint, Table> _ahead = [];

    /// <summary>Reads all tables, for whoever asks for them later.</summary>
    public void ReadAhead()
    {
        foreach (var row in catalog.Relations.Values)
        {
            if (row.Relkind is not ("r" or "p")) continue;
            try
            {
                _ahead[row.Oid] = Make(row);
            }
            catch (NotKeptException)
            {
                // Whoever asks for it is told so.
            }
        }
    }

    /// <summary>The table of a row.</summary>
    public Table Read(RelationRow row) => _ahead.Remove(row.Oid, out var table) ? table : Make(row);

    private Table Make(RelationRow row)
    {
        // A partition of others' table is read as if it stood alone.
        var parent = row.Bound is null ? null : catalog.Relations.GetValueOrDefault(row.Parents[0]);
        var columns = catalog.ColumnsOf(row.Oid);
        var primary = ReadConstraints(row, columns);
        ReadIndexes(row, columns);
        return new()
        {
            Name = catalog.NameOf(row),
            Columns = parent is null ? Read(columns) : [],
            PrimaryKey = primary,
            UniqueConstraints = ByName(_uniques),
            CheckConstraints = ByName(_checks),
            ForeignKeys = ByName(_keys),
            ExclusionConstraints = ByName(_exclusions),
            Indexes = ByName(_all),
            Policies = catalog.Policies[row.Oid] is { Count: > 0 } policies ? policies.Select(Read).OrderBy(p => p.Name).ToEquatableArray()
                : [],
            Options = Options(row),
            PartitionBy = row.PartitionBy is { } key ? new(key) : null,
            PartitionOf = parent is null ? default : catalog.NameOf(parent),
            Bound = parent is null ? null : new(row.Bound!),
            Comment = row.Comment,
            Grants = AccessText.Read(row.Access),
            Opaque = _opaque.Of(row, parent, Read),
        };
    }

    private PrimaryKey? ReadConstraints(RelationRow row, NumberedColumns columns)
    {
        PrimaryKey? primary = null;
        // What one that could not be made left behind is no part of this one.
        _uniques.Clear();
        _checks.Clear();
        _keys.Clear();
        _exclusions.Clear();
        _all.Clear();
        foreach (var constraint in catalog.Constraints[row.Oid])
        {
            if (!constraint.IsLocal || constraint.Parent != 0) continue;
            switch (constraint.Contype)
            {
                case "p": primary = _constraints.PrimaryKey(constraint, columns); break;
                case "u": _uniques.Add(_constraints.Unique(constraint, columns)); break;
                case "c": _checks.Add(ConstraintReader.Check(constraint)); break;
                case "f" when !_opaque.IsOfExtension(constraint): _keys.Add(_constraints.ForeignKey(constraint, columns)); break;
                case "x": _exclusions.Add(ConstraintReader.Exclusion(constraint)); break;
            }
        }

        return primary;
    }

    private void ReadIndexes(RelationRow row, NumberedColumns columns)
    {
        foreach (var index in catalog.Indexes[row.Oid])
        {
            if (!index.IsPartition && !IsOfConstraint(index)) _all.Add(_indexes.Read(index, columns));
        }
    }

    // The index a foreign key refers to is listed with it too: only keys of the table itself own theirs.
    private bool IsOfConstraint(IndexRow index)
    {
        foreach (var constraint in catalog.Constraints[index.Relation])
            if (constraint.Index == index.Oid && constraint.Contype != "f") return true;
        return false;
    }

    private static EquatableArray<T> ByName<T>(List<T> parts) where T : SchemaPart
    {
        if (parts.Count == 0) return [];
        if (parts.Count > 1) parts.Sort(static (a, b) => a.Name.CompareTo(b.Name));
        var sorted = parts.ToEquatableArray();
        parts.Clear();
        return sorted;
    }

    private EquatableArray<Column> Read(NumberedColumns columns)
    {
        var all = new Column[columns.All.Count];
        for (var i = 0; i < all.Length; i++) all[i] = Read(columns.All[i]);
        return all.ToEquatableArray();
    }

    private Column Read(ColumnRow row)
    {
        if (!_columns.TryGetValue(row.Facts, out var column)) _columns.Add(row.Facts, column = Plain(row.Facts));
        if (_notNull.TryGetValue((row.Relation, row.Number), out var odd))
            column = column with { NotNullNotValid = !odd.Validated, NotNullNoInherit = odd.NoInherit };
        if (row.Facts.Identity.Length == 0) return column;
        column = column with { Identity = Identity(row) };
        if (_numbered.TryGetValue(column, out var known)) return known;
        _numbered.Add(column);
        return column;
    }

    private static Column Plain(ColumnFacts row) => new()
    {
        Name = new(row.Name),
        Type = ColumnType.Of(row.Type),
        Nullable = !row.NotNull,
        Default = row.Generated.Length == 0 && row.Default is { } value ? Canonical.Expression(value) : null,
        Computed = row.Generated.Length > 0 ? new(Canonical.Expression(row.Default!), row.Generated == "s") : null,
        Collation = row.Collation,
        Storage = row.Storage switch { null => null, "p" => "PLAIN", "m" => "MAIN", "e" => "EXTERNAL", _ => "EXTENDED" },
        Compression = row.Compression switch { null => null, "p" => "pglz", "l" => "lz4", var other => other },
        Options = StorageOptions.Read(row.Options)
            .Concat(row.Statistics >= 0 ? [new TableOption(StorageOptions.Statistics, $"{row.Statistics}")] : [])
            .OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray(),
        Comment = row.Comment,
    };

    // A partition of an identity column's table has no sequence of its own.
    private Identity Identity(ColumnRow row)
    {
        var always = row.Facts.Identity == "a";
        if (!_identities.TryGetValue((row.Relation, row.Number), out var sequence)) return new Identity { Always = always };
        var numbers = SequenceNumbers.Of(sequence);
        return new Identity(numbers.Start, numbers.Increment)
        {
            Always = always,
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

    private EquatableArray<TableOption> Options(RelationRow row)
    {
        IndexRow? clustered = null, identity = null;
        foreach (var index in catalog.Indexes[row.Oid])
        {
            if (index.IsClustered) clustered = index;
            if (index.IsReplicaIdentity) identity = index;
        }

        return Options(row, clustered, identity).OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray();
    }

    private static IEnumerable<TableOption> Options(RelationRow row, IndexRow? clustered, IndexRow? identity)
    {
        foreach (var option in StorageOptions.Read(row.Options)) yield return option;
        foreach (var option in StorageOptions.Read(row.ToastOptions)) yield return option with { Name = "toast." + option.Name };
        if (row.Unlogged) yield return new(StorageOptions.Unlogged);
        if (row.RowSecurity) yield return new(StorageOptions.RowSecurity);
        if (row.ForceRowSecurity) yield return new(StorageOptions.ForceRowSecurity);
        if (row.Method is { } method) yield return new(StorageOptions.Method, method);
        if (row.Tablespace is { } tablespace) yield return new(StorageOptions.Tablespace, tablespace);
        if (clustered is not null) yield return new(StorageOptions.Cluster, clustered.Name);
        if (row.ReplicaIdentity == "f") yield return new(StorageOptions.ReplicaIdentity, "FULL");
        if (row.ReplicaIdentity == "n") yield return new(StorageOptions.ReplicaIdentity, "NOTHING");
        if (row.ReplicaIdentity == "i" && identity is not null)
            yield return new(StorageOptions.ReplicaIdentity, $"USING INDEX {PostgreSqlText.Quote(new Identifier(identity.Name))}");
    }
}
