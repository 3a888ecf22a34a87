namespace SchemaSync.Adapters.Tests;

/// <summary>An index over vectors is declared for servers that have one, and refused by name for the others.</summary>
public sealed class MySqlVectorIndexTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("9.7.4", "VECTOR", "M", "an index over vectors, which MariaDB has from 11.7 on")]
    [InlineData("10.11.18-MariaDB", "vector", "M", "an index over vectors, which MariaDB has from 11.7 on")]
    [InlineData("11.8.2-MariaDB", "BTREE", "m", "M, which is of an index over vectors alone")]
    [InlineData("9.7.4", "BTREE", "distance", "DISTANCE, which is of an index over vectors alone")]
    public void What_a_server_lacks_is_refused(string version, string method, string option, string reason)
    {
        var dialect = new MySqlDialect(MySqlCapabilities.Of(version));
        var refusal = Assert.Throws<SchemaSyncException>(() => dialect.Lower(Model(method, new TableOption(option, "8"))));
        Assert.Equal("SSY0202", refusal.Diagnostics[0].Entry.Code);
        Assert.Contains(reason, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_declared_one_is_made_and_is_equal_from_then_on()
    {
        using var live = TestServer.MariaDb118.CreateDatabase();
        var target = SchemaTarget.Of(Model("vector", new TableOption("distance", "COSINE"), new TableOption("m", "8")),
            new Dictionary<ObjectId, SourceLocation>());
        Assert.Equal(Outcome.Done, (await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything,
            Token)).Outcome);
        Assert.True((await MySqlServers.Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Contains("VECTOR KEY `near` (`v`) `DISTANCE`='cosine' `M`='8'", live.Query("SHOW CREATE TABLE t"), StringComparison.Ordinal);
    }

    private static SchemaModel Model(string method, params TableOption[] options) => new()
    {
        Providers = [ProviderNames.MySql, ProviderNames.MariaDb],
        Objects =
        [
            new Table
            {
                Name = new("t"),
                Columns = [new() { Name = new("v"), Type = ColumnType.Of("vector(2)"), Nullable = false }],
                Indexes = [new() { Name = new("near"), Columns = [new() { Column = new("v") }], Method = method, Options = [.. options] }],
            },
        ],
    };
}
