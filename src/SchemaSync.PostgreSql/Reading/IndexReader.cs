namespace SchemaSync.PostgreSql.Reading;

/// <summary>Indexes out of catalogue rows.</summary>
internal sealed class IndexReader(CatalogRows catalog)
{
    private const int Descending = 1, NullsFirst = 2;
    private const uint DefaultCollation = 100;

    // Those that many indexes have are kept once.
    private readonly HashSet<IndexPart> _parts = [];
    private readonly HashSet<(uint Type, uint Method)> _defaults =
        [.. catalog.Classes.Values.Where(c => c.IsDefault).Select(c => (c.InputType, c.Method))];

    /// <summary>The index of a row, on a relation with these columns.</summary>
    public Index Read(IndexRow row, NumberedColumns columns)
    {
        var expressions = 0;
        var parts = new IndexPart[row.KeyCount];
        for (var i = 0; i < parts.Length; i++) parts[i] = Alike(Part(row, i, columns, ref expressions));
        return new()
        {
            Name = new(row.Name),
            Columns = parts.ToEquatableArray(),
            Include = ConstraintReader.Names(row.Columns.AsSpan(row.KeyCount), columns),
            Unique = row.Unique,
            NullsNotDistinct = row.NullsNotDistinct,
            Where = Canonical.OrNull(row.Where),
            Method = row.Method == "btree" ? null : row.Method,
            Invalid = !row.Valid,
            Options = Options(row),
            Comment = row.Comment,
        };
    }

    /// <summary>Statistics targets of expressions in indexes.</summary>
    public static IEnumerable<OpaqueFacet> Opaque(IEnumerable<IndexRow> rows) =>
        rows.Where(i => i.Statistics is not null).OrderBy(i => i.Name, StringComparer.Ordinal)
            .Select(i => new OpaqueFacet($"ALTER INDEX {i.Name}", i.Statistics!) { Parts = [new(i.Name)] });

    /// <summary>Storage parameters, and the tablespace where it is not the default.</summary>
    public static EquatableArray<TableOption> Options(IndexRow row) => row.Options.Length == 0 && row.Tablespace is null ? [] :
        StorageOptions.Read(row.Options)
            .Concat(row.Tablespace is { } tablespace ? [new TableOption(StorageOptions.Tablespace, tablespace)] : [])
            .OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray();

    private IndexPart Alike(IndexPart part)
    {
        if (_parts.TryGetValue(part, out var known)) return known;
        _parts.Add(part);
        return part;
    }

    private IndexPart Part(IndexRow row, int at, NumberedColumns columns, ref int expressions)
    {
        var column = row.Columns[at] == 0 ? null : columns[row.Columns[at]];
        var isDescending = (row.Orders[at] & Descending) != 0;
        var isNullsFirst = (row.Orders[at] & NullsFirst) != 0;
        var collation = row.Collations[at];
        return new()
        {
            Column = column is null ? default : new(column.Name),
            Expression = column is null ? Canonical.Expression(row.Expressions[expressions++]) : null,
            Descending = isDescending,
            NullsFirst = isNullsFirst == isDescending ? null : isNullsFirst,
            Collation = collation == 0 || collation == (column?.CollationOid ?? DefaultCollation) ? null : catalog.Collations[collation],
            OperatorClass = ClassOf(row.Classes[at], column, row.ClassOptions.Length > at && row.ClassOptions[at].Length > 0),
            OperatorClassParameters = row.ClassOptions.Length > at && row.ClassOptions[at].Length > 0
                ? StorageOptions.Read(row.ClassOptions[at].Split(", ")).OrderBy(o => o.Name, StringComparer.Ordinal).ToEquatableArray()
                : [],
        };
    }

    /// <summary>Named where it is not the default of the column's type, and where parameters follow it.</summary>
    private string? ClassOf(uint oid, ColumnFacts? column, bool hasParameters)
    {
        var type = catalog.Classes[oid];
        if (!type.IsDefault || hasParameters) return type.Name;
        // A default of another type that the column's only converts to, where the column's own type has one too.
        return column is not null && type.InputType != column.TypeOid
            && _defaults.Contains((column.TypeOid, type.Method)) ? type.Name : null;
    }
}
