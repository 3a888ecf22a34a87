namespace SchemaSync.Adapters.Tests;

/// <summary>Twenty runs that meet on one database, while an application writes: one does the work, and the others find it done.</summary>
public sealed class ManyRunnersTests
{
    private const int Runners = 20;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PostgreSql 15")]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 10.11")]
    public async Task On_a_server(string name)
    {
        using var scene = new FaultScene(TestServer.Of(name));
        using var live = await scene.LiveAsync();
        var rows = scene.Rows(live);
        await using var application = new Application(live);
        var engine = new SchemaSyncEngine(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter()));
        OneDidTheWork(await MeetAsync(() =>
            engine.SyncTenantAsync(live.Tenant, scene.Target, execute: true,
                FaultScene.Everything with { LockTimeout = TimeSpan.FromMinutes(3) }, Token)));
        await application.AllIsThereAsync();
        await scene.RecoversAsync(live, rows, "twenty runs at once");
        Assert.Equal("2", live.Query("SELECT count(*) FROM __schemasync_ledger"));
    }

    [Fact]
    public async Task On_a_file()
    {
        using var file = new SqliteFile().Run("CREATE TABLE a (x TEXT); INSERT INTO a VALUES ('kept')");
        using var wanted = new SqliteFile().Run("CREATE TABLE a (x TEXT NOT NULL CHECK (x <> ''), y TEXT)");
        var engine = new SchemaSyncEngine(new AdapterRegistry(new SqliteAdapter()));
        var target = SchemaTarget.Of(await engine.SnapshotAsync(wanted.Tenant, Token));
        OneDidTheWork(await MeetAsync(() =>
            engine.SyncTenantAsync(file.Tenant, target, execute: true,
                FaultScene.Everything with { IncludeUnmanaged = true, LockTimeout = TimeSpan.FromMinutes(3) }, Token)));
        Assert.Equal("kept|NULL", file.Query("SELECT x, y FROM a"));
        Assert.Equal("1", file.Query("SELECT count(*) FROM __schemasync_ledger"));
    }

    private static Task<ExecutionReport[]> MeetAsync(Func<Task<ExecutionReport>> run) =>
        Task.WhenAll(Enumerable.Range(0, Runners).Select(_ => Task.Run(run, Token)));

    private static void OneDidTheWork(ExecutionReport[] reports)
    {
        Assert.Single(reports, r => r.Outcome == Outcome.Done);
        Assert.Equal(Runners - 1, reports.Count(r => r.Outcome == Outcome.NothingToDo));
    }
}
