namespace SchemaSync.Adapters.Tests;

/// <summary>Two tenants, and every kind of body that names its own place: no statement of one reaches a row of the other.</summary>
public sealed class HomeTests
{
    private static readonly ExecutionOptions Allowed = MySqlServers.Everything;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_body_that_names_its_database_works_in_the_one_it_is_brought_to(string name)
    {
        using var first = TestServer.Of(name).CreateDatabase();
        using var second = TestServer.Of(name).CreateDatabase();
        var own = first.Name;
        first.Run("CREATE TABLE t (id int PRIMARY KEY, x int); CREATE TABLE log "
            + "(id int, what varchar(20)); INSERT INTO log VALUES (0, 'kept')");
        first.Run($"CREATE TRIGGER t1 BEFORE INSERT ON t FOR EACH ROW INSERT INTO {own}.log VALUES (NEW.id, 'before')");
        first.Run($"CREATE TRIGGER t2 AFTER INSERT ON t FOR EACH ROW BEGIN IF NEW.id > 0 THEN INSERT INTO `{own}` . `log` VALUES "
            + "(NEW.id, 'after'); END IF; END");
        first.Run($"CREATE PROCEDURE p(IN n int) BEGIN DELETE FROM {own}.t WHERE {own}.t.id = n; UPDATE {own}.log l, {own}.t SET "
            + $"l.what = 'gone' WHERE l.id = -1; CALL {own}.q(); END");
        first.Run($"CREATE PROCEDURE q() INSERT INTO {own}.log SELECT 9, count(*) FROM t JOIN {own}.t {own} ON {own}.id = t.id");
        first.Run($"CREATE FUNCTION f() RETURNS int READS SQL DATA RETURN (SELECT count(*) FROM {own}.log)");
        first.Run($"CREATE EVENT e ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01 00:00:00' DO DELETE FROM {own}.log");
        first.Run($"CREATE VIEW v AS SELECT {own}.log.id, {own}.f() AS n FROM {own}.log");
        // MariaDB prints every name in full where one is of another database, and a join of three in two parentheses.
        const string Here = "information_schema.SCHEMATA s ON s.SCHEMA_NAME = DATABASE()";
        first.Run($"CREATE VIEW w AS SELECT t.id FROM t JOIN log ON log.id = t.id JOIN {Here}");
        var snapshot = await BroughtAsync(MySqlServers.Engine, first.Tenant, second.Tenant);
        Assert.DoesNotContain(own, SnapshotFile.Write(snapshot).Replace($"{own} ON {own}.id", "", StringComparison.OrdinalIgnoreCase),
            StringComparison.Ordinal);

        var before = first.Query("SELECT * FROM log");
        second.Run("INSERT INTO t VALUES (1, 1), (2, 2); CALL p(1)");
        Assert.Equal(before, first.Query("SELECT * FROM log"));
        Assert.Equal("1|before;1|after;2|before;2|after;9|1", second.Query("SELECT * FROM log"));
        Assert.Equal("5|5", second.Query("SELECT f(), (SELECT max(n) FROM v)"));
        Assert.Equal("2;2", second.Query("SELECT id FROM w"));
    }

    [Theory]
    [InlineData("13")]
    [InlineData("15")]
    public async Task A_body_that_names_its_schema_works_in_the_one_it_is_brought_to(string version)
    {
        using var database = new TestServer(ProviderNames.PostgreSql, version).CreateDatabase();
        using var first = new PostgreSqlSchema(database, "ta");
        using var second = new PostgreSqlSchema(database, "it's $$ \"B\"");
        var engine = new SchemaSyncEngine(new AdapterRegistry(new PostgreSqlAdapter()));
        first.Run("""
            CREATE TABLE ta.log (id int, what text); INSERT INTO ta.log VALUES (0, 'kept'); CREATE SEQUENCE ta.seq;
                CREATE TYPE ta.pair AS (a int, b int);
            CREATE TABLE ta.t (id int PRIMARY KEY DEFAULT nextval('ta.seq'::regclass), x int CHECK (x > 0));
            CREATE FUNCTION ta.f(n int) RETURNS bigint LANGUAGE sql AS $$ SELECT count(*) + n - n FROM ta.log l WHERE l.id > -1 $$;
            CREATE FUNCTION ta.touch() RETURNS trigger LANGUAGE plpgsql AS $f$ DECLARE r ta.log%ROWTYPE; c ta.log.id%TYPE; d ta.pair;
                BEGIN INSERT INTO ta.log VALUES (NEW.id, 'trigger ' || ta.f(1)); RETURN NEW; END $f$;
            CREATE FUNCTION ta.inside() RETURNS void LANGUAGE plpgsql SET search_path = ta,
                pg_temp AS 'BEGIN INSERT INTO log VALUES (7, ''path''); END';
            CREATE PROCEDURE ta.p() LANGUAGE sql AS $$ DELETE FROM ta.t; SELECT ta.inside(); $$;
            CREATE TRIGGER tr AFTER INSERT ON ta.t FOR EACH ROW WHEN (NEW.id > 0) EXECUTE FUNCTION ta.touch();
            CREATE VIEW ta.v AS SELECT id, ta.f(id) AS n FROM ta.log; CREATE MATERIALIZED VIEW ta.m AS SELECT count(*) AS n FROM ta.log;
            ALTER TABLE ta.t ENABLE ROW LEVEL SECURITY; CREATE POLICY pol ON ta.t USING (id IN (SELECT ta.log.id FROM ta.log));
            """);
        // The driver cuts a text at its semicolons.
        if (version != "13")
            first.Run("DO $do$ BEGIN EXECUTE 'CREATE FUNCTION ta.atomic() RETURNS bigint LANGUAGE sql BEGIN ATOMIC SELECT count(*) "
                + "FROM ta.log; END'; END $do$");
        var snapshot = await BroughtAsync(engine, first.Tenant, second.Tenant);
        Assert.DoesNotContain("ta.", SnapshotFile.Write(snapshot), StringComparison.Ordinal);

        var before = first.Query("SELECT * FROM log");
        second.Run("INSERT INTO t (x) VALUES (1), (2); CALL p()");
        Assert.Equal(before, first.Query("SELECT * FROM log"));
        Assert.Equal("1|trigger 0;2|trigger 1;7|path", second.Query("SELECT * FROM log"));
        Assert.Equal("3|3", second.Query("SELECT f(1), (SELECT max(n) FROM v)"));
    }

    [Fact]
    public async Task A_body_that_names_main_works_in_every_file()
    {
        using var first =
            new SqliteFile().Run(
                "CREATE TABLE t (id int); CREATE TABLE log (id int); CREATE VIEW v AS SELECT count(*) AS n FROM main.log; CREATE "
                    + "TRIGGER r AFTER INSERT ON t BEGIN INSERT INTO log SELECT n FROM main.v; END");
        using var second = new SqliteFile();
        await BroughtAsync(new SchemaSyncEngine(new AdapterRegistry(new SqliteAdapter())), first.Tenant, second.Tenant);
        second.Run("INSERT INTO t VALUES (1), (2)");
        Assert.Equal("", first.Query("SELECT * FROM log"));
        Assert.Equal("0;1", second.Query("SELECT * FROM log"));
    }

    [Fact]
    public async Task What_a_body_runs_as_text_and_a_path_of_others_are_said_wherever_it_goes()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var first =
            new PostgreSqlSchema(database,
                "ta").Run("CREATE TABLE log (id int); CREATE FUNCTION dyn() RETURNS void LANGUAGE plpgsql AS $f$ BEGIN EXECUTE 'INSERT "
                    + "INTO ta.log VALUES (1)'; END $f$; CREATE FUNCTION lost() "
                    + "RETURNS int LANGUAGE sql SET search_path = tb, ta AS 'SELECT 1'");
        using var second = new PostgreSqlSchema(database, "tc");
        var engine = new SchemaSyncEngine(new AdapterRegistry(new PostgreSqlAdapter()));
        var plan = await engine.PlanAsync(second.Tenant, SchemaTarget.Of(await engine.SnapshotAsync(first.Tenant, Token)),
            new(IncludeUnmanaged: true), Token);
        Assert.Equal(["add function dyn() names the schema ta in a text that it runs",
            "add function lost() names the schema tb in a setting"],
            plan.AllHazards.Where(h => h.Code == "SSY0420").Select(h => h.Diagnostic.Message.Split(':')[0]).Order(StringComparer.Ordinal));

        using var mysql = TestServer.MariaDb1011.CreateDatabase().Run("CREATE TABLE log (id int)");
        using var other = TestServer.MariaDb1011.CreateDatabase();
        mysql.Run($"CREATE PROCEDURE dyn() EXECUTE IMMEDIATE 'INSERT INTO {mysql.Name}.log VALUES (1)'");
        plan = await MySqlServers.Engine.PlanAsync(other.Tenant,
            SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(mysql.Tenant, Token)), new(IncludeUnmanaged: true), Token);
        Assert.Contains($"the database {mysql.Name} in a text that it runs",
            Assert.Single(plan.AllHazards, h => h.Code == "SSY0420").Diagnostic.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_body_that_names_another_database_is_said_and_asked_for()
    {
        using var first = TestServer.MySql97.CreateDatabase();
        using var second = TestServer.MySql97.CreateDatabase();
        first.Run($"CREATE TABLE t (id int); CREATE PROCEDURE p() INSERT INTO {second.Name}.t SELECT t.id FROM t; CREATE PROCEDURE q() "
            + $"BEGIN DECLARE s text; SET s = 'DELETE FROM {first.Name}.t'; SELECT s; END");
        var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(first.Tenant, Token));
        var validation = await MySqlServers.Engine.ValidateAsync(first.Tenant, target, Token);
        Assert.True(validation.IsEqual);
        Assert.Equal([$"SSY0229: procedure p names the database {second.Name}",
            $"SSY0229: procedure q names {first.Name} in a text constant"],
            validation.Diagnostics.Select(d => d.ToString().Split(':', ',')[..2]).Select(p => $"{p[0]}:{p[1]}"));

        // Whoever takes the snapshot is told: in another place nobody could know which name in a text was the first one's.
        var told = await MySqlServers.Engine.ReachAsync(first.Tenant, target.Snapshot!, Token);
        Assert.Equal(validation.Diagnostics.Select(d => d.ToString()), told.Select(d => d.ToString()));

        using var third = TestServer.MySql97.CreateDatabase();
        var options = Allowed with { Policy = new(DiagnosticCatalog.All.Keys.Where(c => c != "SSY0420").ToEquatableArray()) };
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            MySqlServers.Engine.SyncTenantAsync(third.Tenant, target, execute: true, options, Token));
        Assert.Contains(second.Name, refused.Message, StringComparison.Ordinal);
        Assert.Contains("allow it with --allow SSY0420", refused.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Done,
            (await MySqlServers.Engine.SyncTenantAsync(third.Tenant, target, execute: true, Allowed, Token)).Outcome);
    }

    [Fact]
    public async Task A_declaration_may_name_the_database_it_is_for()
    {
        using var first = TestServer.MariaDb118.CreateDatabase();
        var table = new Table { Name = new("t"), Columns = [new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int32) }] };
        var model = new SchemaModel
        {
            Providers = [ProviderNames.MariaDb],
            Objects = [table, new Routine { Name = new("p"), IsProcedure = true, Body = new($"INSERT INTO {first.Name}.t VALUES (1)") },
                new View { Name = new("v"), Definition = new($"SELECT id FROM {first.Name}.t") }],
        };
        Assert.Equal(Outcome.Done,
            (await MySqlServers.Engine.SyncTenantAsync(first.Tenant, SchemaTarget.Of(model), execute: true, Allowed, Token)).Outcome);
        Assert.True((await MySqlServers.Engine.ValidateAsync(first.Tenant, SchemaTarget.Of(model), Token)).IsEqual);
        first.Run("CALL p()");
        Assert.Equal("1", first.Query("SELECT * FROM v"));
    }

    /// <summary>Brings the second to what the first is, and finds both equal to it and to each other.</summary>
    private static async Task<Snapshot> BroughtAsync(SchemaSyncEngine engine, TenantContext first, TenantContext second)
    {
        var snapshot = await engine.SnapshotAsync(first, Token);
        Assert.Empty(snapshot.Unsupported);
        var target = SchemaTarget.Of(SnapshotFile.Read(SnapshotFile.Write(snapshot), "a.json"));
        var done = await engine.SyncTenantAsync(second, target, execute: true, Allowed, Token);
        Assert.Equal(Outcome.Done, done.Outcome);
        // One plan fits every tenant; what is sent, or written as a script, is one tenant's.
        var sent = done.Plan.Steps.Select(s => engine.Adapters.For(second.Provider).AtHome(second, s.Sql)).ToList();
        Assert.DoesNotContain(sent, s => s.Contains(Home.Placeholder, StringComparison.Ordinal));
        Assert.Equal(second.Provider != ProviderNames.Sqlite,
            done.Plan.Steps.Any(s => s.Sql.Contains(Home.Placeholder, StringComparison.Ordinal)));
        Assert.Equal(snapshot.Fingerprint, (await engine.SnapshotAsync(second, Token)).Fingerprint);
        foreach (var tenant in new[] { first, second })
        {
            var validation = await engine.ValidateAsync(tenant, target, Token);
            Assert.True(validation.IsEqual);
            Assert.Empty(validation.Diagnostics);
        }

        return snapshot;
    }
}
