namespace SchemaSync.MySql.Reading;

/// <summary>Makes tables out of catalogue rows.</summary>
internal sealed class TableReader(CatalogRows rows, MySqlCapabilities server, List<UnsupportedObject> unsupported)
{
    /// <summary>What TABLES calls a sequence.</summary>
    public const string SequenceType = "SEQUENCE";

    /// <summary>How the catalogue calls a plain table.</summary>
    public const string BaseTable = "BASE TABLE";

    private const string Versioned = "SYSTEM VERSIONED", Partitioned = "partitioned";

    private readonly ILookup<string, ColumnRow> _columns = rows.Columns.ToLookup(c => c.Table);
    private readonly ILookup<string, IndexRow> _indexes = rows.Indexes.ToLookup(i => i.Table);
    private readonly ILookup<string, KeyColumnRow> _keys = rows.KeyColumns.ToLookup(k => k.Table);
    private readonly Dictionary<(string, string), KeyRuleRow> _rules = rows.KeyRules.ToDictionary(r => (r.Table, r.Name));
    private readonly ILookup<string, CheckConstraint> _checks = Checks(rows);
    private readonly OpaqueReader _opaque = new(rows, server);

    /// <summary>Tables of which information_schema does not tell everything: parsers of
    /// full-text indexes, parameters of vector indexes, constants of bytes, periods, partitions.</summary>
    public static IEnumerable<string> NeedDefinition(CatalogRows rows, MySqlCapabilities server)
    {
        var tables = rows.Tables.Where(t => t.Type is BaseTable or Versioned).Select(t => t.Name).ToHashSet(StringComparer.Ordinal);
        return rows.Indexes.Where(i => i.Method is "FULLTEXT" or TableKeys.Vector).Select(i => i.Table)
            .Concat(StoredCharacters.NeedDefinition(rows, server))
            .Concat(rows.Tables.Where(t => t.Type == Versioned || IsPartitioned(t)).Select(t => t.Name))
            .Concat(rows.Checks.Where(MayBePeriod).Select(c => c.Table!))
            .Where(tables.Contains).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
    }

    /// <summary>The tables in the order of their names.</summary>
    public IEnumerable<TopLevelObject> Read()
    {
        foreach (var row in rows.Tables.Where(t => t.Type is not ("VIEW" or SequenceType)).OrderBy(t => t.Name, StringComparer.Ordinal))
        {
            if (IsBeyond(row) && _opaque.Table(row.Name) is { } opaque)
            {
                yield return opaque;
                continue;
            }

            if (Refusal(row) is { } reason)
            {
                unsupported.Add(new(ObjectId.Top(ObjectKind.Table, rows.Named(row.Name)), reason));
                continue;
            }

            yield return Read(row);
        }
    }

    // A period brings a check of its name that only says start < end (FACTS, row 15).
    private static bool MayBePeriod(CheckRow check) =>
        check.Table is not null && !check.IsOfColumn
            && Lexer.Read(check.Clause).Significant is [{ Kind: SqlTokenKind.QuotedName }, var less, { Kind: SqlTokenKind.QuotedName }]
            && less.Is("<");

    // Partitions whose parts have names or options of their own, and periods with columns of their own.
    private bool IsBeyond(TableRow row) => row.Type is BaseTable or Versioned && row.Engine is not null
        && !rows.Refused.ContainsKey(row.Name) && Definition(row.Name) is { } text
        && ((IsPartitioned(row) && Partitions.Read(text) is null) || text.Contains("PERIOD FOR", StringComparison.Ordinal));

    private string? Refusal(TableRow row)
    {
        if (row.Type is not (BaseTable or Versioned)) return $"the table type {row.Type}";
        if (IsPartitioned(row) && Definition(row.Name) is null) return "partitions that the server does not show";
        if (rows.Refused.TryGetValue(row.Name, out var hidden)) return hidden;
        return row.Engine is null ? "a storage engine that the server lacks" : null;
    }

    private static bool IsPartitioned(TableRow row) => row.CreateOptions?.Contains(Partitioned, StringComparison.OrdinalIgnoreCase) == true;

    private Table Read(TableRow row)
    {
        var table = ReadAll(row);
        return IsPartitioned(row) && Partitions.Read(Definition(row.Name)!) is var (by, partitions)
            ? table with { PartitionBy = by, Partitions = partitions }
            : table;
    }

    private Table ReadAll(TableRow row) => new()
    {
        Name = rows.Named(row.Name),
        Comment = row.Comment.Length == 0 ? null : row.Comment,
        Options = TableOptions.Order(
        [
            new(TableOptions.Engine, row.Engine!), new(TableOptions.CharSet, Collations.CharSetOf(row.Collation!)),
            new(TableOptions.Collate, row.Collation!),
            .. TableOptions.Spoken(row.Engine!, [.. TableOptions.OfCreateOptions(row.CreateOptions ?? "")
                .Where(o => !string.Equals(o.Name, Partitioned, StringComparison.OrdinalIgnoreCase))]),
            .. row.Type == Versioned ? (IEnumerable<TableOption>)[new(TableOptions.Versioning)] : [],
        ]),
        Columns = _columns[row.Name].Select(Read).ToEquatableArray(),
        PrimaryKey = Indexes(row.Name).Where(i => i.Key == "PRIMARY")
            .Select(i => new PrimaryKey { Columns = Parts(i), Comment = Comment(i), Options = TableKeys.OptionsOf(Index(row, i)) })
            .FirstOrDefault(),
        UniqueConstraints = Indexes(row.Name).Where(i => i.First().Unique && i.Key != "PRIMARY")
            .Select(i => Unique(row, i)).ToEquatableArray(),
        Indexes = Indexes(row.Name).Where(i => !i.First().Unique).Select(i => Index(row, i)).ToEquatableArray(),
        CheckConstraints = _checks[row.Name].ToEquatableArray(),
        ForeignKeys = _keys[row.Name].GroupBy(k => k.Name).Select(ForeignKey).ToEquatableArray(),
    };

    private Column Read(ColumnRow row)
    {
        var computed = row.Extra.Contains(" GENERATED", StringComparison.OrdinalIgnoreCase) && row.Generation is { Length: > 0 };
        return new()
        {
            Name = new(row.Name),
            // MariaDB hides the word from MySQL in a comment that it executes (Storage-Engine Independent Column Compression).
            Type = ColumnType.Of(row.Type.Replace("/*M!100301 COMPRESSED*/", "COMPRESSED", StringComparison.Ordinal)),
            Nullable = row.Nullable,
            Default = computed ? null
                : row.WrittenDefault is { } written ? new(written)
                : server.IsMariaDb ? Defaults.OfMariaDb(row.Default, row.Nullable, rows.Own)
                : Defaults.OfMySql(row.Default, row.IsExpressionDefault, row.DataType),
            Identity = row.Extra.Contains("auto_increment", StringComparison.OrdinalIgnoreCase) ? new() : null,
            Computed = computed
                ? new(MySqlText.Printed(row.Generation!), row.Extra.Contains("STORED", StringComparison.OrdinalIgnoreCase)) : null,
            Collation = row.Collation,
            CharSet = row.CharSet,
            OnUpdate = row.Extra.IndexOf("on update ", StringComparison.OrdinalIgnoreCase) is >= 0 and var at
                ? new(row.Extra[(at + 10)..].Split(' ')[0])
                : null,
            Invisible = row.Extra.Contains("INVISIBLE", StringComparison.OrdinalIgnoreCase),
            Srid = row.Srid,
            Options = row.Extra.Contains(TableOptions.Unversioned, StringComparison.OrdinalIgnoreCase)
                ? [new(TableOptions.Unversioned)]
                : [],
            Comment = row.Comment.Length == 0 ? null : row.Comment,
        };
    }

    private IEnumerable<IGrouping<string, IndexRow>> Indexes(string table) => _indexes[table].GroupBy(i => i.Name, StringComparer.Ordinal);

    private static EquatableArray<IndexPart> Parts(IEnumerable<IndexRow> index) => index.OrderBy(p => p.Sequence).Select(p => new IndexPart
    {
        Column = p.Column is null ? default : new(p.Column),
        Expression = p.Expression is null ? null : MySqlText.Printed(p.Expression),
        Descending = p.Descending,
        // The length of a point or a vector is no choice.
        PrefixLength = p.Method is "SPATIAL" or TableKeys.Vector ? null : p.Prefix,
    }).ToEquatableArray();

    private UniqueConstraint Unique(TableRow table, IGrouping<string, IndexRow> rows) => new()
    {
        Name = new(rows.Key), Columns = Parts(rows), Comment = Comment(rows), Options = TableKeys.OptionsOf(Index(table, rows)),
    };

    private Index Index(TableRow table, IGrouping<string, IndexRow> rows) => new()
    {
        Name = new(rows.Key),
        Columns = Parts(rows),
        Comment = Comment(rows),
        Invisible = rows.First().Invisible,
        Method = Method(table, rows),
        Parser = rows.First().Method == "FULLTEXT" ? Definitions.ParserOf(Definition(table.Name), rows.Key) : null,
        Options = rows.First().Method == TableKeys.Vector
            ? TableKeys.Parameters(Definitions.ParametersOf(Definition(table.Name), rows.Key)) : [],
    };

    private static string? Method(TableRow table, IGrouping<string, IndexRow> rows) =>
        rows.First().Method is var method && method == TableKeys.DefaultMethod(table.Engine) ? null : method;

    private ForeignKey ForeignKey(IGrouping<string, KeyColumnRow> columns)
    {
        var first = columns.First();
        var rule = _rules[(first.Table, first.Name)];
        return new()
        {
            Name = new(columns.Key),
            Columns = columns.Select(c => new Identifier(c.Column)).ToEquatableArray(),
            ReferencedTable = IsOwn(first) ? new(first.ReferencedTable) : new(new(first.ReferencedSchema), new(first.ReferencedTable)),
            ReferencedColumns = columns.Select(c => new Identifier(c.ReferencedColumn)).ToEquatableArray(),
            OnDelete = Action(rule.OnDelete),
            OnUpdate = Action(rule.OnUpdate),
        };
    }

    private bool IsOwn(KeyColumnRow key) =>
        string.Equals(key.ReferencedSchema, rows.Own,
            server.LowersTableNames ? StringComparison.OrdinalIgnoreCase : StringComparison.Ordinal);

    private string? Definition(string table) => rows.Definitions.GetValueOrDefault((ObjectKind.Table, table));

    private static string? Comment(IEnumerable<IndexRow> index) => index.First().Comment is { Length: > 0 } comment ? comment : null;

    private static ReferentialAction Action(string rule) => rule switch
    {
        "CASCADE" => ReferentialAction.Cascade,
        "SET NULL" => ReferentialAction.SetNull,
        "SET DEFAULT" => ReferentialAction.SetDefault,
        "RESTRICT" => ReferentialAction.Restrict,
        _ => ReferentialAction.NoAction,
    };

    private static ILookup<string, CheckConstraint> Checks(CatalogRows rows)
    {
        var owners = rows.CheckOwners.ToDictionary(o => o.Name, StringComparer.OrdinalIgnoreCase);
        return rows.Checks.Where(c => c.Table is not null || owners.ContainsKey(c.Name))
            .ToLookup(c => c.Table ?? owners[c.Name].Table, c => new CheckConstraint
        {
            Name = c.IsOfColumn ? default : new(c.Name),
            Column = c.IsOfColumn ? new(c.Name) : default,
            Expression = MySqlText.Printed(c.Clause),
            NotEnforced = c.Table is null && !owners[c.Name].Enforced,
        });
    }
}
