using System.Globalization;

namespace SchemaSync.Adapters.Tests;

using static HookScene;

/// <summary>Hooks beside death: what comes after a change is not lost with the process that made it.</summary>
public sealed class HookFaultTests
{
    private const string Start = "CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE u (id int PRIMARY KEY)";
    private const string More = "CREATE TABLE t (id int PRIMARY KEY, a int, b int); CREATE TABLE u (id int PRIMARY KEY, c int)";

    public static TheoryData<string> OfEach => FillFaultTests.OfEach;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(OfEach))]
    public async Task Killed_before_any_call_what_comes_after_is_run_in_the_end(string name)
    {
        var server = TestServer.Of(name);
        // An index that is built online makes several transactions of it on PostgreSQL too.
        const string Index = "; CREATE INDEX i ON u (c)";
        var target = await FillScene.WantedAsync(server, $"{More}; {Log}{Index}",
            Before(Intent.Run, Say("first")), After(Table("t"), Say("t")), After(Table("u"), Say("u")), After(Intent.Run, Say("last")));
        int calls;
        using (var undisturbed = server.CreateDatabase().Run($"{Start}; {Log}"))
        {
            var (exitCode, output) = await FillScene.DyingAsync(undisturbed, target, "");
            Assert.True(exitCode == 0, output);
            calls = int.Parse(output.Trim().Split('\n')[^1].Split(' ')[2], CultureInfo.InvariantCulture);
        }

        foreach (var call in Enumerable.Range(1, calls).Where(c => c % 2 == 0 || c > calls - 8))
        {
            using var live = server.CreateDatabase().Run($"{Start}; {Log}");
            var (killed, said) = await FillScene.DyingAsync(live, target, $"call:{call}");
            Assert.True(killed == CrashRun.Killed, $"call {call} of {calls} ended with {killed}: {said}");
            var before = (await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual ? "equal, " : "";
            var report = await FillScene.SyncAsync(live, target, FillScene.Anything);
            Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual, $"call {call} of {calls}");
            var words = Said(live).Split(';');
            var all = $"call {call} of {calls}: {before}{report.Outcome} {string.Join(";", words)}";
            foreach (var word in new[] { "first", "t", "u", "last" }) Assert.True(words.Contains(word), all);
            // What ran after the run, ran after all that came before it.
            Assert.True(words[^1] == "last", all);
            Assert.True(words.Count(w => w == "last") <= 2, all);
            Assert.True((await FillScene.SyncAsync(live, target, FillScene.Anything)).Outcome == Outcome.NothingToDo, all);
            Assert.Equal(words, Said(live).Split(';'));
            Assert.Equal(LedgerEntry.Succeeded, (await Engine.AuditAsync(live.Tenant, Token))[0].Outcome);
        }
    }

    [Theory]
    [MemberData(nameof(OfEach))]
    public async Task One_that_fails_on_rows_is_run_by_the_next_sync(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Start}; {Log}; INSERT INTO t VALUES (1, 1)");
        var bad = await FillScene.WantedAsync(server, $"{More}; {Log}",
            After(Table("t"), "INSERT INTO t (id) SELECT id FROM t"), After(Intent.Run, Say("last")));
        var (_, message) = await RefusedAsync(live, bad);
        Assert.Contains("run [AfterSync] of table t", message, StringComparison.Ordinal);
        Assert.Equal("", Said(live));
        var good = FillScene.With(bad, After(Table("t"), "INSERT INTO t (id) SELECT id + 1 FROM t"), After(Intent.Run, Say("last")));
        Assert.Equal(Outcome.Done, (await RunAsync(live, good)).Outcome);
        Assert.Equal("1;2", live.Query("SELECT id FROM t ORDER BY id"));
        Assert.Equal("last", Said(live));
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, good)).Outcome);
    }

    [Fact]
    public async Task All_in_one_transaction_they_are_a_part_of_it()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run($"{Start}; {Log}");
        var target = await FillScene.WantedAsync(TestServer.PostgreSql15, $"{More}; {Log}",
            Before(Intent.Run, Say("a")), After(Intent.Run, Say("b")));
        await FillScene.DoneAsync(live, target, FillScene.Anything with { Transactional = true });
        Assert.Equal("a;b", Said(live));
    }

    [Fact]
    public async Task A_script_runs_them_once()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run($"{Start}; {Log}");
        var target = SchemaTarget.Of(await FillScene.WantedAsync(TestServer.PostgreSql15, $"{More}; {Log}; CREATE INDEX i ON u (c)",
            Before(Intent.Run, Say("a")), After(Table("u"), Say("u")), After(Intent.Run, Say("b"))));
        var script = await Engine.ScriptAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true), Token);
        (await Psql.RunAsync(live, script + script)).SucceededOnce();
        Assert.Equal("a;u;b", Said(live));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }
}
