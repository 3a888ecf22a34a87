namespace SchemaSync.Adapters.Tests;

using static HookScene;

/// <summary>The same on SQLite, where a sync with all that runs along is one transaction.</summary>
public sealed class SqliteHookTests
{
    private const string Rest = "CREATE TABLE u (id INTEGER PRIMARY KEY); CREATE TABLE log (id INT, word TEXT);";
    private const string Start = $"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT); {Rest}";
    private const string More = $"CREATE TABLE t (id INTEGER PRIMARY KEY, a INT NOT NULL DEFAULT 1); {Rest}";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task They_run_in_their_order_and_only_for_what_changes()
    {
        using var live = new SqliteFile().Run(Start);
        var target = await WantedAsync(More,
            After(Intent.Run, Say("last")), Before(Intent.Run, Say("first")), Before(Table("t"), Say("before t")),
            After(Table("t"), Say("after t")), After(Table("u"), Say("u")), After(Column("t", "a"), Say("a"), order: -1));
        Assert.Equal(Outcome.Done, (await SyncAsync(live, target)).Outcome);
        Assert.Equal("first;before t;after t;a;last", live.Query("SELECT word FROM log ORDER BY id"));
        Assert.Equal(Outcome.NothingToDo, (await SyncAsync(live, target)).Outcome);
        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Equal(5, back.AllHazards.Count(h => h.Code == "SSY0417"));
        await Engine.ApplyAsync(live.Tenant, back, FillScene.Anything, Token);
        Assert.Equal("5", live.Query("SELECT count(*) FROM log"));
    }

    [Fact]
    public async Task One_that_fails_takes_the_whole_sync_back()
    {
        using var live = new SqliteFile().Run($"{Start} INSERT INTO u VALUES (1);");
        var target = await WantedAsync(More, Before(Intent.Run, Say("first")), After(Intent.Run, "INSERT INTO u SELECT id FROM u"));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(live, target));
        Assert.Contains("run [AfterSync] of the assembly", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("0", live.Query("SELECT count(*) FROM log"));
        Assert.False((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual);
        Assert.Equal(Outcome.Done, (await SyncAsync(live, FillScene.With(target, After(Intent.Run, Say("done"))))).Outcome);
    }

    [Fact]
    public async Task A_bad_one_is_told_where_what_it_is_about_is_declared()
    {
        using var live = new SqliteFile().Run(Start);
        var (table, run) = (new SourceLocation("T.cs", 3, 1, 3, 9), new SourceLocation("Hooks.cs", 1, 1, 1, 30));
        var places = new Dictionary<ObjectId, SourceLocation> { [Table("t")] = table, [Intent.Run] = run };
        foreach (var (subject, place) in new[] { (Table("t"), table), (Column("t", "a"), table), (Intent.Run, run) })
        {
            var target = SchemaTarget.Of(await WantedAsync(More, After(subject, "UPDATE nowhere SET b = 1"))) with { Locations = places };
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
            Assert.Equal(("SSY0523", place), (refusal.Diagnostics[0].Entry.Code, refusal.Diagnostics[0].Location));
        }
    }

    [Theory]
    [InlineData("COMMIT", "SSY0227")]
    [InlineData("END", "SSY0227")]
    [InlineData("ROLLBACK", "SSY0227")]
    [InlineData("PRAGMA writable_schema = ON", "SSY0227")]
    [InlineData("ATTACH 'other.db' AS other", "SSY0227")]
    [InlineData("VACUUM", "SSY0227")]
    [InlineData("", "SSY0227")]
    [InlineData("-- nothing", "SSY0227")]
    [InlineData("DELETE FROM t; DELETE FROM u", "SSY0523")]
    [InlineData("UPDATE t SET b = 1", "SSY0523")]
    [InlineData("DROP TABLE u", "SSY0524")]
    [InlineData("ALTER TABLE u ADD COLUMN x INT", "SSY0524")]
    [InlineData("CREATE TRIGGER g AFTER INSERT ON u BEGIN DELETE FROM t; END", "SSY0524")]
    public async Task A_bad_one_is_told_before_the_first_step(string sql, string code)
    {
        using var live = new SqliteFile().Run(Start);
        var target = await WantedAsync(More, After(Table("t"), sql));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(live, target));
        Assert.True(refusal.Diagnostics[0].Entry.Code == code, refusal.Message);
        Assert.Equal("0", live.Query("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task A_script_holds_them()
    {
        using var live = new SqliteFile().Run(Start);
        var target = SchemaTarget.Of(await WantedAsync(More, Before(Intent.Run, Say("first")), After(Table("t"), Say("t"))));
        var script = await Engine.ScriptAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token);
        var (first, last) = (script.IndexOf(Say("first"), StringComparison.Ordinal), script.IndexOf(Say("t"), StringComparison.Ordinal));
        Assert.True(0 < first && first < last, script);
        Assert.Contains("run [BeforeSync] of the assembly", script, StringComparison.Ordinal);
    }

    private static async Task<Snapshot> WantedAsync(string sql, params Intent[] intents)
    {
        using var wanted = new SqliteFile().Run(sql);
        return FillScene.With(await Engine.SnapshotAsync(wanted.Tenant, Token), intents);
    }

    private static Task<ExecutionReport> SyncAsync(SqliteFile live, Snapshot target) =>
        Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true, FillScene.Anything, Token);
}
