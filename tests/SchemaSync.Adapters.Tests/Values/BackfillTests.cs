namespace SchemaSync.Adapters.Tests;

using static FillScene;

/// <summary>Rows that are there get what is declared for them, and nothing that they have is touched.</summary>
public sealed class BackfillTests
{
    private const string Before =
        "CREATE TABLE t (id int PRIMARY KEY, email varchar(40)); INSERT INTO t VALUES (1, 'A'), (2, 'B'), (3, 'C'), (4, 'D'), (5, 'E')";

    private const string Filled = "SELECT id, email, code FROM t ORDER BY id";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task A_new_required_column_is_filled_in_batches(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Before);
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)",
            Backfill("t", "code", "lower(email)", rows: 2));
        var report = await DoneAsync(live, target);
        Assert.Contains(report.Plan.Steps, s => s.Serves.Contains("2 rows at a time by", StringComparison.Ordinal));
        Assert.Equal("1|A|a;2|B|b;3|C|c;4|D|d;5|E|e", live.Query(Filled));
        // The way back drops it; once more, and nothing is asked.
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Anything, Token);
        await DoneAsync(live, target);
        Assert.Equal("1|A|a;2|B|b;3|C|c;4|D|d;5|E|e", live.Query(Filled));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task It_tells_how_far_it_is(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Before);
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)",
            Backfill("t", "code", "lower(email)", rows: 2));
        var told = new Told();
        await SyncAsync(live, target, Strict(server) with { Progress = told });
        Assert.Equal(["2 rows so far", "4 rows so far"], told.Lines.Where(l => l.Contains("so far", StringComparison.Ordinal))
            .Select(l => l[(l.LastIndexOf('(') + 1)..^1]));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task A_column_that_becomes_required_keeps_the_values_it_has(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run($"{Before}; ALTER TABLE t ADD COLUMN code varchar(40); UPDATE t SET code = 'kept' WHERE id IN (2, 5)");
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)",
            Backfill("t", "code", "lower(email)", rows: 2));
        await DoneAsync(live, target);
        Assert.Equal("1|A|a;2|B|kept;3|C|c;4|D|d;5|E|kept", live.Query(Filled));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task A_default_is_for_those_who_write_and_not_for_rows_that_are_there(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Before);
        var target = await WantedAsync(server,
            "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) DEFAULT 'new' NOT NULL)",
            Backfill("t", "code", "lower(email)", rows: 2));
        await DoneAsync(live, target);
        live.Run("INSERT INTO t (id, email) VALUES (6, 'F')");
        Assert.Equal("1|A|a;2|B|b;3|C|c;4|D|d;5|E|e;6|F|new", live.Query(Filled));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task Without_it_the_refusal_says_what_to_write(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Before);
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)");
        var refusal = await RefusedAsync(live, target, "SSY0503", Anything);
        Assert.Contains("[Backfill(\"''\")]", refusal.Message, StringComparison.Ordinal);
        live.Run("ALTER TABLE t ADD COLUMN code int");
        refusal = await RefusedAsync(live,
            await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code int NOT NULL)"), "SSY0503", Anything);
        Assert.Contains("[Backfill(\"0\")]", refusal.Message, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task A_row_that_gets_no_value_is_told_before_the_first_step(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Before}; INSERT INTO t VALUES (6, NULL)");
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)",
            Backfill("t", "code", "lower(email)", rows: 2));
        var refusal = await RefusedAsync(live, target, "SSY0503");
        Assert.Contains("[Backfill] of column t.code gives no value", refusal.Message, StringComparison.Ordinal);
        Assert.False(HasColumn(live));
        live.Run("UPDATE t SET email = 'F' WHERE id = 6");
        await DoneAsync(live, target);
        Assert.Equal("1|A|a;2|B|b;3|C|c;4|D|d;5|E|e;6|F|f", live.Query(Filled));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task One_that_only_the_run_can_find_is_told_before_the_column_is_required(string name)
    {
        var server = TestServer.Of(name);
        const string Names = "CREATE TABLE names (id int PRIMARY KEY, name varchar(40))";
        using var live = server.CreateDatabase().Run($"{Before}; {Names}; INSERT INTO names SELECT id, email FROM t WHERE id <> 3");
        var target = await WantedAsync(server,
            $"{Names}; CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)",
            Backfill("t", "code", "(SELECT lower(names.name) FROM names WHERE names.id = t.id)", rows: 2));
        var refusal = await RefusedAsync(live, target, "SSY0521");
        Assert.Equal("SSY0521", refusal.Diagnostics[0].Entry.Code);
        Assert.Contains("[Backfill] of column t.code gives no value for rows of t, for example id=3",
            refusal.Message, StringComparison.Ordinal);
        Assert.Equal("1|A|a;2|B|b;3|C|NULL;4|D|d;5|E|e", live.Query(Filled));
        live.Run("INSERT INTO names VALUES (3, 'three')");
        await DoneAsync(live, target);
        Assert.Equal("1|A|a;2|B|b;3|C|three;4|D|d;5|E|e", live.Query(Filled));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task What_it_reads_goes_only_after_it(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run($"{Before}; CREATE TABLE old (id int PRIMARY KEY, rest varchar(40)); INSERT INTO old SELECT id, 'x' FROM t");
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, code varchar(80) NOT NULL)",
            Backfill("t", "code", "concat(lower(email), (SELECT rest FROM old WHERE old.id = t.id))", rows: 3));
        await DoneAsync(live, target, Anything);
        Assert.Equal("1|ax;2|bx;3|cx;4|dx;5|ex", live.Query("SELECT id, code FROM t ORDER BY id"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task It_names_things_as_they_are_declared(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Before}; ALTER TABLE t ADD COLUMN code varchar(40)");
        var target = await WantedAsync(server,
            "CREATE TABLE users (id int PRIMARY KEY, mail varchar(40), word varchar(40) NOT NULL, n int NOT NULL)",
            Renamed("users", null, "t"), Renamed("users", "mail", "email"), Renamed("users", "word", "code"),
            Backfill("users", "word", "lower(users.mail)", rows: 2), Backfill("users", "n", "id + 1", rows: 2));
        await DoneAsync(live, target, Anything);
        Assert.Equal("1|A|a|2;2|B|b|3;3|C|c|4;4|D|d|5;5|E|e|6", live.Query("SELECT id, mail, word, n FROM users ORDER BY id"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task A_key_of_several_columns_is_gone_through_in_its_order(string name)
    {
        var server = TestServer.Of(name);
        const string Columns = "a int NOT NULL, b varchar(9) NOT NULL, c decimal(5, 2) NOT NULL, v int";
        using var live = server.CreateDatabase().Run($"CREATE TABLE t ({Columns}, PRIMARY KEY (b, a, c))");
        foreach (var a in Enumerable.Range(-2, 5))
            live.Run($"INSERT INTO t VALUES ({a}, 'x''y', 1.5, {a}), ({a}, 'x', 1.25, {a}), ({a}, '', 0, NULL), ({a}, 'é', 0, {a})");
        var target = await WantedAsync(server, $"CREATE TABLE t ({Columns}, w int NOT NULL, PRIMARY KEY (b, a, c))",
            Backfill("t", "w", "coalesce(v, a) * 2", rows: 3));
        await DoneAsync(live, target);
        Assert.Equal("20|20", live.Query("SELECT count(*), count(CASE WHEN w = 2 * a THEN 1 END) FROM t"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task A_table_without_a_key_is_filled_at_once_where_that_is_allowed(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run("CREATE TABLE t (id int, email varchar(40)); INSERT INTO t VALUES (1, 'A'), (1, 'A'), (NULL, 'B')");
        var target = await WantedAsync(server, "CREATE TABLE t (id int, email varchar(40), code varchar(40) NOT NULL)",
            Backfill("t", "code", "lower(email)"));
        var refusal = await RefusedAsync(live, target, "SSY0506");
        Assert.Contains("SSY0415", refusal.Message, StringComparison.Ordinal);
        await DoneAsync(live, target, Strict(server, "SSY0415"));
        Assert.Equal("A|a;A|a;B|b", live.Query("SELECT email, code FROM t ORDER BY email"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task What_the_server_refuses_is_the_attribute_and_nothing_runs(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Before);
        foreach (var sql in new[] { "lower(emial)", "no_such_function(email)" })
        {
            var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)",
                Backfill("t", "code", sql));
            var refusal = await RefusedAsync(live, target, "SSY0522");
            Assert.Equal("SSY0522", refusal.Diagnostics[0].Entry.Code);
            Assert.Contains("[Backfill] of column t.code", refusal.Message, StringComparison.Ordinal);
        }

        foreach (var sql in new[] { "1), id = (2", "1; DROP TABLE t", "lower(email) -- x" })
            await RefusedAsync(live,
                await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)",
                    Backfill("t", "code", sql)), "SSY0227");
        Assert.Equal("5", live.Query("SELECT count(*) FROM t"));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task Killed_between_two_batches_the_next_run_finishes(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Before);
        const string After = "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)";
        // It waits behind the first batch for as long as it may take to see that.
        var slow = await WantedAsync(server, After, Backfill("t", "code", "lower(email)", rows: 2, pause: 600_000));
        await KilledWhenAsync(live, slow, () => HasColumn(live) && live.Query("SELECT count(code) FROM t") == "2");
        Assert.Equal("1|A|a;2|B|b;3|C|NULL;4|D|NULL;5|E|NULL", live.Query(Filled));
        // What others write meanwhile stays, and a row without a value gets one.
        live.Run("UPDATE t SET code = 'theirs' WHERE id IN (2, 4); INSERT INTO t VALUES (0, 'Z', NULL)");
        await DoneAsync(live, With(slow, Backfill("t", "code", "lower(email)", rows: 2)));
        Assert.Equal("0|Z|z;1|A|a;2|B|theirs;3|C|c;4|D|theirs;5|E|e", live.Query(Filled));
        var runs = await Engine.AuditAsync(live.Tenant, Token);
        Assert.Equal(LedgerEntry.Succeeded, runs[0].Outcome);
        Assert.DoesNotContain(runs, r => r.Outcome == LedgerEntry.Running);
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task Rows_that_others_write_without_a_value_meanwhile_get_one(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Before);
        var target = await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL)",
            Backfill("t", "code", "lower(email)", rows: 2, pause: 300));
        var run = SyncAsync(live, target);
        while (!run.IsCompleted && !(HasColumn(live) && live.Query("SELECT count(code) FROM t") == "2")) await Task.Delay(5, Token);
        // Before the key that it has come to, and behind it.
        live.Run("INSERT INTO t (id, email) VALUES (-1, 'Y'), (9, 'Z')");
        Assert.Equal(Outcome.Done, (await run).Outcome);
        Assert.Equal("-1|Y|y;1|A|a;2|B|b;3|C|c;4|D|d;5|E|e;9|Z|z", live.Query(Filled));
    }

    [Theory]
    [MemberData(nameof(FillScene.Servers), MemberType = typeof(FillScene))]
    public async Task The_way_back_of_a_dropped_required_column_asks_for_a_value(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run("CREATE TABLE t (id int PRIMARY KEY, email varchar(40), code varchar(40) NOT NULL, n int)");
        await DoneAsync(live, await WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY, email varchar(40), n varchar(9))"), Anything);
        live.Run("INSERT INTO t VALUES (1, 'A', 'x1'), (2, 'B', 'x2')");
        RevertValue number = new(IntentKind.Convert, "t.n", "CAST(right(n, 1) AS decimal(5, 0))");
        var plan = await Engine.PlanRevertAsync(live.Tenant, [number], Token);
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, Anything, Token));
        Assert.Contains("--backfill \"t.code=''\"", refusal.Message, StringComparison.Ordinal);
        plan = await Engine.PlanRevertAsync(live.Tenant, [number, new(IntentKind.Backfill, "t.code", "lower(email)")], Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, plan, Anything, Token)).Outcome);
        Assert.Equal("1|A|a|1;2|B|b|2", live.Query("SELECT id, email, code, n FROM t ORDER BY id"));
    }

    private static bool HasColumn(TestDatabase live) =>
        live.Query("SELECT count(*) FROM information_schema.columns WHERE table_name = 't' AND column_name = 'code' AND table_schema "
            + "NOT IN ('information_schema')"
        + (live.Server.IsPostgreSql ? "" : " AND table_schema = DATABASE()")) != "0";

    private sealed class Told : IProgress<ExecutionProgress>
    {
        public List<string> Lines { get; } = [];

        public void Report(ExecutionProgress value) => Lines.Add(value.Serves);
    }
}
