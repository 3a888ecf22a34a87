using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>A script runs on the database and schema it names, in the state it was written
/// for, in a session that is set up as ours; and nowhere else.</summary>
public sealed partial class ScriptPlaceTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter(), new SqliteAdapter()));

    [Fact]
    public async Task Another_database_and_another_schema_are_left_alone()
    {
        using var vv = new PostgreSqlSchema(server.Database, "vv").Run("CREATE TABLE t (id integer PRIMARY KEY, a text)");
        using var wanted = new PostgreSqlSchema(server.Database, "ww").Run("CREATE TABLE t (id integer PRIMARY KEY)");
        using var stranger =
            new PostgreSqlSchema(server.Database).Run("CREATE TABLE t (id integer PRIMARY KEY, a text); INSERT INTO t VALUES (1, 'kept')");
        using var other = server.Database.Server.CreateDatabase()
            .Run("CREATE SCHEMA vv; CREATE TABLE vv.t (id integer PRIMARY KEY, a text); INSERT INTO vv.t VALUES (1, 'kept')");
        var script = await Script(vv.Tenant, wanted.Tenant);
        (await Psql.RunAsync(other, script)).StoppedWith($"this is another database than {server.Database.Name}");
        Assert.Equal("kept", other.Query("SELECT a FROM vv.t"));
        (await Psql.RunAsync(server.Database, script)).Succeeded();
        Assert.Equal("1|kept", stranger.Query("SELECT * FROM t"));
        Assert.Equal("id",
            vv.Query("SELECT string_agg(attname, ',') FROM pg_attribute WHERE "
                + "attrelid = 't'::regclass AND attnum > 0 AND NOT attisdropped"));
        stranger.Run("DROP TABLE t");
    }

    [Fact]
    public async Task Moments_mean_what_they_meant_whatever_zone_the_shell_is_in()
    {
        using var live =
            new PostgreSqlSchema(server.Database,
                "zone_a").Run("CREATE TABLE t (at timestamp); INSERT INTO t VALUES ('2026-01-02 03:04:05')");
        using var wanted = new PostgreSqlSchema(server.Database, "zone_b").Run("CREATE TABLE t (at timestamptz)");
        (await Psql.RunAsync(server.Database, await Script(live.Tenant, wanted.Tenant))).Succeeded();
        Assert.Equal("2026-01-02 03:04:05", live.Query("SELECT at AT TIME ZONE 'UTC' FROM t"));
    }

    [Fact]
    public async Task Bodies_reach_the_server_as_they_are()
    {
        const string Body = """
            CREATE FUNCTION f(x integer[], n integer) RETURNS integer[] LANGUAGE plpgsql AS $f$
            BEGIN -- it's \q; :n :'now'
              RETURN x[1:n]; /* ; */
            END $f$;
            CREATE VIEW v AS SELECT (ARRAY[1,2,3])[1:2] AS "a:n", E'back\\slash ; ''quoted'' :now' AS t;
            CREATE TABLE "ü;--" ("x'y" text DEFAULT 'é :n \q' CHECK ("x'y" <> E'\r\n'));
            """;
        using var live = new PostgreSqlSchema(server.Database, "bodies_a");
        using var wanted = new PostgreSqlSchema(server.Database, "bodies_b").Run(Body);
        (await Psql.RunAsync(server.Database, await Script(live.Tenant, wanted.Tenant), "-v", "n=9")).Succeeded();
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
    }

    [Fact]
    public async Task Names_in_expressions_are_printed_as_on_scratch_by_a_newer_server()
    {
        using var database = TestServer.PostgreSql18.CreateDatabase();
        using var live = new PostgreSqlSchema(database, "printed_a").Run("CREATE TABLE before (id serial PRIMARY KEY)");
        using var wanted = new PostgreSqlSchema(database, "printed_b").Run("""
            CREATE TABLE before (id serial PRIMARY KEY, at timestamp);
            CREATE TYPE mood AS ENUM ('fine', 'bad');
            CREATE TABLE t (id serial PRIMARY KEY, mood mood DEFAULT 'fine' CHECK (mood <> 'bad'::mood));
            CREATE VIEW v AS SELECT id, 'before'::regclass AS at FROM t WHERE mood = 'fine';
            """);
        (await Psql.RunAsync(database, await Script(live.Tenant, wanted.Tenant))).Succeeded();
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
    }

    [Fact]
    public async Task A_state_that_moved_stops_it_before_anything()
    {
        using var live =
            new PostgreSqlSchema(server.Database,
                "moved_a").Run("CREATE TABLE t (id integer PRIMARY KEY, a text); CREATE TABLE mine_not (x integer)");
        using var wanted =
            new PostgreSqlSchema(server.Database, "moved_b").Run("CREATE TABLE t (id integer PRIMARY KEY); CREATE TABLE n (id integer)");
        var target = await Target(wanted.Tenant);
        var script = await Engine.ScriptAsync(live.Tenant, target, new(), TestContext.Current.CancellationToken);
        live.Run("ALTER TABLE t ALTER COLUMN a SET DEFAULT 'x'; ALTER TABLE mine_not ADD COLUMN y integer");
        (await Psql.RunAsync(server.Database,
            script)).StoppedWith(
                "this is not the state that the script was written for (it may have run already); write it again. See: t\n");
        (await Psql.RunAsync(server.Database, script, "--single-transaction")).StoppedWith("a transaction is open already");
        Assert.Equal("0",
            live.Query("SELECT count(*) FROM pg_class WHERE relname LIKE '%schemasync%' AND relnamespace = 'moved_a'::regnamespace"));
        live.Run("ALTER TABLE t ALTER COLUMN a DROP DEFAULT");
        (await Psql.RunAsync(server.Database, script)).Succeeded();
        // What belongs to others may come and go.
        Assert.Equal("x,y",
            live.Query("SELECT string_agg(attname, ',') FROM pg_attribute WHERE attrelid = 'mine_not'::regclass AND attnum > 0"));
    }

    [Fact]
    public async Task What_a_script_did_is_taken_back_like_any_run()
    {
        using var live = new PostgreSqlSchema(server.Database, "back_a").Run("CREATE TABLE t (id integer PRIMARY KEY)");
        using var wanted =
            new PostgreSqlSchema(server.Database, "back_b").Run("CREATE TABLE t (id integer PRIMARY KEY, a text); CREATE INDEX i ON t (a)");
        var target = await Target(wanted.Tenant);
        (await Psql.RunAsync(server.Database,
            await Engine.ScriptAsync(live.Tenant, target, new(), TestContext.Current.CancellationToken))).Succeeded();
        var run = Assert.Single(await Engine.AuditAsync(live.Tenant, TestContext.Current.CancellationToken));
        Assert.All(run.Steps, s => Assert.Equal("done", s.State));
        var back = await Engine.PlanRevertAsync(live.Tenant, TestContext.Current.CancellationToken);
        await Engine.ApplyAsync(live.Tenant, back, new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) },
            TestContext.Current.CancellationToken);
        Assert.Equal("id",
            live.Query("SELECT string_agg(attname, ',') FROM pg_attribute WHERE "
                + "attrelid = 't'::regclass AND attnum > 0 AND NOT attisdropped"));
    }

    [Fact]
    public async Task A_schema_that_is_not_there_yet_is_made()
    {
        using var wanted = new PostgreSqlSchema(server.Database, "made_b").Run("CREATE TABLE t (id integer PRIMARY KEY)");
        var tenant = wanted.Tenant with { Schema = "made \"a\"" };
        (await Psql.RunAsync(server.Database, await Script(tenant, wanted.Tenant))).Succeeded();
        Assert.Equal("1",
            wanted.Query(
                "SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid "
                    + "= relnamespace WHERE relname = 't' AND nspname = 'made \"a\"'"));
        wanted.Run("DROP SCHEMA \"made \"\"a\"\"\" CASCADE");
    }

    [Fact]
    public async Task Another_file_is_left_alone()
    {
        using var live = new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        using var wanted = new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        var script = await Script(live.Tenant, wanted.Tenant);
        var copy = live.Path + ".copy";
        File.Copy(live.Path, copy);
        (await Sqlite3.RunAsync(copy, script)).StoppedWith("this is another file than test.db");
        Assert.Equal(await File.ReadAllBytesAsync(live.Path, TestContext.Current.CancellationToken),
            await File.ReadAllBytesAsync(copy, TestContext.Current.CancellationToken));
        (await Sqlite3.RunAsync(live, script)).Succeeded();
    }

    [Fact]
    public async Task What_sqlite3_would_change_is_refused()
    {
        using var live = new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        foreach (var body in new[] { "CREATE VIEW v AS SELECT id AS\ngo\nFROM t", "CREATE VIEW v AS SELECT 'a\r\nb' AS x FROM t" })
        {
            using var wanted = new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY)").Run(body);
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Script(live.Tenant, wanted.Tenant));
            Assert.Equal("SSY0516", refusal.Diagnostics.Single().Entry.Code);
        }
    }

    [Fact]
    public async Task The_head_says_what_it_needs_and_no_secret()
    {
        using var live = new PostgreSqlSchema(server.Database, "head_a");
        using var wanted = new PostgreSqlSchema(server.Database, "head_b").Run("CREATE TABLE \"x\n\\! touch /tmp/x\" (id integer)");
        var script = await Script(live.Tenant, wanted.Tenant);
        var head = script[..script.IndexOf("\n\n", StringComparison.Ordinal)];
        Assert.Contains($"For the database {server.Database.Name}, schema head_a, and no other", head, StringComparison.Ordinal);
        Assert.Contains("PostgreSQL 15", head, StringComparison.Ordinal);
        Assert.All(head.Split('\n'), line => Assert.StartsWith("-- ", line, StringComparison.Ordinal));
        Assert.DoesNotMatch(Secret(), script);
        (await Psql.RunAsync(server.Database, script)).Succeeded();
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
    }

    private static async Task<SchemaTarget> Target(TenantContext tenant) =>
        SchemaTarget.Of(await Engine.SnapshotAsync(tenant, TestContext.Current.CancellationToken));

    private static async Task<string> Script(TenantContext live, TenantContext wanted) =>
        await Engine.ScriptAsync(live, await Target(wanted), new PlanOptions(IncludeUnmanaged: true),
            TestContext.Current.CancellationToken);

    [GeneratedRegex("Password=", RegexOptions.IgnoreCase)]
    private static partial Regex Secret();
}
