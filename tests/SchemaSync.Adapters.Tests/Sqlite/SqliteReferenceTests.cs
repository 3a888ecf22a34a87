namespace SchemaSync.Adapters.Tests;

/// <summary>References to a table that is not there, which SQLite takes: one that is called otherwise becomes it.</summary>
public sealed class SqliteReferenceTests
{
    private const string Reference = "CREATE TABLE t (id INTEGER PRIMARY KEY, w INTEGER REFERENCES w (id));";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    // Seed 62027 of the pairs.
    [Fact]
    public async Task A_table_gets_the_name_that_a_reference_has()
    {
        using var live =
            new SqliteFile().Run($"{Reference} CREATE TABLE x (id INTEGER PRIMARY KEY, a TEXT); INSERT INTO x VALUES (1, 'a');");
        using var wanted = new SqliteFile().Run($"{Reference} CREATE TABLE w (id INTEGER PRIMARY KEY, a TEXT NOT NULL DEFAULT 'b');");
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        var target = SchemaTarget.Of(FillScene.With(await Engine.SnapshotAsync(wanted.Tenant, Token), FillScene.Renamed("w", null, "x")));
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal("1|a", live.Query("SELECT id, a FROM w"));
        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        await Engine.ApplyAsync(live.Tenant, back, MySqlServers.Everything, Token);
        Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
    }
}
