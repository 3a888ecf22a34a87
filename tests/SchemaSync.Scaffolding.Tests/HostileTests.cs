using CsCheck;

namespace SchemaSync.Scaffolding.Tests;

/// <summary>Names, texts and comments that C#, a file system or an editor would take for something else.</summary>
public sealed class HostileTests
{
    private static readonly string[] Names =
    [
        "class", "record", "await", "1st", "two words", "quo\"te", "apo'strophe", "a_b", "aB", "A-B", "ünïcödé", "日本語", "😀",
        "..", "../up", "con", "NUL",
        "System", "String", "SchemaSync", "Schema", "Table", "Column", "Index", "Guid", "DateTime", "Provider", "Attribute", "Equals",
        "GetType",
        "ToString", "*/", "\"\"\"", "//", "#if",
        "new\nline", "back\\slash", "tab\t", "{0}", "nameof",
        "SchemaObjects", "TriggerTiming", "x;y",
    ];

    private static readonly ScaffoldOptions[] Ways =
    [
        RoundTrip.Plain, RoundTrip.Plain with { Naming = ScaffoldNaming.Keep }, RoundTrip.Plain with { Naming = ScaffoldNaming.Singular },
        RoundTrip.Plain with { OneFile = true },
        RoundTrip.Plain with { Nullable = false, Namespace = "class1.@class" },
    ];

    public static TheoryData<int> AllWays => [.. Enumerable.Range(0, Ways.Length)];

    [Theory]
    [MemberData(nameof(AllWays))]
    public void Names_and_texts_of_all_sorts_are_declared(int way)
    {
        var tables = Names.Select((name, i) => Odd(name, i)).ToArray();
        Assert.Null(RoundTrip.Difference(Sqlite([.. tables, .. tables.Select((t, i) => Watching(t, Names[i]))]), Ways[way]));
    }

    [Fact]
    public void No_file_leaves_the_folder_or_is_called_like_another()
    {
        var schema = Sqlite([.. Names.Select((n, i) => Odd(n, i))]);
        var files = Scaffold.Write(schema, RoundTrip.DialectOf(schema), RoundTrip.Plain).Files;
        Assert.All(files, f => Assert.Matches(@"^(Sql/)?[\p{L}\p{Nd}_]+\.(cs|sql)$", f.Path));
        Assert.Equal(files.Count, files.Select(f => f.Path).Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.DoesNotContain(files, f => f.Path.StartsWith("con.", StringComparison.OrdinalIgnoreCase));
    }

    [Fact]
    public void Every_random_schema_is_declared() =>
        SchemaGen.Schema.Sample(s => RoundTrip.Difference(s) is null, iter: 60, print: s => RoundTrip.Difference(s) ?? "");

    [Theory]
    [InlineData("orders", "Order")]
    [InlineData("categories", "Category")]
    [InlineData("addresses", "Address")]
    [InlineData("boxes", "Box")]
    [InlineData("status", "Status")]
    [InlineData("order_lines", "OrderLine")]
    [InlineData("CUSTOMER_NOTES", "CustomerNote")]
    [InlineData("news", "News")]
    public void A_class_is_one_of_many(string table, string expected) =>
        Assert.Equal(expected, Words.Class(table, ScaffoldNaming.Singular));

    private static Snapshot Sqlite(IReadOnlyList<TopLevelObject> objects) => new()
    {
        Form = new(ProviderNames.Sqlite, IsServer: true), Objects = [.. objects],
    };

    // A column called like its table, two that become one name, and the name itself in every text.
    private static Table Odd(string name, int number) => SqliteTableForm.Of(new()
    {
        Name = new(name),
        Columns = [new Column { Name = new("id"), Type = ColumnType.Of("INTEGER") }, .. Columns(name)],
        PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
        Indexes = [new Index { Name = new($"i{number} {name}"), 
            Columns = [IndexPart.Of(name), new() { Column = new("a_b"), Descending = true }] }],
        CheckConstraints = [new() { Name = new(name), Expression = SqliteText.Expression($"a_b <> {Quoted(name)}") }],
    });

    private static IEnumerable<Column> Columns(string name) =>
        new[] { name, "a_b", "aB", "class", "ToString" }.Distinct(StringComparer.OrdinalIgnoreCase).Select(c => new Column
        {
            Name = new(c), Type = ColumnType.Of("TEXT"), Nullable = true, Default = SqliteText.Expression(Quoted(name)),
        });

    private static Trigger Watching(Table table, string name) => new()
    {
        Name = new($"watch {name}"), On = table.Name, Timing = TriggerTiming.After, Events = [TriggerEvent.Delete],
        Body = SqliteText.Expression($"DELETE FROM {SqliteText.Quote(table.Name.Name)} WHERE a_b = {Quoted(name)};"),
    };

    private static string Quoted(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
