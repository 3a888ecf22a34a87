using SchemaSync.Adapters.Tests;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>A tenant of a list that is not there failed: it is neither equal nor
/// different, and the others are compared all the same.</summary>
public sealed class MissingTenantTests
{
    private static readonly FleetOptions Looking = new() { Canaries = 0, StopAfter = 0 };

    [Theory]
    [InlineData("PostgreSql 15")]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task A_database_that_is_not_there_fails_alone_wherever_it_stands_in_the_list(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var missing = database.Tenant with { Id = "missing", ConnectionString = database.Server.ConnectionStringTo("nobody_made_this") };
        // Declared, so that a server has to be asked for its form.
        var target = SchemaTarget.Of(new SchemaModel { Providers = [database.Server.Provider] });
        await Compare(database, target, missing, "SSY0213");
        // A run that stops at the first failure does not go on to ask the next.
        var stopped = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Fleet(database.Server).SyncAsync(TenantList.Of(missing, database.Tenant), target, execute: false, new(),
                new() { StopAfter = 1 }));
        Assert.Equal("SSY0213", Assert.Single(stopped.Diagnostics).Entry.Code);
    }

    [Fact]
    public async Task A_schema_that_is_not_there_is_neither_equal_to_nothing_nor_different()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var message = await Compare(database, SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.PostgreSql] }),
            database.Tenant with { Id = "missing", Schema = "pubilc" }, "SSY0239");
        Assert.Contains("public", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_file_that_is_not_there_is_neither_equal_to_nothing_nor_different(bool isDeclared)
    {
        using var file = new SqliteFile();
        file.Run("PRAGMA user_version = 1");
        var engine = new SchemaSyncEngine(new AdapterRegistry(new SqliteAdapter()));
        var missing = file.Tenant with
        {
            Id = "missing",
            ConnectionString = $"Data Source={Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():n}.db")}",
        };
        var target = new SchemaModel
        {
            Providers = [ProviderNames.Sqlite],
            Objects = isDeclared ? [new View { Name = new("v"), Definition = new("SELECT 1") }] : [],
        };
        var report = await new TenantFleet(engine).ValidateAsync(TenantList.Of(missing, file.Tenant), SchemaTarget.Of(target), Looking,
            TestContext.Current.CancellationToken);
        Assert.Equal([TenantState.Failed, isDeclared ? TenantState.Differs : TenantState.Equal], report.Tenants.Select(t => t.State));
        Assert.Equal("SSY0205", Assert.Single(report.Tenants[0].Diagnostics).Entry.Code);
    }

    private static async Task<string> Compare(TestDatabase database, SchemaTarget target, TenantContext missing, string code)
    {
        var message = "";
        foreach (var tenants in new[] { new[] { missing, database.Tenant }, [database.Tenant, missing] })
        {
            var report = await Fleet(database.Server).ValidateAsync(TenantList.Of(tenants), target, Looking,
                TestContext.Current.CancellationToken);
            Assert.Equal(TenantState.Equal, report.Tenants.Single(t => t.Tenant == database.Tenant.Id).State);
            var failed = report.Tenants.Single(t => t.Tenant == "missing");
            Assert.Equal(TenantState.Failed, failed.State);
            Assert.Equal(code, Assert.Single(failed.Diagnostics).Entry.Code);
            message = failed.Diagnostics[0].Message;
        }

        return message;
    }

    private static TenantFleet Fleet(TestServer server) => new(new(new AdapterRegistry(LedgerCorpusTests.Adapter(server))));
}
