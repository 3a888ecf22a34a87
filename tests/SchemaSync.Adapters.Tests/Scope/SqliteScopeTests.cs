namespace SchemaSync.Adapters.Tests;

/// <summary>Objects of somebody else that share a name with something of ours, on
/// SQLite: left alone and counted, or in the way and said.</summary>
public sealed class SqliteScopeTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));

    private static ExecutionOptions Anything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_trigger_that_is_called_like_a_declared_table_or_view_stays()
    {
        using var live = new SqliteFile().Run("""
            CREATE TABLE theirs (id INTEGER PRIMARY KEY); CREATE TRIGGER x AFTER INSERT ON theirs BEGIN SELECT 1; END;
                CREATE TRIGGER v AFTER DELETE ON theirs BEGIN SELECT 2; END;
            CREATE VIEW seen AS SELECT id FROM theirs; CREATE TRIGGER X2 INSTEAD OF INSERT ON seen BEGIN SELECT 3; END
            """);
        var before = SqliteOracle.Describe(live);
        var report = await Sync(live,
            "CREATE TABLE x (id INTEGER PRIMARY KEY); CREATE TABLE x2 (id INTEGER); CREATE VIEW v AS SELECT id FROM x; CREATE TRIGGER "
                + "seen AFTER INSERT ON x BEGIN SELECT 4; END");
        Assert.Equal(["table theirs", "trigger X2 on seen", "trigger v on theirs", "trigger x on theirs", "view seen"],
            report.Unmanaged.Select(o => o.ToString()));
        await Sync(live, "");
        Assert.Equal(before, SqliteOracle.Describe(live));
    }

    [Theory]
    [InlineData("CREATE VIEW X AS SELECT 1 AS id", "CREATE TABLE x (id INTEGER PRIMARY KEY)", "view X")]
    [InlineData("CREATE TABLE x (id)", "CREATE VIEW x AS SELECT 1 AS id", "table x")]
    [InlineData("CREATE TABLE theirs (id); CREATE INDEX x ON theirs (id)", "CREATE TABLE x (id INTEGER)", "index theirs.x")]
    [InlineData("CREATE TABLE theirs (id); CREATE INDEX x ON theirs (id)",
        "CREATE TABLE t (id INTEGER); CREATE INDEX X ON t (id)", "index theirs.x")]
    [InlineData("CREATE TABLE x (id)", "CREATE TABLE t (id INTEGER); CREATE INDEX x ON t (id)", "table x")]
    [InlineData("CREATE VIRTUAL TABLE x USING fts5(a)", "CREATE VIEW x AS SELECT 1 AS id", "table x")]
    [InlineData("CREATE TABLE theirs (id); CREATE TRIGGER x AFTER INSERT ON theirs BEGIN SELECT 1; END",
        "CREATE TABLE t (id INTEGER); CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 2; END", "trigger x on theirs")]
    [InlineData("CREATE VIEW __schemasync_ledger AS SELECT 1 AS id", "CREATE TABLE t (id INTEGER)", "view __schemasync_ledger")]
    public async Task What_has_the_name_of_a_declared_object_is_in_the_way_and_stays(string foreign, string declared, string holder)
    {
        using var live = new SqliteFile().Run(foreign);
        var before = live.Query("SELECT sql FROM sqlite_schema ORDER BY sql");
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Sync(live, declared));
        Assert.Equal("SSY0217", refusal.Diagnostics[0].Entry.Code);
        Assert.Contains($"cannot be made: {holder} has its name", refusal.Message, StringComparison.Ordinal);
        Assert.Equal(before, live.Query("SELECT sql FROM sqlite_schema ORDER BY sql"));
    }

    [Theory]
    [InlineData("CREATE TABLE x (id INTEGER)", "CREATE VIEW x AS SELECT 1 AS id")]
    [InlineData("CREATE VIEW x AS SELECT 1 AS id", "CREATE TABLE x (id INTEGER)")]
    [InlineData("CREATE TABLE x (id INTEGER)", "CREATE TABLE t (id INTEGER); CREATE INDEX x ON t (id)")]
    [InlineData("CREATE TABLE t (id INTEGER); CREATE INDEX x ON t (id)", "CREATE TABLE x (id INTEGER)")]
    [InlineData("CREATE TABLE t (id INTEGER); CREATE TABLE s (id INTEGER); CREATE INDEX x ON t (id)",
        "CREATE TABLE t (id INTEGER); CREATE TABLE s (id INTEGER); CREATE INDEX x ON s (id)")]
    [InlineData("CREATE TABLE t (id INTEGER); CREATE INDEX x ON t (id)", "CREATE TABLE t (id INTEGER); CREATE VIEW x AS SELECT 1 AS id")]
    [InlineData("CREATE TABLE t (id INTEGER); CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END",
        "CREATE TABLE t (id INTEGER); CREATE TABLE x (id INTEGER); CREATE TRIGGER y AFTER INSERT ON x BEGIN SELECT 1; END")]
    [InlineData("CREATE TABLE t (id INTEGER); CREATE TABLE s (id INTEGER); CREATE TRIGGER x AFTER INSERT ON t BEGIN SELECT 1; END",
        "CREATE TABLE t (id INTEGER); CREATE TABLE s (id INTEGER); CREATE TRIGGER x AFTER INSERT ON s BEGIN SELECT 1; END")]
    public async Task What_a_run_of_ours_made_may_change_its_kind(string before, string after)
    {
        using var live = new SqliteFile();
        await Sync(live, before);
        Assert.Equal(Outcome.Done, (await Sync(live, after)).Outcome);
        using var wanted = new SqliteFile().Run(after);
        Assert.Equal(SqliteOracle.Describe(wanted), SqliteOracle.Describe(live));
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token);
        using var old = new SqliteFile().Run(before);
        Assert.Equal(SqliteOracle.Describe(old), SqliteOracle.Describe(live));
    }

    [Fact]
    public async Task Only_our_own_ledger_is_left_out_of_a_snapshot()
    {
        const string Foreign =
            "CREATE TABLE __schemasync_mine (id INTEGER); CREATE INDEX __schemasync_index ON __schemasync_mine (id); CREATE VIEW "
                + "__schemasync_check AS SELECT 1 AS id; CREATE TABLE __schemasync_checked (id)";
        using var live = new SqliteFile().Run(Foreign);
        string[] theirs = ["table __schemasync_checked", "table __schemasync_mine", "view __schemasync_check"];
        Assert.Equal(theirs, (await Sync(live, "CREATE TABLE x (id INTEGER)")).Unmanaged.Select(o => o.ToString()));
        live.Run("CREATE TRIGGER seen AFTER INSERT ON __schemasync_ledger BEGIN SELECT 1; END");
        Assert.Equal("trigger seen on __schemasync_ledger", Assert.Single((await Engine.SnapshotAsync(live.Tenant,
            Token)).Objects.OfType<OpaqueObject>()).Identity.ToString());
        Assert.Equal([.. theirs.Take(2), "trigger seen on __schemasync_ledger", theirs[2]],
            (await Sync(live, "CREATE TABLE y (id INTEGER)")).Unmanaged.Select(o => o.ToString()));
    }

    private static async Task<ExecutionReport> Sync(SqliteFile live, string declared)
    {
        using var wanted = new SqliteFile().Run(declared);
        return await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token)),
            execute: true, Anything, Token);
    }
}
