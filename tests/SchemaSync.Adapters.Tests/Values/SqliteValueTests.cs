namespace SchemaSync.Adapters.Tests;

/// <summary>The same on SQLite, where rows get their values on the way into the new table, or in their place, in one transaction.</summary>
public sealed class SqliteValueTests
{
    private const string Before =
        "CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT, old TEXT); INSERT INTO t VALUES (1, 'A', 'x'), (2, 'B', 'y'), (3, 'C', NULL);";
    private const string After = "CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT, old TEXT, code TEXT NOT NULL);";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_new_required_column_gets_its_values_and_the_way_back_drops_it()
    {
        using var live = new SqliteFile().Run(Before);
        var target = await WantedAsync(After, FillScene.Backfill("t", "code", "lower(t.email)"));
        var report = await DoneAsync(live, target, "SSY0406");
        Assert.Equal("1|A|a;2|B|b;3|C|c", live.Query("SELECT id, email, code FROM t ORDER BY id"));
        Assert.Contains(report.Plan.Steps, s => s.Written == "[Backfill] of column t.code");
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), FillScene.Anything, Token);
        await DoneAsync(live, target, "SSY0406");
        Assert.Equal("1|A|a;2|B|b;3|C|c", live.Query("SELECT id, email, code FROM t ORDER BY id"));
    }

    [Fact]
    public async Task A_column_that_becomes_required_keeps_what_it_has()
    {
        using var live = new SqliteFile().Run(Before);
        var target = await WantedAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT, old TEXT NOT NULL);",
            FillScene.Backfill("t", "old", "lower(email)"));
        await DoneAsync(live, target);
        Assert.Equal("1|x;2|y;3|c", live.Query("SELECT id, old FROM t ORDER BY id"));
    }

    [Fact]
    public async Task It_keeps_what_it_has_in_a_rebuild_too_and_a_default_is_for_those_who_write()
    {
        using var live = new SqliteFile().Run(Before);
        var target =
            await WantedAsync(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT, old TEXT NOT NULL DEFAULT 'new', n REAL NOT NULL DEFAULT 9) STRICT;",
            FillScene.Backfill("t", "old", "lower(email)"), FillScene.Backfill("t", "n", "id + 0.5"));
        await DoneAsync(live, target, "SSY0406", "SSY0407");
        live.Run("INSERT INTO t (id) VALUES (4);");
        Assert.Equal("1|x|1.5;2|y|2.5;3|c|3.5;4|new|9", live.Query("SELECT id, old, n FROM t ORDER BY id"));
    }

    [Fact]
    public async Task What_it_reads_goes_after_it_and_names_are_the_declared_ones()
    {
        using var live =
            new SqliteFile().Run(
                $"{Before} CREATE TABLE gone (id INTEGER PRIMARY KEY, v TEXT); INSERT INTO gone VALUES (1, 'p'), (2, 'q'), (3, 'r');");
        var target = await WantedAsync("CREATE TABLE u (id INTEGER PRIMARY KEY, mail TEXT, code TEXT NOT NULL, k TEXT NOT NULL);",
            FillScene.Renamed("u", null, "t"), FillScene.Renamed("u", "mail", "email"),
            FillScene.Backfill("u", "code", "u.mail || coalesce(old, '-')"),
            FillScene.Backfill("u", "k", "(SELECT v FROM gone WHERE gone.id = u.id)"));
        await DoneAsync(live, target, [.. DiagnosticCatalog.All.Keys]);
        Assert.Equal("1|Ax|p;2|By|q;3|C-|r", live.Query("SELECT id, code, k FROM u ORDER BY id"));
    }

    [Fact]
    public async Task A_row_that_gets_no_value_stops_it_and_nothing_is_changed()
    {
        using var live = new SqliteFile().Run(Before);
        var target = await WantedAsync(After, FillScene.Backfill("t", "code", "lower(old)"));
        var refusal = await RefusedAsync(live, target, "SSY0406");
        Assert.Equal("SSY0521", refusal.Diagnostics[0].Entry.Code);
        Assert.Contains("for example id=3", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("id;email;old", live.Query("SELECT name FROM pragma_table_info('t')"));
        live.Run("UPDATE t SET old = 'z' WHERE id = 3;");
        await DoneAsync(live, target, "SSY0406");
        refusal = await RefusedAsync(live,
            await WantedAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, email TEXT, old TEXT, code TEXT NOT NULL, more INT NOT NULL);"),
            "SSY0406", "SSY0407");
        Assert.Contains("[Backfill(\"0\")]", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_cannot_be_run_is_the_attributes_fault()
    {
        using var live = new SqliteFile().Run(Before);
        var refusal = await RefusedAsync(live, await WantedAsync(After, FillScene.Backfill("t", "code", "lower(emial)")), "SSY0406");
        Assert.Equal("SSY0522", refusal.Diagnostics[0].Entry.Code);
        refusal = await RefusedAsync(live, await WantedAsync(After, FillScene.Backfill("t", "code", "1) FROM t; DROP TABLE t")), "SSY0406");
        Assert.Equal("SSY0227", refusal.Diagnostics[0].Entry.Code);
    }

    [Fact]
    public async Task Of_several_the_one_that_cannot_be_run_is_named()
    {
        using var live = new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT, w TEXT);");
        var target = await WantedAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, v INTEGER, w INTEGER);",
            FillScene.Using("t", "v", "length(v)"), FillScene.Using("t", "w", "length(wv)"));
        var refusal = await RefusedAsync(live, target, [.. DiagnosticCatalog.All.Keys]);
        Assert.Contains("refuses Using of column t.w:", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Values_become_what_is_declared_when_the_type_changes()
    {
        using var live =
            new SqliteFile().Run(
                "CREATE TABLE t (id INTEGER PRIMARY KEY, v TEXT NOT NULL, w TEXT UNIQUE); CREATE INDEX i ON t (v); INSERT INTO t "
                    + "VALUES (1, 'EUR 5', '1'), (2, 'EUR 70', NULL);");
        var target =
            await WantedAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, v INTEGER NOT NULL, w INTEGER UNIQUE); CREATE INDEX i ON t (v);",
            FillScene.Using("t", "v", "CAST(substr(v, 5) AS INTEGER)"), FillScene.Using("t", "w", "w + 1"));
        var refusal = await RefusedAsync(live, target, "SSY0406", "SSY0407");
        Assert.Contains("SSY0402", refusal.Message, StringComparison.Ordinal);
        await DoneAsync(live, target, [.. DiagnosticCatalog.All.Keys]);
        Assert.Equal("1|5|2|integer;2|70|NULL|integer", live.Query("SELECT id, v, w, typeof(v) FROM t ORDER BY id"));
    }

    [Fact]
    public async Task Values_that_come_to_share_a_key_are_found_before_the_first_step()
    {
        using var live =
            new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY, w TEXT UNIQUE); INSERT INTO t VALUES (1, 'a1'), (2, 'b1');");
        var target = await WantedAsync("CREATE TABLE t (id INTEGER PRIMARY KEY, w INTEGER UNIQUE);",
            FillScene.Using("t", "w", "CAST(substr(w, 2) AS INTEGER)"));
        var refusal = await RefusedAsync(live, target, [.. DiagnosticCatalog.All.Keys]);
        Assert.Equal("SSY0503", refusal.Diagnostics[0].Entry.Code);
    }

    private static async Task<Snapshot> WantedAsync(string after, params Intent[] intents)
    {
        using var wanted = new SqliteFile().Run(after);
        return FillScene.With(await Engine.SnapshotAsync(wanted.Tenant, Token), intents);
    }

    private static Task<ExecutionReport> SyncAsync(SqliteFile live, Snapshot target, string[] allowed) =>
        Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true,
            new() { IncludeUnmanaged = true, Policy = new([.. allowed]) }, Token);

    private static async Task<ExecutionReport> DoneAsync(SqliteFile live, Snapshot target, params string[] allowed)
    {
        var report = await SyncAsync(live, target, allowed);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.Equal(Outcome.NothingToDo, (await SyncAsync(live, target, allowed)).Outcome);
        return report;
    }

    private static Task<SchemaSyncException> RefusedAsync(SqliteFile live, Snapshot target, params string[] allowed) =>
        Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(live, target, allowed));
}
