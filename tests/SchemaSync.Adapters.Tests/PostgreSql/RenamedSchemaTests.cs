namespace SchemaSync.Adapters.Tests;

/// <summary>A shared schema that gets another name, with all that stands in it.</summary>
public sealed class RenamedSchemaTests
{
    private const string Before = """
        CREATE SCHEMA old; COMMENT ON SCHEMA old IS 'said';
        CREATE TYPE old.mood AS ENUM ('x'); CREATE TYPE old.state AS ENUM ('a', 'b');
        CREATE TYPE old.pair AS (a int, b old.state); CREATE DOMAIN old.small AS int CHECK (VALUE < 9);
        CREATE SEQUENCE old.numbers;
        CREATE FUNCTION old.twice(n old.state) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT 2';
        CREATE FUNCTION old.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TABLE old.p (id int PRIMARY KEY DEFAULT nextval('old.numbers'), s old.state DEFAULT 'a', n old.small, k serial, m old.mood,
            c int GENERATED ALWAYS AS (old.twice(s)) STORED, CONSTRAINT even CHECK (old.twice(s) > 0));
        CREATE INDEX p_twice ON old.p (old.twice(s));
        CREATE TRIGGER stamp BEFORE UPDATE ON old.p FOR EACH ROW WHEN (old.n <> new.n) EXECUTE FUNCTION old.stamp();
        ALTER TABLE old.p ENABLE ROW LEVEL SECURITY; CREATE POLICY seen ON old.p USING (EXISTS (SELECT 1 FROM old.p o WHERE o.id = p.id));
        CREATE TABLE old.parts (id int) PARTITION BY RANGE (id); CREATE TABLE old.parts_1 PARTITION OF old.parts FOR VALUES FROM (1) TO (9);
        CREATE VIEW old.v AS SELECT p.id, p.s FROM old.p; CREATE MATERIALIZED VIEW old.m AS SELECT v.s FROM old.v;
        CREATE TABLE mine (p int CONSTRAINT to_p REFERENCES old.p, s old.state[], n int DEFAULT nextval('old.numbers'));
        CREATE VIEW over AS SELECT v.s FROM old.v;
        """;

    private const string Rows = "INSERT INTO old.p (n) VALUES (1), (2); INSERT INTO old.parts VALUES (5); INSERT INTO mine VALUES (1)";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task All_of_it_is_called_otherwise_by_one_statement(string server)
    {
        using var live = await MadeAsync(server);
        var before = Look(live);
        using var after = TestServer.Of(server).CreateDatabase().Run(Before + "ALTER SCHEMA old RENAME TO sales");
        var target = await TargetAsync(after);
        var report = await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token);
        Assert.Equal(["rename schema old to sales"], report.Plan!.Changes.Select(c => c.ToString()));
        Assert.Equal(["ALTER SCHEMA \"old\" RENAME TO \"sales\""], report.Plan.Steps.Select(s => s.Sql));
        Assert.Equal(["SSY0408"], report.Plan.AllHazards.Select(h => h.Code));
        Assert.Equal(Look(after), Look(live));
        Assert.Equal("1|1;2|2", live.Query("SELECT id, n FROM sales.p ORDER BY 1"));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.NothingToDo, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Outcome);

        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Equal(["ALTER SCHEMA \"sales\" RENAME TO \"old\""], back.Steps.Select(s => s.Sql));
        await Engine.ApplyAsync(live.Tenant, back, new(), Token);
        Assert.Equal(before, Look(live));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Whatever_else_changes_in_it_changes_under_the_new_name(string server)
    {
        using var live = await MadeAsync(server);
        var before = Look(live);
        using var after = TestServer.Of(server).CreateDatabase().Run(Before + """
            ALTER SCHEMA old RENAME TO sales; ALTER TYPE sales.mood ADD VALUE 'c'; ALTER TABLE sales.p RENAME TO products;
            ALTER TABLE sales.products RENAME COLUMN n TO size;
            ALTER TABLE sales.products ADD more int, ADD CONSTRAINT big CHECK (size > 0);
            DROP POLICY seen ON sales.products; CREATE POLICY seen ON sales.products USING (id > 0); DROP MATERIALIZED VIEW sales.m;
            CREATE TABLE sales.fresh (id int);
            """);
        var target = await TargetAsync(after, new Intent(IntentKind.RenamedFrom,
            ObjectId.Top(ObjectKind.Table, QualifiedName.Parse("sales.products")), new("p")),
            new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, QualifiedName.Parse("sales.products"), new("size")), new("n")));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token);
        Assert.Equal(Look(after), Look(live));
        Assert.Equal("1|1;2|2", live.Query("SELECT id, size FROM sales.products ORDER BY 1"));
        Assert.Equal(Outcome.NothingToDo, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Outcome);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token);
        Assert.Equal(before, Look(live));
        Assert.Equal("1|1;2|2", live.Query("SELECT id, n FROM old.p ORDER BY 1"));
    }

    [Fact]
    public async Task One_that_no_run_of_ours_made_is_taken_over()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run(Before).Run(Rows);
        using var after = TestServer.PostgreSql15.CreateDatabase().Run(Before + "ALTER SCHEMA old RENAME TO sales");
        var report = await Engine.SyncTenantAsync(live.Tenant, await TargetAsync(after), execute: true, new(), Token);
        Assert.Equal(["ALTER SCHEMA \"old\" RENAME TO \"sales\""], report.Plan!.Steps.Select(s => s.Sql));
        Assert.Equal(Look(after), Look(live));
    }

    [Theory]
    [InlineData("CREATE TABLE old.theirs (id int)", "table old.theirs")]
    [InlineData("CREATE AGGREGATE old.total(int) (SFUNC = int4pl, STYPE = int)", "aggregate old.total(integer)")]
    public async Task What_others_have_in_it_is_not_called_otherwise(string theirs, string said)
    {
        using var live = await MadeAsync("PostgreSql 15");
        using var after = TestServer.PostgreSql15.CreateDatabase().Run(Before + "ALTER SCHEMA old RENAME TO sales");
        var target = await TargetAsync(after);
        live.Run(theirs);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0245", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains(said, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Both_names_are_SSY0302()
    {
        using var live = await MadeAsync("PostgreSql 15");
        live.Run("CREATE SCHEMA sales");
        using var after = TestServer.PostgreSql15.CreateDatabase().Run(Before + "ALTER SCHEMA old RENAME TO sales");
        var target = await TargetAsync(after);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token));
        Assert.Equal("SSY0302", Assert.Single(refused.Diagnostics).Entry.Code);
    }

    [Fact]
    public async Task A_script_and_a_plan_from_a_file_do_the_same()
    {
        using var after = TestServer.PostgreSql15.CreateDatabase().Run(Before + "ALTER SCHEMA old RENAME TO sales");
        var target = await TargetAsync(after);
        using var live = await MadeAsync("PostgreSql 15");
        var script = await Engine.ScriptAsync(live.Tenant, target, new(), Token);
        (await Psql.RunAsync(live, script + script)).SucceededOnce();
        Assert.Equal(Look(after), Look(live));

        using var other = await MadeAsync("PostgreSql 15");
        var plan = PlanFile.Read(PlanFile.Write(await Engine.PlanAsync(other.Tenant, target, new(), Token)), "a file");
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(other.Tenant, plan, new(), Token)).Outcome);
        Assert.Equal(Look(after), Look(other));
    }

    private static async Task<SchemaTarget> TargetAsync(TestDatabase after, params Intent[] intents)
    {
        var read = await Engine.SnapshotAsync(after.Tenant with { Schemas = ["*"] }, Token);
        return SchemaTarget.Of(new Snapshot
        {
            Form = read.Form, Objects = read.Objects,
            Intents = [new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Schema, new("sales")), new("old")), .. intents],
        });
    }

    /// <summary>A database that a run of ours made.</summary>
    private static async Task<TestDatabase> MadeAsync(string server)
    {
        using var made = TestServer.Of(server).CreateDatabase().Run(Before);
        var live = TestServer.Of(server).CreateDatabase();
        var read = await Engine.SnapshotAsync(made.Tenant with { Schemas = ["*"] }, Token);
        await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(read), execute: true, MySqlServers.Ours, Token);
        return live.Run(Rows);
    }

    private static string Look(TestDatabase live) => live.Query("""
        SELECT n.nspname || '.' || c.relname || ' ' || c.relkind::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
            WHERE n.nspname !~ '^(pg_|information)' AND c.relname !~ '^__'
        UNION ALL SELECT conrelid::regclass || ' ' || conname || ' ' || pg_get_constraintdef(oid) FROM pg_constraint WHERE conrelid <> 0
            AND contype <> 'n' AND conrelid::regclass::text !~ '__' AND connamespace::regnamespace::text !~ '^(pg_|information)'
        UNION ALL SELECT viewname || pg_get_viewdef((schemaname || '.' || viewname)::regclass) FROM pg_views
            WHERE schemaname !~ '^(pg_|information)'
        UNION ALL SELECT adrelid::regclass || pg_get_expr(adbin, adrelid) FROM pg_attrdef
        UNION ALL SELECT polrelid::regclass || pg_get_expr(polqual, polrelid) FROM pg_policy
        UNION ALL SELECT pg_get_triggerdef(oid) FROM pg_trigger WHERE NOT tgisinternal
        UNION ALL SELECT p.oid::regprocedure || prosrc FROM pg_proc p WHERE pronamespace::regnamespace::text !~ '^(pg_|information)'
        UNION ALL SELECT attrelid::regclass || '.' || attname || format_type(atttypid, atttypmod) FROM pg_attribute JOIN pg_class c
            ON c.oid = attrelid WHERE attnum > 0 AND NOT attisdropped AND relnamespace::regnamespace::text !~ '^(pg_|information)'
            AND c.relname !~ '^__'
        UNION ALL SELECT nspname || ' ' || obj_description(oid, 'pg_namespace') FROM pg_namespace WHERE nspname !~ '^(pg_|information)'
            AND nspname <> 'public'
        ORDER BY 1
        """).Replace(live.Name, "", StringComparison.Ordinal);
}
