namespace SchemaSync.Adapters.Tests;

using static HookScene;

/// <summary>Declared SQL runs before and after a sync, and before and after the change of one object.</summary>
public sealed class HookTests
{
    private const string Start = "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int PRIMARY KEY)";
    private const string More = "CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE TABLE u (id int PRIMARY KEY)";

    public static TheoryData<string> Servers => FillScene.Servers;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task They_run_in_their_order_and_only_for_what_changes(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Start}; {Log}");
        var target = await FillScene.WantedAsync(server, $"{More}; {Log}",
            After(Intent.Run, Say("last"), order: 2), After(Intent.Run, Say("late")), Before(Intent.Run, Say("first")),
            Before(Table("t"), Say("before t")), After(Table("t"), Say("after t")),
            Before(Table("u"), Say("before u")), After(Table("u"), Say("after u")),
            Before(Column("t", "b"), Say("before b")), After(Column("t", "b"), Say("after b")), After(Column("t", "a"), Say("after a")));
        var report = await RunAsync(live, target);
        Assert.Equal(Outcome.Done, report.Outcome);
        // What is only made has nothing before it, and what stays has nothing at all.
        Assert.Equal("first;before t;after b;after t;late;last".Split(';').Order(),
            Said(live).Split(';').Order());
        Assert.StartsWith("first;before t;", Said(live), StringComparison.Ordinal);
        Assert.EndsWith(";late;last", Said(live), StringComparison.Ordinal);
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, target)).Outcome);
        Assert.Contains((await Engine.AuditAsync(live.Tenant, Token))[0].Steps, s => s.Serves == "run [AfterSync] of table t");
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_first_sync_has_what_comes_after_it(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase();
        var target = await FillScene.WantedAsync(server, $"{Start}; {Log}",
            Before(Table("t"), "DELETE FROM t"), After(Table("t"), "INSERT INTO t VALUES (1, 2)"), After(Intent.Run, Say("done")));
        Assert.Equal(Outcome.Done, (await RunAsync(live, target)).Outcome);
        Assert.Equal("1|2", live.Query("SELECT * FROM t"));
        Assert.Equal("done", Said(live));
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, target)).Outcome);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_revert_says_that_it_does_not_run_them_backwards(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Start}; {Log}");
        var target = await FillScene.WantedAsync(server, $"{More}; {Log}",
            After(Table("t"), Say("after t")), Before(Intent.Run, Say("first")));
        var report = await RunAsync(live, target);
        Assert.Contains(report.Plan.Steps, s => s is { IsHook: true, Reverse.Kind: ReverseKind.Impossible });
        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.DoesNotContain(back.Steps, s => s.IsHook);
        Assert.Equal(["[AfterSync] of table t", "[BeforeSync] of the assembly"],
            back.AllHazards.Where(h => h.Code == "SSY0417").Select(h => h.Diagnostic.Arguments[0]).Order());
        await Engine.ApplyAsync(live.Tenant, back, FillScene.Anything, Token);
        Assert.Equal("first;after t", Said(live));
        Assert.DoesNotContain((await RunAsync(live, target)).Plan.AllHazards, h => h.Code == "SSY0417");
        Assert.Equal("first;after t;first;after t", Said(live));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_saved_plan_holds_them(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Start}; {Log}");
        var target = await FillScene.WantedAsync(server, $"{More}; {Log}", After(Table("t"), Say("it is done")));
        using var directory = new TemporaryDirectory();
        var file = directory.File("plan.json");
        var made = await Engine.PlanAsync(live.Tenant, SchemaTarget.Of(target), new(IncludeUnmanaged: true), Token);
        await PlanFile.SaveAsync(file, made, Token);
        var plan = await PlanFile.LoadAsync(file, Token);
        Assert.Contains(plan.Steps, s => s.IsHook);
        // Whoever leaves it out, or writes another one into it, has another plan.
        var without = plan with { Steps = [.. plan.Steps.Where(s => !s.IsHook)] };
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.ApplyAsync(live.Tenant, without, FillScene.Anything, Token));
        Assert.Equal("SSY0519", refusal.Diagnostics[0].Entry.Code);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, plan, FillScene.Anything, Token)).Outcome);
        Assert.Equal("it is done", Said(live));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task One_that_changes_the_schema_is_told(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Start);
        string[] bad = ["ALTER TABLE t ADD COLUMN c int", "DROP TABLE u", "CREATE TABLE extra (id int)", "ALTER TABLE t DROP COLUMN b"];
        foreach (var sql in bad)
        {
            var target = await FillScene.WantedAsync(server, More, After(Table("t"), sql));
            var (code, message) = await RefusedAsync(live, target);
            Assert.True(code == "SSY0524", $"{sql}: {message}");
            Assert.Contains("[AfterSync] of table t", message, StringComparison.Ordinal);
        }

        Assert.Equal("0", live.Query("SELECT count(*) FROM t"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task One_that_the_server_refuses_is_told_before_the_first_step(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Start}; {Log}");
        foreach (var sql in new[] { "UPDATE nothing SET a = 1", "UPDATE t SET c = 1", "SELEC 1", "DELETE FROM t WHERE no_such(1) = 1" })
        {
            var (code, message) = await RefusedAsync(live, await FillScene.WantedAsync(server, $"{More}; {Log}", After(Table("t"), sql)));
            Assert.True(code == "SSY0523" || (code == "SSY0227" && sql.StartsWith("SELEC 1", StringComparison.Ordinal)), message);
        }

        // Before the change its own column is not there yet.
        var early = await FillScene.WantedAsync(server, $"{More}; {Log}", Before(Table("t"), "UPDATE t SET b = 1"));
        Assert.Equal("SSY0523", (await RefusedAsync(live, early)).Code);
        Assert.Equal("", Said(live));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task One_that_ends_the_transaction_or_is_several_is_refused(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Start);
        string[] bad = ["COMMIT", "ROLLBACK", "BEGIN", "START TRANSACTION", "SAVEPOINT a", "SET ROLE x", "  /* x */ commit ", "",
            "DELETE FROM t; DELETE FROM u", "DELETE FROM t WHERE a = (1", "DELETE FROM t WHERE a = 'x", "USE mysql", ";"];
        foreach (var sql in bad)
        {
            var (code, message) = await RefusedAsync(live, await FillScene.WantedAsync(server, More, Before(Intent.Run, sql)));
            Assert.True(code is "SSY0227" || (code == "SSY0523" && sql.EndsWith("(1", StringComparison.Ordinal)), $"{sql}: {message}");
        }

        Assert.Equal("0", live.Query("SELECT count(*) FROM t"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task One_that_is_not_tried_has_to_be_allowed(string name)
    {
        var server = TestServer.Of(name);
        const string Keyed = "CREATE TABLE k (id int PRIMARY KEY); "
            + "CREATE TABLE v (id int PRIMARY KEY, k int NOT NULL, FOREIGN KEY (k) REFERENCES k (id))";
        using var live = server.CreateDatabase().Run($"{Keyed}; {Start}; INSERT INTO k VALUES (7)");
        const string Sql = "INSERT INTO v VALUES (1, 7)";
        // On scratch there is no row to refer to.
        var (code, message) = await RefusedAsync(live, await FillScene.WantedAsync(server, $"{Keyed}; {More}", After(Table("t"), Sql)));
        Assert.Equal("SSY0523", code);
        Assert.Contains("Unproved = true", message, StringComparison.Ordinal);
        var target = await FillScene.WantedAsync(server, $"{Keyed}; {More}", After(Table("t"), Sql, unproved: true));
        (code, message) = await RefusedAsync(live, target);
        Assert.Equal("SSY0506", code);
        Assert.Contains("SSY0416", message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Done, (await RunAsync(live, target, "SSY0416")).Outcome);
        Assert.Equal("1|7", live.Query("SELECT * FROM v"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task It_meets_what_is_declared_nowhere_and_what_does_not_change(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Start}; {Log}; CREATE TABLE theirs (id int PRIMARY KEY, w varchar(9)); "
            + "INSERT INTO theirs VALUES (1, 'x')");
        var target = await FillScene.WantedAsync(server, $"{More}", After(Table("t"), "INSERT INTO log SELECT id, w FROM theirs"));
        var report = await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true, new() { Policy = new([]) }, Token);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.Equal("x", Said(live));
    }
}
