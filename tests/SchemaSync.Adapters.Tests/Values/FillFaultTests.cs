using System.Globalization;

namespace SchemaSync.Adapters.Tests;

using static FillScene;

/// <summary>Filling beside others: locks, deaths, tables of nobody, one transaction.</summary>
public sealed class FillFaultTests
{
    private const string Before = "CREATE TABLE t (id int PRIMARY KEY, email varchar(40)); "
        + "INSERT INTO t VALUES (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E')";

    private const string After = "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)";

    private const string Filled = "SELECT id, email, code FROM t ORDER BY id";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> OfEach =>
        [.. new[] { TestServer.PostgreSql15, TestServer.MySql97, TestServer.MariaDb118 }.Select(s => s.ToString())];

    [Theory]
    [MemberData(nameof(OfEach))]
    public async Task Killed_before_any_of_its_last_calls_the_next_run_finishes(string name)
    {
        var server = TestServer.Of(name);
        var target = await WantedAsync(server, After, Backfill("t", "code", "lower(email)", rows: 2));
        int calls;
        using (var undisturbed = server.CreateDatabase().Run(Before))
        {
            var (exitCode, output) = await DyingAsync(undisturbed, target, "");
            Assert.True(exitCode == 0, output);
            calls = int.Parse(output.Trim().Split('\n')[^1].Split(' ')[2], CultureInfo.InvariantCulture);
        }

        // From the column without NOT NULL on.
        foreach (var call in Enumerable.Range(calls - 9, 10))
        {
            using var live = server.CreateDatabase().Run(Before);
            var (killed, said) = await DyingAsync(live, target, $"call:{call}");
            Assert.True(killed == CrashRun.Killed, $"call {call} of {calls} ended with {killed}: {said}");
            Assert.Equal("1|A;2|B;3|C;4|D;5|E", live.Query("SELECT id, email FROM t ORDER BY id"));
            await SyncAsync(live, target, Anything);
            Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual, $"call {call} of {calls}");
            Assert.Equal("1|A|a;2|B|b;3|C|c;4|D|d;5|E|e", live.Query(Filled));
        }
    }

    [Theory]
    [MemberData(nameof(OfEach))]
    public async Task A_row_that_somebody_holds_is_waited_for(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Before}; ALTER TABLE t ADD COLUMN code varchar(40)");
        var target = await WantedAsync(server, After, Backfill("t", "code", "lower(email)", rows: 2));
        using var theirs = server.Connect(live.ConnectionString);
        using var command = theirs.CreateCommand();
        command.CommandText = "BEGIN; UPDATE t SET email = 'held' WHERE id = 5";
        command.ExecuteNonQuery();
        var run = SyncAsync(live, target);
        while (!run.IsCompleted && live.Query("SELECT count(code) FROM t") is not ("2" or "4")) await Task.Delay(20, Token);
        Assert.False(run.IsCompleted);
        command.CommandText = "COMMIT";
        command.ExecuteNonQuery();
        Assert.Equal(Outcome.Done, (await run).Outcome);
        Assert.Equal("1|A|a;2|B|b;3|C|c;4|D|d;5|held|held", live.Query(Filled));
    }

    [Theory]
    [MemberData(nameof(OfEach))]
    public async Task A_table_that_nobody_declares_may_be_read(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run($"{Before}; CREATE TABLE theirs (k int PRIMARY KEY, word varchar(9)); INSERT INTO theirs SELECT id, 'w' FROM t");
        var target = await WantedAsync(server, After, Backfill("t", "code", "(SELECT word FROM theirs WHERE theirs.k = t.id)"));
        var options = Anything with { IncludeUnmanaged = false };
        Assert.Equal(Outcome.Done, (await SyncAsync(live, target, options)).Outcome);
        Assert.Equal("5|5", live.Query("SELECT count(*), (SELECT count(*) FROM theirs) FROM t WHERE code = 'w'"));
    }

    [Fact]
    public async Task All_in_one_transaction_it_is_one_statement()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Before);
        var target = await WantedAsync(TestServer.PostgreSql15, After, Backfill("t", "code", "lower(email)", rows: 2));
        var report = await DoneAsync(live, target, Anything with { Transactional = true });
        Assert.DoesNotContain(report.Plan.Steps, s => s.Fill is not null);
        Assert.Equal("1|A|a;2|B|b;3|C|c;4|D|d;5|E|e", live.Query(Filled));
    }

    [Fact]
    public async Task A_script_says_that_it_fills_a_column_at_once()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Before);
        var target = SchemaTarget.Of(await WantedAsync(TestServer.PostgreSql15, After, Backfill("t", "code", "lower(email)")));
        var script = await Engine.ScriptAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token);
        Assert.Contains("Rows get their values in one statement for each column here", script, StringComparison.Ordinal);
        Assert.Contains("UPDATE \"t\" SET \"code\" = (lower(email)) WHERE \"code\" IS NULL;", script, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Partitions_are_filled_by_the_key_of_their_table()
    {
        const string Parts = "CREATE TABLE p PARTITION OF t FOR VALUES FROM (0) TO (10); CREATE TABLE q PARTITION OF t DEFAULT";
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(
            $"CREATE TABLE t (id int, v int, PRIMARY KEY (id, v)) PARTITION BY RANGE (id); {Parts}; "
            + "INSERT INTO t SELECT n % 20, n FROM generate_series(1, 50) n");
        var target = await WantedAsync(TestServer.PostgreSql15,
            $"CREATE TABLE t (id int, v int, w int NOT NULL, PRIMARY KEY (id, v)) PARTITION BY RANGE (id); {Parts}",
            Backfill("t", "w", "v * 2", rows: 7));
        await DoneAsync(live, target);
        Assert.Equal("50|50", live.Query("SELECT count(*), count(*) FILTER (WHERE w = 2 * v) FROM t"));
    }
}
