namespace SchemaSync.Adapters.Tests;

/// <summary>A limit of the server is named with the table and the number, and only where the server has it too.</summary>
public sealed class MySqlLimitTests
{
    private static readonly Dictionary<string, (Table Allowed, Table Refused)> Limits = new()
    {
        ["1018 columns"] = (Numbers(1017), Numbers(1018)),
        ["a row takes up to 65536 bytes"] = (Texts(3), Texts(4)),
        ["3076 bytes"] = (Indexed(768), Indexed(769)),
        ["3073 bytes"] = (Binary(3072), Binary(3073)),
        ["768 bytes"] = (Compact(767), Compact(768)),
        ["17 columns"] = (Keyed(16), Keyed(17)),
        ["33 columns"] = (Keyed(32), Keyed(33)),
        ["65 indexes"] = (Many(64), Many(65)),
        ["65 characters"] = (Named(64), Named(65)),
    };

    [Theory]
    [InlineData("MySql 9.7", "1018 columns")]
    [InlineData("MySql 9.7", "a row takes up to 65536 bytes")]
    [InlineData("MySql 9.7", "3076 bytes")]
    [InlineData("MySql 9.7", "3073 bytes")]
    [InlineData("MySql 9.7", "768 bytes")]
    [InlineData("MySql 9.7", "17 columns")]
    [InlineData("MySql 9.7", "65 indexes")]
    [InlineData("MySql 9.7", "65 characters")]
    [InlineData("MariaDb 10.11", "1018 columns")]
    [InlineData("MariaDb 10.11", "a row takes up to 65536 bytes")]
    [InlineData("MariaDb 10.11", "768 bytes")]
    [InlineData("MariaDb 10.11", "33 columns")]
    [InlineData("MariaDb 10.11", "65 indexes")]
    [InlineData("MariaDb 10.11", "65 characters")]
    public async Task A_limit_is_named_before_the_server_says_so(string server, string words)
    {
        using var database = TestServer.Of(server).CreateDatabase().Collated();
        var (allowed, refused) = Limits[words];
        var kept = await MySqlServers.Engine.NormalizeAsync(database.Tenant, Target(database.Server, allowed), Token);
        Assert.Single(kept.Objects);

        Refused(database.Server, refused, words);
        // The server says the same, less kindly.
        var beyond = new Snapshot { Form = new(database.Server.Provider, IsServer: false), Objects = [refused] };
        Assert.Equal("SSY0207",
            (await Assert.ThrowsAsync<SchemaSyncException>(() =>
                MySqlServers.Engine.NormalizeAsync(database.Tenant, SchemaTarget.Of(beyond), Token))).Diagnostics[0].Entry.Code);
    }

    [Theory]
    [InlineData("3076 bytes")]
    [InlineData("3073 bytes")]
    public async Task An_index_that_MariaDb_would_cut_without_a_word_is_refused(string words)
    {
        using var database = TestServer.MariaDb1011.CreateDatabase().Collated();
        var refused = Limits[words].Refused;
        Refused(database.Server, refused, "cut it without a word");
        var beyond = new Snapshot { Form = new(ProviderNames.MariaDb, IsServer: false), Objects = [refused] };
        var cut = await MySqlServers.Engine.NormalizeAsync(database.Tenant, SchemaTarget.Of(beyond), Token);
        Assert.True(Assert.IsType<Table>(cut.Objects[0]).Indexes[0].Columns[0].PrefixLength is 768 or 3072);
    }

    private static void Refused(TestServer server, Table table, string words)
    {
        var failure = Assert.Throws<SchemaSyncException>(() =>
            MySqlServers.Adapter(server).OfflineDialect.Lower(Target(server, table).Model!));
        var diagnostic = Assert.Single(failure.Diagnostics);
        Assert.Equal("SSY0207", diagnostic.Entry.Code);
        Assert.Contains(words, diagnostic.Message, StringComparison.Ordinal);
    }

    private static SchemaTarget Target(TestServer server, Table table) =>
        SchemaTarget.Of(new SchemaModel { Providers = [server.Provider], Objects = [table] });

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Table Of(params IEnumerable<Column> columns) => new() { Name = new("t"), Columns = columns.ToEquatableArray() };

    private static Column Column(string name, string type) => new() { Name = new(name), Type = ColumnType.Of(type), Nullable = true };

    private static Table Numbers(int count) => Of(Enumerable.Range(1, count).Select(n => Column($"c{n}", "tinyint")));

    // 64,002 and 1,530 bytes, and as many more.
    private static Table Texts(int more) =>
        Of(new[] { Column("a", "varchar(16000)"), Column("b", "varchar(382)") }.Concat(Numbers(more).Columns)
            .Select(c => c with { Nullable = false })) with
        {
            Options = [new("CHARSET", "utf8mb4")],
        };

    private static Table Indexed(int length) =>
        Of(Column("a", $"varchar({length})")) with
        {
            Indexes = [new() { Name = new("k"), Columns = [IndexPart.Of("a")] }],
            Options = [new("CHARSET", "utf8mb4")],
        };

    private static Table Binary(int length) =>
        Of(Column("a", "blob")) with
        {
            Indexes = [new() { Name = new("k"), Columns = [new() { Column = new("a"), PrefixLength = length }] }],
        };

    private static Table Compact(int length) =>
        Of(Column("a", $"varbinary({length})")) with
        {
            Indexes = [new() { Name = new("k"), Columns = [IndexPart.Of("a")] }],
            Options = [new("ROW_FORMAT", "COMPACT")],
        };

    private static Table Keyed(int count) =>
        Numbers(count) with
        {
            Indexes = [new()
            {
                Name = new("k"),
                Columns = Enumerable.Range(1, count).Select(n => IndexPart.Of($"c{n}")).ToEquatableArray(),
            }],
        };

    private static Table Many(int count) =>
        Numbers(1) with
        {
            Indexes = Enumerable.Range(1, count)
                .Select(n => new Model.Objects.Index { Name = new($"k{n}"), Columns = [IndexPart.Of("c1")] }).ToEquatableArray(),
        };

    private static Table Named(int length) => Of(Column(new string('ü', length), "int"));
}
