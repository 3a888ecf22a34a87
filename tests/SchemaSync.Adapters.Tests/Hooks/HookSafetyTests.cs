namespace SchemaSync.Adapters.Tests;

using static HookScene;

/// <summary>Hooks stay in their database while a plan is made, and run nobody's code with rights that it has not got.</summary>
public sealed class HookSafetyTests
{
    private const string Start = "CREATE TABLE t (id int PRIMARY KEY, a int)";
    private const string More = "CREATE TABLE t (id int PRIMARY KEY, a int, b int)";

    public static TheoryData<string> MySqls => [.. MySqlServers.All];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("13")]
    [InlineData("15")]
    [InlineData("18")]
    public async Task Code_of_others_is_not_run(string version)
    {
        var server = new TestServer(ProviderNames.PostgreSql, version);
        var role = $"r_{Guid.NewGuid():n}";
        using var live = server.CreateDatabase().Run($"{Start}; {Log}; CREATE ROLE {role}; CREATE SCHEMA tools AUTHORIZATION {role}; "
            + $"SET ROLE {role}; CREATE FUNCTION tools.deed() RETURNS integer LANGUAGE sql AS 'SELECT 1'; "
            + "CREATE FUNCTION tools.fired() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'; "
            + "CREATE TABLE tools.guarded (a int DEFAULT tools.deed()); CREATE VIEW tools.v AS SELECT tools.deed() AS a; RESET ROLE; "
            + "CREATE VIEW w AS SELECT * FROM tools.v; CREATE TRIGGER r AFTER INSERT ON log EXECUTE FUNCTION tools.fired()");
        string[] bad = ["SELECT tools.deed()", "INSERT INTO log VALUES (1, 'x')", "INSERT INTO tools.guarded DEFAULT VALUES",
            "SELECT * FROM tools.v", "SELECT * FROM w", "DO $$ BEGIN PERFORM tools.deed(); END $$",
            "DO 'BEGIN EXECUTE ''SELECT * FROM w''; END'"];
        foreach (var sql in bad)
        {
            foreach (var unproved in new[] { true, false })
            {
                var target = await FillScene.WantedAsync(server, More, After(Table("t"), sql, unproved: unproved));
                var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(live, target));
                Assert.True(refusal.Diagnostics[0].Entry.Code == "SSY0242", $"{sql}: {refusal.Message}");
                Assert.Contains(role, refusal.Message, StringComparison.Ordinal);
            }
        }

        string[] made = ["CREATE INDEX x ON t ((a + tools.deed()))", "CREATE AGGREGATE x(int) (sfunc = tools.deed, stype = int)"];
        foreach (var create in made)
        {
            var target = SqlObjectTests.With(await FillScene.WantedAsync(server, Start), SqlObjectTests.Made("x", create, "DROP INDEX x"));
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(live, target));
            Assert.True(refusal.Diagnostics[0].Entry.Code == "SSY0242", $"{create}: {refusal.Message}");
        }

        live.Run("ALTER TABLE log DISABLE TRIGGER r");
        var report = await SyncAsync(live, await FillScene.WantedAsync(server, More, After(Table("t"), Say("x"))));
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.Equal("x", Said(live));
        live.Run($"DROP OWNED BY {role} CASCADE; DROP ROLE {role}");
    }

    [Theory]
    [MemberData(nameof(MySqls))]
    public async Task A_routine_that_runs_with_the_callers_rights_is_not_called_for_others(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Start);
        using var other = new MySqlAccount(live, "ALL");
        other.Run("CREATE PROCEDURE deed() SQL SECURITY INVOKER SELECT 1");
        var target = await FillScene.WantedAsync(server, More, After(Table("t"), "CALL deed()", unproved: true));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(live, target));
        Assert.True(refusal.Diagnostics[0].Entry.Code == "SSY0242", refusal.Message);
    }

    [Theory]
    [MemberData(nameof(MySqls))]
    public async Task Nothing_beyond_scratch_is_touched_while_a_plan_is_made(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run(Start);
        using var other = server.CreateDatabase().Run(Log);
        string[] bad = [$"INSERT INTO {other.Name}.log VALUES (1, 'x')", $"DROP TABLE {other.Name}.log", $"DROP DATABASE {other.Name}",
            "CREATE USER nobody", "GRANT SELECT ON *.* TO nobody", "SELECT 1 INTO OUTFILE '/tmp/x'", "FLUSH TABLES", "KILL 1",
            "LOAD DATA INFILE 'x' INTO TABLE t",
            $"UPDATE t, {other.Name}.log l SET l.word = 'x'", "SET GLOBAL max_connections = 5", $"TRUNCATE {other.Name}.log",
            $"RENAME TABLE {other.Name}.log TO {other.Name}.gol", "/*!50000 DROP TABLE t */"];
        foreach (var sql in bad)
        {
            var target = await FillScene.WantedAsync(server, More, After(Table("t"), sql));
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.PlanAsync(live.Tenant, SchemaTarget.Of(target), new(IncludeUnmanaged: true), Token));
            Assert.True(refusal.Diagnostics[0].Entry.Code == "SSY0227", $"{sql}: {refusal.Message}");
        }

        // A body that reaches there would be run by the hook.
        live.Run($"CREATE PROCEDURE p() INSERT INTO {other.Name}.log VALUES (1, 'p')");
        var called = await FillScene.WantedAsync(server, $"{More}; CREATE PROCEDURE p() INSERT INTO {other.Name}.log VALUES (1, 'p')",
            After(Table("t"), "CALL p()"));
        Assert.Equal("SSY0227", (await RefusedAsync(live, called)).Code);
        Assert.Equal("0", other.Query("SELECT count(*) FROM log"));
        // Said so, it is run, and what it reaches is told.
        var said = FillScene.With(called, After(Table("t"), $"INSERT INTO {other.Name}.log VALUES (1, 'x')", unproved: true));
        Assert.Contains("SSY0420", (await RefusedAsync(live, said, "SSY0416")).Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Done, (await RunAsync(live, said, "SSY0416", "SSY0420")).Outcome);
        Assert.Equal("1", other.Query("SELECT count(*) FROM log"));
    }

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    [InlineData("PostgreSql 15")]
    public async Task The_name_of_its_own_place_means_where_it_is(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase().Run($"{Start}; {Log}");
        var own = server.IsPostgreSql ? "public" : live.Name;
        var target = await FillScene.WantedAsync(server, $"{More}; {Log}", After(Table("t"), $"INSERT INTO {own}.log VALUES (1, 'x')"));
        Assert.Equal(Outcome.Done, (await RunAsync(live, target)).Outcome);
        // Once: on scratch it meant scratch.
        Assert.Equal("x", Said(live));
    }

    // What nobody declares is left alone: then it may be of others.
    private static Task<ExecutionReport> SyncAsync(TestDatabase live, Snapshot target) =>
        Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true, new() { Policy = new(["SSY0416"]) }, Token);
}
