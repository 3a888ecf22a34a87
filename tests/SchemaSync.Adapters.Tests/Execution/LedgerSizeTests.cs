using SchemaSync.Adapters.Tests;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>A ledger stays small, and undo, what is ours and what is made by SQL alone stay known.</summary>
public sealed class LedgerSizeTests
{
    [Fact]
    public async Task On_a_file()
    {
        using var file = new SqliteFile();
        await RunAsync(new(new AdapterRegistry(new SqliteAdapter())), file.Tenant, file.Query, "");
    }

    [Theory]
    [InlineData("PostgreSql 15", true)]
    [InlineData("PostgreSql 18", false)]
    [InlineData("MySql 9.7", false)]
    [InlineData("MariaDb 11.8", false)]
    public async Task On_servers(string server, bool shares)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var tenant = shares ? database.Tenant with { Schema = "a", SharesDatabase = true } : database.Tenant;
        await RunAsync(new(new AdapterRegistry(LedgerCorpusTests.Adapter(database.Server))), tenant, database.Query,
            shares ? "__schemasync." : "");
    }

    private static async Task RunAsync(SchemaSyncEngine engine, TenantContext tenant, Func<string, string> query, string place)
    {
        var options = LedgerScene.Anything with { KeepRuns = 3 };
        Task SyncAsync(params string[] columns) =>
            engine.SyncTenantAsync(tenant, LedgerScene.Target(tenant.Provider, "t", columns), true, options);
        for (var i = 1; i <= 8; i++) await SyncAsync([.. Enumerable.Range(0, i).Select(c => $"c{c}")]);
        Assert.Equal("3", query($"SELECT count(*) FROM {place}__schemasync_ledger"));
        Assert.Equal("3", query($"SELECT count(DISTINCT run_id) FROM {place}__schemasync_ledger_steps"));
        // Four states of three runs, and the form of the present declaration.
        Assert.InRange(int.Parse(query($"SELECT count(*) FROM {place}__schemasync_snapshots"),
            System.Globalization.CultureInfo.InvariantCulture), 4, 5);
        Assert.Empty((await engine.AuditAsync(tenant)).Findings);
        for (var i = 0; i < 2; i++) await engine.ApplyAsync(tenant, await engine.PlanRevertAsync(tenant), options);
        Assert.True((await engine.ValidateAsync(tenant, LedgerScene.Target(tenant.Provider, "t",
            [.. Enumerable.Range(0, 6).Select(c => $"c{c}")]))).IsEqual);
        // What nobody declares any more is still known to be ours.
        Assert.False((await engine.ValidateAsync(tenant, LedgerScene.Target(tenant.Provider, "u", "a"))).IsEqual);
        await engine.SyncTenantAsync(tenant, LedgerScene.Target(tenant.Provider, "u", "a"), true, options);
        Assert.Equal("u", Assert.Single((await engine.SnapshotAsync(tenant)).Objects).LocalName.Value);
    }
}
