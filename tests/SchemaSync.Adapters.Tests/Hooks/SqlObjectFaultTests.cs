using System.Globalization;

namespace SchemaSync.Adapters.Tests;

using static HookScene;
using static SqlObjectTests;

/// <summary>Objects that are SQL alone elsewhere, and beside death.</summary>
public sealed class SqlObjectFaultTests
{
    private const string Table = "CREATE TABLE t (id int PRIMARY KEY, a int)";

    public static TheoryData<string> MySqls => [.. MySqlServers.All];

    public static TheoryData<string> OfEach => FillFaultTests.OfEach;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MySqls))]
    public async Task MySQL_and_MariaDB_make_change_drop_and_take_back(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase();
        var plain = await FillScene.WantedAsync(server, $"{Log}; {Table}");
        SqlObject Row(string word) => Made("row", $"INSERT INTO log VALUES (1, '{word}')", "DELETE FROM log WHERE id = 1") with
        {
            Uses = [new QualifiedName("log")],
        };
        Assert.Equal(Outcome.Done, (await RunAsync(live, With(plain, Row("a")))).Outcome);
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, With(plain, Row("a")))).Outcome);
        Assert.Equal("a", Said(live));
        Assert.Equal(Outcome.Done, (await RunAsync(live, With(plain, Row("b")), "SSY0418")).Outcome);
        Assert.Equal("b", Said(live));
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), FillScene.Anything, Token);
        Assert.Equal("a", Said(live));
        Assert.Equal(Outcome.Done, (await RunAsync(live, plain, "SSY0418")).Outcome);
        Assert.Equal("", Said(live));
        // Several statements, which commit one by one.
        var pair = Row("p") with
        {
            Create = ["INSERT INTO log VALUES (1, 'p')", "INSERT INTO log VALUES (2, 'q')"],
            Drop = ["DELETE FROM log WHERE id = 2", "DELETE FROM log WHERE id = 1"],
        };
        Assert.Equal(Outcome.Done, (await RunAsync(live, With(plain, pair))).Outcome);
        Assert.Equal("p;q", Said(live));
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, With(plain, pair))).Outcome);
        Assert.Equal(Outcome.Done, (await RunAsync(live, plain, "SSY0418")).Outcome);
        Assert.Equal("", Said(live));
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, plain)).Outcome);
        foreach (var create in new[] { "CREATE DATABASE other", "GRANT ALL ON *.* TO x", "CREATE FUNCTION f RETURNS STRING SONAME 'f.so'",
            "INSERT INTO mysql.user SELECT * FROM mysql.user", "LOCK TABLES t READ" })
        {
            var (code, message) = await RefusedAsync(live, With(plain, Made("bad", create, "DELETE FROM log")));
            Assert.True(code is "SSY0227" or "SSY0243", $"{create}: {message}");
        }
    }

    [Theory]
    [MemberData(nameof(OfEach))]
    public async Task Killed_before_any_call_the_next_run_finishes(string name)
    {
        var server = TestServer.Of(name);
        var plain = await FillScene.WantedAsync(server, $"{Log}; {Table}; CREATE INDEX i ON t (a)");
        var target = With(plain, server.IsPostgreSql
            ? Made("all_of", "CREATE AGGREGATE all_of(int) (sfunc = int4pl, stype = int)", "DROP AGGREGATE all_of(int)")
            : Made("row", "INSERT INTO log SELECT 1, 'x' FROM (SELECT 1 AS one) o WHERE NOT EXISTS (SELECT * FROM log)", "DELETE FROM log")
                with { Uses = [new QualifiedName("log")] });
        const string Start = "CREATE TABLE t (id int PRIMARY KEY, a int)";
        int calls;
        using (var undisturbed = server.CreateDatabase().Run(Start))
        {
            var (exitCode, output) = await FillScene.DyingAsync(undisturbed, target, "");
            Assert.True(exitCode == 0, output);
            calls = int.Parse(output.Trim().Split('\n')[^1].Split(' ')[2], CultureInfo.InvariantCulture);
        }

        foreach (var call in Enumerable.Range(calls / 3, calls - (calls / 3) + 1))
        {
            using var live = server.CreateDatabase().Run(Start);
            var (killed, said) = await FillScene.DyingAsync(live, target, $"call:{call}");
            Assert.True(killed == CrashRun.Killed, $"call {call} of {calls} ended with {killed}: {said}");
            await FillScene.SyncAsync(live, target, FillScene.Anything);
            Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual, $"call {call} of {calls}");
            Assert.Equal("1", live.Query(server.IsPostgreSql ? "SELECT count(*) FROM pg_proc WHERE proname = 'all_of'"
                : "SELECT count(*) FROM log"));
            Assert.Equal(Outcome.NothingToDo, (await FillScene.SyncAsync(live, target, FillScene.Anything)).Outcome);
        }
    }

    [Fact]
    public async Task SQLite_makes_changes_drops_and_takes_back_a_virtual_table()
    {
        using var live = new SqliteFile();
        var docs = new Table
        {
            Name = new("docs"),
            Columns =
            [
                new() { Name = new("id"), Type = ColumnType.Of("INTEGER") }, new() { Name = new("body"), Type = ColumnType.Of("TEXT") },
            ],
            PrimaryKey = new() { Columns = [new() { Column = new("id") }] },
        };
        var fill = new Trigger
        {
            Name = new("fill"), On = new("docs"), Timing = TriggerTiming.After, Events = [TriggerEvent.Insert],
            Body = new("INSERT INTO docs_fts (rowid, body) VALUES (NEW.id, NEW.body);"),
        };
        SchemaModel Model(params TopLevelObject[] more) => new() { Providers = [ProviderNames.Sqlite], Objects = [docs, .. more] };
        SqlObject Fts(string options) =>
            Made("docs_fts", $"CREATE VIRTUAL TABLE docs_fts USING fts5(body{options})", "DROP TABLE docs_fts");
        Task<ExecutionReport> SyncAsync(SchemaModel model) =>
            Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(model), execute: true, FillScene.Anything, Token);

        Assert.Equal(Outcome.Done, (await SyncAsync(Model(fill, Fts("")))).Outcome);
        Assert.Equal(Outcome.NothingToDo, (await SyncAsync(Model(fill, Fts("")))).Outcome);
        live.Run("INSERT INTO docs VALUES (1, 'one word');");
        Assert.Equal("1", live.Query("SELECT rowid FROM docs_fts WHERE docs_fts MATCH 'word'"));
        Assert.Equal(Outcome.Done, (await SyncAsync(Model(fill, Fts(", prefix='2'")))).Outcome);
        Assert.Equal(Outcome.NothingToDo, (await SyncAsync(Model(fill, Fts(", prefix='2'")))).Outcome);
        Assert.Equal(Outcome.Done, (await SyncAsync(Model())).Outcome);
        Assert.Equal("0", live.Query("SELECT count(*) FROM sqlite_master WHERE name LIKE 'docs_fts%'"));
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), FillScene.Anything, Token);
        Assert.Equal(Outcome.NothingToDo, (await SyncAsync(Model(fill, Fts(", prefix='2'")))).Outcome);
        live.Run("DROP TABLE docs_fts;");
        Assert.False((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(Model(fill, Fts(", prefix='2'"))), Token)).IsEqual);
    }
}
