using System.Globalization;

namespace SchemaSync.Adapters.Tests;

/// <summary>A declaration that says every text in every place of a provider that holds one; few objects, each with many texts.</summary>
internal sealed class TextSchema(string provider)
{
    private const int PerTable = 50;

    private bool IsMySql => provider is ProviderNames.MySql or ProviderNames.MariaDb;

    private bool IsPostgreSql => provider == ProviderNames.PostgreSql;

    /// <summary>Names of the tables whose columns have the texts as defaults, with how many.</summary>
    public static IEnumerable<(string Table, int First, int Count)> DefaultTables => OddTexts.All.Chunk(PerTable)
        .Select((c, i) => (Numbered("d", i), i * PerTable, c.Length));

    /// <summary>The declaration.</summary>
    public SchemaModel Model => new()
    {
        Providers = [provider],
        Objects =
        [
            .. DefaultTables.Select(Defaults), Checks, Computed, Described, .. Named, View, .. Partitioned,
            .. IsPostgreSql ? PostgreSql : IsMySql ? MySql : [.. Sqlite],
        ],
    };

    /// <summary>A text as the generator writes it.</summary>
    public string Quote(string text) =>
        $"'{(IsMySql ? text.Replace("\\", "\\\\", StringComparison.Ordinal) : text).Replace("'", "''", StringComparison.Ordinal)}'";

    private static string Numbered(string name, int number) => string.Create(CultureInfo.InvariantCulture, $"{name}{number}");

    private IEnumerable<string> Quoted => OddTexts.All.Append(OddTexts.Long).Select(Quote);

    private IEnumerable<SqlExpression> Lists => Quoted.Chunk(15).Select(c => new SqlExpression($"c NOT IN ({string.Join(", ", c)})"));

    private Table Defaults((string Table, int First, int Count) part) => new()
    {
        Name = new(part.Table),
        Columns = [Id, .. Enumerable.Range(part.First, part.Count)
            .Select(i => Text(Numbered("c", i)) with { Nullable = i % 2 == 0, Default = new(Quote(OddTexts.All[i])) })],
        PrimaryKey = Key,
    };

    private Table Checks => new()
    {
        Name = new("k"),
        Columns = [Id, Text("c")],
        PrimaryKey = Key,
        CheckConstraints = Quoted.Select((q, i) => new CheckConstraint { Name = new(Numbered("k_ck", i)), Expression = new($"c <> {q}") })
            .ToEquatableArray(),
    };

    private Table Computed => new()
    {
        Name = new("g"),
        Columns = [Id, Text("c"), .. Quoted.Select((q, i) =>
            new Column { Name = new(Numbered("g", i)), Type = ColumnType.Of(LogicalType.Int32), Nullable = true,
            Computed = new(new(IsMySql ? $"char_length(concat(c, {q}))" : $"length(c || {q})"), IsPostgreSql) })],
        PrimaryKey = Key,
    };

    // SQLite has no comments.
    private Table Described => new()
    {
        Name = new("m"),
        Columns = [Id, .. OddTexts.All.Select((t, i) =>
            new Column { Name = new(Numbered("m", i)), Type = ColumnType.Of(LogicalType.Int32), Nullable = true, Comment = CommentOf(t) })],
        PrimaryKey = Key,
        Indexes = [.. OddTexts.All.Take(60)
            .Select((t, i) => new Model.Objects.Index { Name = new(Numbered("m_ix", i)), Columns = [IndexPart.Of(Numbered("m", i))],
            Comment = CommentOf(t) })],
        Comment = CommentOf("größe\n'\\ {0}"),
    };

    private IEnumerable<Table> Named => [new Table
    {
        Name = new("n größe '\"\\{0}"),
        Columns = [Id, .. OddTexts.Names(n => !IsMySql || IsNarrow(n))
            .Select(n => new Column { Name = new(n), Type = ColumnType.Of(LogicalType.Int32), Nullable = true })],
        PrimaryKey = Key,
        CheckConstraints = [.. OddTexts.Names(n => !IsMySql || IsNarrow(n))
            .Select((n, i) => new CheckConstraint { Name = new(Numbered("n_ck", i)), Expression = new($"{QuoteName(n)} > 0") })],
    }];

    private View View => new()
    {
        Name = new("v"),
        Definition = new($"SELECT {string.Join(", ", OddTexts.All.Select((t, i) => $"{Typed(t)} AS {Numbered("c", i)}"))} FROM k"),
    };

    private string Typed(string text) => Quote(text) + (IsPostgreSql ? "::text" : "");

    private IEnumerable<TopLevelObject> Partitioned
    {
        get
        {
            var lists = OddTexts.Labels(200).Select(Quote).Chunk(30).Select(c => $"IN ({string.Join(", ", c)})").ToList();
            if (IsMySql) yield return new Table
            {
                Name = new("p"), Columns = [Text("c") with { Type = ColumnType.Of("varchar(200)"), CharSet = "utf8mb4",
                    Collation = "utf8mb4_bin" }], PartitionBy = new("LIST COLUMNS (c)"),
                Partitions = lists.Select((l, i) => new Partition { Name = new(Numbered("pö", i)), Values = new(l) }).ToEquatableArray(),
            };
            if (!IsPostgreSql) yield break;
            yield return new Table { Name = new("p"), Columns = [Text("c")], PartitionBy = new("LIST (c)") };
            foreach (var (list, i) in lists.Select((l, i) => (l, i)))
                yield return new Table { Name = new(Numbered("pö", i)), PartitionOf = new("p"), Bound = new($"FOR VALUES {list}") };
        }
    }

    private IEnumerable<TopLevelObject> MySql =>
    [
        new Table
        {
            Name = new("e"),
            Columns = [Id, .. OddTexts.Labels(200).Chunk(PerTable)
                .Select((v, i) => new Column { Name = new(Numbered("e", i)), Type = new() { Logical = LogicalType.Enum, Values = [.. v] },
                Nullable = true, CharSet = "utf8mb4", Collation = "utf8mb4_bin", Default = new(Quote(v[^1])) })],
            PrimaryKey = Key,
        },
        .. provider == ProviderNames.MySql ? [new Table
        {
            Name = new("x"), Columns = [Id, Text("c")], PrimaryKey = Key,
            Indexes = [.. OddTexts.All.Select(Quote).Chunk(10)
                .Select((c, i) => new Model.Objects.Index { Name = new(Numbered("x_ix", i)),
                Columns = [new() { Expression = new($"char_length(concat(c, {string.Join(", ", c)}))") }] })],
        }] : Array.Empty<Table>(),
        new Routine { Name = new("r"), IsProcedure = true, Arguments = "IN größe varchar(9)",
            Body = new($"SELECT {string.Join(", ", Quoted)}"), Comment = "größe\n'\\ {0}" },
        new Routine { Name = new("f"), Arguments = "a text", Returns = "int", Volatility = Volatility.Immutable,
            Body = new($"RETURN a IN ({string.Join(", ", Quoted)})") },
        new Trigger { Name = new("t"), On = new("k"), Timing = TriggerTiming.Before, Events = [TriggerEvent.Insert],
            Body = new($"BEGIN IF NEW.c IN ({string.Join(", ", Quoted)}) THEN SET NEW.c = 'größe'; END IF; END") },
        new Event { Name = new("ev"), Schedule = new("EVERY 1 DAY"), State = EventState.Disabled,
            Body = new($"DELETE FROM k WHERE c IN ({string.Join(", ", Quoted)})"), Comment = "größe\n'\\ {0}" },
    ];

    private IEnumerable<TopLevelObject> PostgreSql =>
    [
        new EnumType { Name = new("e"), Values = [.. OddTexts.Labels(63)], Comment = "größe 😀 '\\" },
        new Domain { Name = new("o"), Type = ColumnType.Of("text"), Nullable = true, Default = new(Quote("größe 😀 '\\")),
            CheckConstraints = [.. Quoted.Chunk(30)
            .Select((c, i) => new CheckConstraint { Name = new(Numbered("o_ck", i)),
            Expression = new($"VALUE NOT IN ({string.Join(", ", c)})") })] },
        new Table
        {
            Name = new("x"), Columns = [Id, Text("c")], PrimaryKey = Key,
            Indexes = [.. Lists.Select((l, i) =>
                new Model.Objects.Index { Name = new(Numbered("x_ix", i)), Columns = [IndexPart.Of("c")], Where = l }), .. Quoted.Take(20)
                .Select((q, i) => new Model.Objects.Index { Name = new(Numbered("x_ex", i)),
                Columns = [new() { Expression = new($"c || {q}") }] })],
            Policies = [.. Lists.Select((l, i) => new Policy { Name = new(Numbered("x_po", i)), Using = l })],
            Options = [],
        },
        new Routine { Name = new("f"), Arguments = "", Returns = "trigger", Language = "plpgsql",
            Body = new($"BEGIN IF NEW.c IN ({string.Join(", ", Quoted)}) THEN RETURN NULL; END IF; RETURN NEW; END"),
            Comment = "größe 😀 '\\" },
        new Trigger { Name = new("t"), On = new("x"), Timing = TriggerTiming.Before, Events = [TriggerEvent.Insert],
            When = new($"NEW.c NOT IN ({string.Join(", ", Quoted)})"), Body = new("f()"), Comment = "größe 😀 '\\" },
    ];

    private IEnumerable<TopLevelObject> Sqlite =>
    [
        new Table
        {
            Name = new("x"), Columns = [Id, Text("c")], PrimaryKey = Key,
            Indexes = [.. Lists.Select((l, i) =>
                new Model.Objects.Index { Name = new(Numbered("x_ix", i)), Columns = [IndexPart.Of("c")], Where = l }), .. Quoted.Take(40)
                .Select((q, i) => new Model.Objects.Index { Name = new(Numbered("x_ex", i)),
                Columns = [new() { Expression = new($"c || {q}") }] })],
        },
        new Trigger { Name = new("t"), On = new("k"), Timing = TriggerTiming.Before, Events = [TriggerEvent.Insert],
            When = new($"NEW.c IN ({string.Join(", ", Quoted)})"), Body = new($"DELETE FROM k WHERE c IN ({string.Join(", ", Quoted)});") },
    ];

    private static Column Id => new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int64) };

    private static PrimaryKey Key => new() { Columns = [IndexPart.Of("id")] };

    private static Column Text(string name) =>
        new() { Name = new(name), Type = new() { Logical = LogicalType.String, MaxLength = 200 }, Nullable = true };

    private string? CommentOf(string text) => provider == ProviderNames.Sqlite || text.Length == 0 || (IsMySql && !IsNarrow(text)) ? null
        : text;

    private static bool IsNarrow(string text) => !text.Any(char.IsSurrogate);

    private string QuoteName(string name) => IsMySql ? MySqlText.Quote(new Identifier(name))
        : $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
}
