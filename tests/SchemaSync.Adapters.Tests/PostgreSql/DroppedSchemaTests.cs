namespace SchemaSync.Adapters.Tests;

/// <summary>A shared schema goes where code says so, and when it is empty but for what goes with it.</summary>
public sealed class DroppedSchemaTests
{
    private const string Reader = "pg_monitor";

    private const string Old = """
        CREATE SCHEMA old; COMMENT ON SCHEMA old IS 'former'; GRANT USAGE ON SCHEMA old TO pg_monitor;
        CREATE TYPE old.state AS ENUM ('a'); CREATE TYPE old.pair AS (a int, b old.state); CREATE DOMAIN old.small AS int CHECK (VALUE < 9);
            CREATE SEQUENCE old.numbers;
        CREATE FUNCTION old.twice(n old.state) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
            CREATE PROCEDURE old.p() LANGUAGE sql AS 'SELECT 1';
        CREATE TABLE old.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, s old.state, n old.small, k serial);
        CREATE INDEX t_twice ON old.t (old.twice(s));
        CREATE VIEW old.v AS SELECT s FROM old.t; CREATE MATERIALIZED VIEW old.m AS SELECT 1 AS one;
        """;

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task One_of_ours_goes_with_all_that_is_in_it_and_comes_back(string server)
    {
        using var live = await MadeAsync(server);
        var before = Look(live);
        var plan = (await Engine.SyncTenantAsync(live.Tenant, Target(Gone), execute: true, MySqlServers.Ours, Token)).Plan!;
        Assert.Equal("DROP SCHEMA \"old\" RESTRICT", plan.Steps[^1].Sql);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'old'"));
        Assert.Equal(Outcome.NothingToDo,
            (await Engine.SyncTenantAsync(live.Tenant, Target(Gone), execute: true, MySqlServers.Ours, Token)).Outcome);

        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token);
        Assert.Equal(before, Look(live));
    }

    [Fact]
    public async Task One_that_nobody_names_stays()
    {
        using var live = await MadeAsync(TestServer.PostgreSql15.ToString());
        var target = Target();
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token);
        Assert.Equal("old|0",
            live.Query("SELECT nspname::text, (SELECT count(*) FROM pg_class WHERE "
                + "relnamespace = n.oid) FROM pg_namespace n WHERE nspname = 'old'"));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);

        // An empty one is a difference as soon as it is named.
        var finding = Assert.Single((await Engine.ValidateAsync(live.Tenant, Target(Gone), Token)).Diff.Changes);
        Assert.Equal("drop schema old", finding.ToString());
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, Target(Gone), execute: true, new(), Token)).Outcome);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'old'"));
    }

    [Theory]
    [InlineData("CREATE TABLE old.theirs (id int)", "table old.theirs")]
    [InlineData("CREATE FUNCTION old.twice(n int) RETURNS int LANGUAGE sql AS 'SELECT 2'", "function old.twice(integer)")]
    [InlineData("CREATE AGGREGATE old.total(int) (SFUNC = int4pl, STYPE = int)", "aggregate old.total(integer)")]
    [InlineData("CREATE COLLATION old.c (LOCALE = 'C')", "collation old.c")]
    [InlineData("CREATE EXTENSION citext SCHEMA old", "extension citext")]
    [InlineData("CREATE FOREIGN DATA WRAPPER w; CREATE SERVER s FOREIGN DATA WRAPPER w; CREATE FOREIGN TABLE old.f (id int) SERVER s",
        "foreign table old.f")]
    public async Task What_others_have_in_it_is_listed_and_stays(string theirs, string listed)
    {
        using var live = await MadeAsync(TestServer.PostgreSql15.ToString());
        live.Run(theirs);
        var before = Look(live);
        foreach (var look in new Func<Task>[] { () => Engine.PlanAsync(live.Tenant, Target(Gone), new(), Token),
            () => Engine.SyncTenantAsync(live.Tenant, Target(Gone), execute: true, MySqlServers.Ours, Token) })
        {
            var finding = Assert.Single((await Assert.ThrowsAsync<SchemaSyncException>(look)).Diagnostics);
            Assert.Equal(("SSY0225", "schema old"), (finding.Entry.Code, finding.Subject.ToString()));
            Assert.Contains(listed, finding.Message, StringComparison.Ordinal);
        }

        Assert.Contains("SSY0225", (await Engine.ValidateAsync(live.Tenant, Target(Gone), Token)).Diagnostics.Select(d => d.Entry.Code));
        Assert.Equal(before, Look(live));
    }

    [Theory]
    [InlineData("CREATE TABLE old.late (id int)", "SSY0225", "table old.late")]
    [InlineData("ALTER DEFAULT PRIVILEGES IN SCHEMA old GRANT SELECT ON TABLES TO pg_monitor", "SSY0503", "default privileges")]
    public async Task What_comes_between_plan_and_run_is_found_before_the_first_statement(string late, string code, string listed)
    {
        using var live = await MadeAsync(TestServer.PostgreSql15.ToString());
        var plan = await Engine.PlanAsync(live.Tenant, Target(Gone), new(), Token);
        live.Run(late);
        var before = Look(live);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, MySqlServers.Ours, Token));
        Assert.Equal(code, Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains(listed, refused.Message, StringComparison.Ordinal);
        Assert.Equal(before, Look(live));
    }

    [Fact]
    public async Task A_table_that_is_named_too_goes_with_it_whoever_made_it()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE SCHEMA old; CREATE TABLE old.theirs (id int); CREATE TABLE old.more (id int)");
        var table = new Intent(IntentKind.Dropped, ObjectId.Top(ObjectKind.Table, new(new("old"), new("theirs"))), new("theirs"));
        await Engine.SyncTenantAsync(live.Tenant, Target(table), execute: true, MySqlServers.Ours, Token);
        Assert.Equal("more", live.Query("SELECT relname::text FROM pg_class WHERE relnamespace = 'old'::regnamespace"));
        live.Run("DROP TABLE old.more; CREATE TABLE old.theirs (id int)");
        await Engine.SyncTenantAsync(live.Tenant, Target(table, Gone), execute: true, MySqlServers.Ours, Token);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'old'"));
    }

    [Fact]
    public async Task The_tenants_own_schema_is_never_dropped()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase();
        var target = Target(new Intent(IntentKind.Dropped, ObjectId.Top(ObjectKind.Schema, new("public")), new("public")));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0220", Assert.Single(refused.Diagnostics).Entry.Code);
    }

    [Fact]
    public async Task A_script_and_a_plan_from_a_file_do_the_same()
    {
        using var live = await MadeAsync(TestServer.PostgreSql15.ToString());
        var script = await Engine.ScriptAsync(live.Tenant, Target(Gone), new(), Token);
        live.Run("ALTER DEFAULT PRIVILEGES IN SCHEMA old GRANT SELECT ON TABLES TO pg_monitor");
        Assert.Contains("something stands in the schema", (await Psql.RunAsync(live, script)).Said, StringComparison.Ordinal);
        live.Run("ALTER DEFAULT PRIVILEGES IN SCHEMA old REVOKE SELECT ON TABLES FROM pg_monitor");
        (await Psql.RunAsync(live, script + script)).SucceededOnce();
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'old'"));

        using var other = await MadeAsync(TestServer.PostgreSql15.ToString());
        var plan = PlanFile.Read(PlanFile.Write(await Engine.PlanAsync(other.Tenant, Target(Gone), new(), Token)), "a file");
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(other.Tenant, plan, MySqlServers.Ours, Token)).Outcome);
        Assert.Equal("0", other.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'old'"));
    }

    private static Intent Gone => new(IntentKind.Dropped, ObjectId.Top(ObjectKind.Schema, new("old")), new("old"));

    private static SchemaTarget Target(params Intent[] intents) => SchemaTarget.Of(new SchemaModel
    {
        Providers = [ProviderNames.PostgreSql],
        Objects = [new Table { Name = new("stays"), Columns = [new() { Name = new("id"), Type = ColumnType.Of("integer") }] }],
        Intents = [.. intents],
    });

    /// <summary>A database whose schema a run of ours made, as a target would have it.</summary>
    private static async Task<TestDatabase> MadeAsync(string server)
    {
        using var made = TestServer.Of(server).CreateDatabase().Run(Old);
        var live = TestServer.Of(server).CreateDatabase();
        await Engine.SyncTenantAsync(live.Tenant,
            SchemaTarget.Of(await Engine.SnapshotAsync(made.Tenant with { Schemas = ["old"] }, withGrants: true, Token)),
            execute: true, MySqlServers.Ours, Token);
        Assert.Equal($"{Reader}=U",
            live.Query("SELECT grantee::regrole::text || '=' || left(privilege_type, 1) FROM pg_namespace, aclexplode(nspacl) WHERE "
                + "nspname = 'old' AND grantee <> nspowner"));
        return live;
    }

    private static string Look(TestDatabase live) => live.Query("""
        SELECT pg_describe_object(d.classid, d.objid, d.objsubid) AS what, n.nspacl::text, n.nspowner::regrole::text,
            obj_description(n.oid, 'pg_namespace')
        FROM pg_namespace n LEFT JOIN pg_depend d ON d.refclassid = 'pg_namespace'::regclass
            AND d.refobjid = n.oid WHERE n.nspname = 'old' ORDER BY 1
        """);
}
