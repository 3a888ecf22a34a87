namespace SchemaSync.Adapters.Tests;

/// <summary>Tables that move from one shared schema into another, with everything that goes with them.</summary>
public sealed class MovedTableTests
{
    private const string Before = """
        CREATE SCHEMA old; CREATE SCHEMA sales;
        CREATE SEQUENCE old.numbers;
        CREATE TABLE old.purchases (id int PRIMARY KEY DEFAULT nextval('old.numbers'), parent int REFERENCES old.purchases,
            note text CHECK (note <> 'x'),
          n serial UNIQUE, at int GENERATED ALWAYS AS IDENTITY);
        ALTER SEQUENCE old.numbers OWNED BY old.purchases.id;
        CREATE INDEX purchases_note ON old.purchases (note); COMMENT ON COLUMN old.purchases.note IS 'said';
        CREATE TABLE old.lines (id int PRIMARY KEY, purchase int CONSTRAINT to_purchase REFERENCES old.purchases);
        ALTER TABLE old.lines ENABLE ROW LEVEL SECURITY;
        CREATE POLICY seen ON old.lines USING (EXISTS (SELECT 1 FROM old.purchases p WHERE p.id = purchase));
        CREATE VIEW old.notes AS SELECT purchases.note, purchases.id FROM old.purchases;
        CREATE VIEW mine AS SELECT n.note FROM old.notes n JOIN old.purchases p ON p.id = n.id;
        CREATE FUNCTION sales.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
        CREATE TRIGGER stamp BEFORE UPDATE ON old.purchases FOR EACH ROW WHEN (old.note <> new.note) EXECUTE FUNCTION sales.stamp();
        CREATE TABLE old.parts (id int) PARTITION BY RANGE (id); CREATE TABLE old.parts_1 PARTITION OF old.parts FOR VALUES FROM (1) TO (9);
        """;

    private const string Content = """
        INSERT INTO old.purchases (note) VALUES ('a'), ('b'); INSERT INTO old.lines VALUES (1, 2); INSERT INTO old.parts VALUES (5);
        """;

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task All_of_a_table_moves_with_its_rows_and_moves_back(string server)
    {
        using var live = await MadeAsync(server, Before, Content);
        var before = Look(live);
        using var after = TestServer.Of(server).CreateDatabase().Run(Before)
            .Run("ALTER TABLE old.purchases SET SCHEMA sales; ALTER TABLE sales.purchases RENAME TO orders; ALTER TABLE old.parts SET "
                + "SCHEMA sales; ALTER TABLE old.parts_1 SET SCHEMA sales");
        var target = await TargetAsync(after, Moved("sales.orders", "old.purchases"), Moved("sales.parts", "old.parts"));
        var report = await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token);
        Assert.Equal(
            ["rename table old.purchases to sales.orders", "rename table old.parts to sales.parts",
                "rename table old.parts_1 to sales.parts_1"],
            report.Plan!.Changes.Where(c => c is Change.Rename).Select(c => c.ToString()));
        Assert.All(report.Plan.Steps, s => Assert.DoesNotContain("DROP", s.Sql, StringComparison.Ordinal));
        Assert.Equal(Look(after), Look(live));
        Assert.Equal("1|a;2|b", live.Query("SELECT id, note FROM sales.orders ORDER BY 1"));
        Assert.Equal("5", live.Query("SELECT id FROM sales.parts_1"));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.NothingToDo, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Outcome);

        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), new(), Token);
        Assert.Equal(before, Look(live));
        Assert.Equal("1|a;2|b", live.Query("SELECT id, note FROM old.purchases ORDER BY 1"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_new_schema_is_there_first_and_the_old_one_goes_last(string server)
    {
        using var live = await MadeAsync(server,
            "CREATE SCHEMA old; CREATE TABLE old.t (id serial PRIMARY KEY, a int); CREATE INDEX t_a ON old.t (a)",
            "INSERT INTO old.t (a) VALUES (7)");
        using var after = TestServer.Of(server).CreateDatabase()
            .Run("CREATE SCHEMA fresh; CREATE TABLE fresh.t (id serial PRIMARY KEY, b int, c int); CREATE INDEX t_a ON fresh.t (b)");
        var target = await TargetAsync(after, Moved("fresh.t", "old.t"),
            new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, Named("fresh.t"), new("b")), new("a")),
            new(IntentKind.Dropped, ObjectId.Top(ObjectKind.Schema, new("old")), new("old")));
        var plan = (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Plan!;
        Assert.Equal(("CREATE SCHEMA \"fresh\"", "DROP SCHEMA \"old\" RESTRICT"), (plan.Steps[0].Sql, plan.Steps[^1].Sql));
        Assert.Equal("7", live.Query("SELECT b FROM fresh.t WHERE c IS NULL"));
        Assert.Equal(Look(after), Look(live));

        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token);
        Assert.Equal("7", live.Query("SELECT a FROM old.t"));
    }

    [Fact]
    public async Task A_name_that_is_taken_on_the_way_is_gone_around()
    {
        using var live = await MadeAsync("PostgreSql 15",
            "CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE old.a (x int); CREATE TABLE sales.a (y int); "
                + "CREATE TABLE sales.b (z int)",
            "INSERT INTO old.a VALUES (1); INSERT INTO sales.a VALUES (2); INSERT INTO sales.b VALUES (3)");
        using var after = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE sales.b (x "
                + "int); CREATE TABLE sales.a (y int); CREATE TABLE sales.c (z int)");
        var target = await TargetAsync(after, Moved("sales.b", "old.a"), Moved("sales.c", "sales.b"));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token);
        Assert.Equal("1|2|3", live.Query("SELECT b.x, a.y, c.z FROM sales.b, sales.a, sales.c"));
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), new(), Token);
        Assert.Equal("1|2|3", live.Query("SELECT o.x, a.y, b.z FROM old.a o, sales.a, sales.b"));
    }

    [Fact]
    public async Task An_index_of_others_in_the_way_is_found_before_the_first_statement()
    {
        using var live = await MadeAsync("PostgreSql 15",
            "CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE old.t (id int); CREATE INDEX ix ON old.t (id)",
            "CREATE TABLE sales.theirs (id int); CREATE INDEX ix ON sales.theirs (id)");
        using var after = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE sales.t (id int); CREATE INDEX ix ON sales.t (id)");
        var target = await TargetAsync(after, Moved("sales.t", "old.t"));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal(("SSY0217", "index sales.t.ix"),
            (Assert.Single(refused.Diagnostics).Entry.Code, refused.Diagnostics[0].Subject.ToString()));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_name_of_ours_that_is_taken_there_is_told_and_not_met_on_scratch(string server)
    {
        const string Made = """
            CREATE SCHEMA old; CREATE SCHEMA sales;
                CREATE TABLE old.t (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial, CONSTRAINT u UNIQUE (n));
            CREATE INDEX ix ON old.t (n); CREATE TABLE sales.t (id int GENERATED ALWAYS AS IDENTITY, n int, CONSTRAINT u UNIQUE (n));
            CREATE VIEW sales.ix AS SELECT 1 AS a; CREATE VIEW sales.t_n_seq AS SELECT 1 AS a
            """;
        using var live = await MadeAsync(server, Made, "INSERT INTO old.t DEFAULT VALUES");
        using var after = TestServer.Of(server).CreateDatabase()
            .Run("CREATE SCHEMA sales; CREATE TABLE sales.moved (id int GENERATED ALWAYS AS IDENTITY PRIMARY KEY, n serial)");
        var target = await TargetAsync(after, Moved("sales.moved", "old.t"));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.All(refused.Diagnostics, d => Assert.Equal(("SSY0305", "table sales.moved"), (d.Entry.Code, d.Subject.ToString())));
        Assert.Equal(
            ["index old.t.ix", "sequence old.t_n_seq", "the sequence of column old.t.id", "unique constraint old.t.u"],
            refused.Diagnostics.Select(d => d.Message.Split(": ")[1].Split(" goes")[0]).Order(StringComparer.Ordinal));
        // Called otherwise, it moves.
        live.Run("""
            ALTER TABLE old.t RENAME TO moved; ALTER INDEX old.u RENAME TO u2; ALTER INDEX old.ix RENAME TO ix2;
            ALTER SEQUENCE old.t_n_seq RENAME TO moved_n_seq; ALTER SEQUENCE old.t_id_seq RENAME TO moved_id_seq;
            CREATE SEQUENCE old.theirs; ALTER SEQUENCE old.theirs OWNED BY old.moved.n
            """);
        target = await TargetAsync(after, Moved("sales.moved", "old.moved"));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token);
        Assert.Equal("1|1",
            live.Query("SELECT (SELECT count(*) FROM sales.moved), (SELECT count(*) FROM pg_class WHERE oid = "
                + "to_regclass('sales.theirs'))"));
    }

    [Theory]
    [InlineData("sales.orders",
        "ALTER TABLE old.t SET SCHEMA sales; ALTER TABLE sales.t RENAME TO orders; CREATE INDEX orders_a ON sales.orders (a)")]
    [InlineData("old.orders", "ALTER TABLE old.t RENAME TO orders; CREATE INDEX orders_a ON old.orders (a)")]
    public async Task A_run_that_died_behind_the_move_is_finished_without_a_word_for_what_is_ours(string name, string done)
    {
        using var live = await MadeAsync("PostgreSql 15",
            "CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE old.t (a int); CREATE INDEX t_a ON old.t (a)", done);
        using var after = TestServer.PostgreSql15.CreateDatabase()
            .Run($"CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE {name} (a int); CREATE INDEX orders_a ON {name} (a)");
        var target = await TargetAsync(after, Moved(name, "old.t"));
        var report = await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token);
        Assert.Equal((Outcome.Done, $"drop index {name}.t_a"), (report.Outcome, Assert.Single(report.Plan!.Changes).ToString()));
        // Another one is somebody else's all the same.
        live.Run($"CREATE INDEX theirs ON {name} (a)");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token));
        Assert.Contains("SSY0506", refused.Diagnostics.Select(d => d.Entry.Code));
    }

    [Fact]
    public async Task A_sequence_of_ours_in_the_way_of_an_owned_one_is_told()
    {
        using var live = await MadeAsync("PostgreSql 15",
            "CREATE SCHEMA old; CREATE SCHEMA sales; CREATE TABLE old.t (n serial); CREATE TABLE sales.t (n serial)",
            "INSERT INTO old.t DEFAULT VALUES");
        using var after = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE SCHEMA sales; CREATE TABLE sales.t (n serial); CREATE TABLE sales.moved (n serial)");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(async () =>
            await Engine.PlanAsync(live.Tenant, await TargetAsync(after, Moved("sales.moved", "old.t")), new(), Token));
        Assert.Equal(("SSY0305", "sequence old.t_n_seq"),
            (Assert.Single(refused.Diagnostics).Entry.Code, refused.Diagnostics[0].Subject.ToString()));
        Assert.Equal("1", live.Query("SELECT n FROM old.t"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_text_that_reads_like_the_name_stays_a_text(string server)
    {
        const string Made = """
            CREATE SCHEMA old; CREATE SCHEMA sales;
                CREATE TABLE old.t (id int, said text DEFAULT 'old.t', kept text DEFAULT 'old.t', other text CHECK (other <> 'old.t'),
              g text GENERATED ALWAYS AS ('old.t' || id::text) STORED);
            CREATE TABLE old.follows (r regclass DEFAULT 'old.t'::regclass)
            """;
        using var live = await MadeAsync(server, Made, "INSERT INTO old.t VALUES (1)");
        using var after = TestServer.Of(server).CreateDatabase().Run(Made)
            .Run("ALTER TABLE old.t SET SCHEMA sales; ALTER TABLE sales.t ALTER said SET DEFAULT 'sales.t'");
        var target = await TargetAsync(after, Moved("sales.t", "old.t"));
        var plan = (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Plan!;
        Assert.Equal(["rename table old.t to sales.t", "alter column sales.t.said"], plan.Changes.Select(c => c.ToString()));
        Assert.Equal(Look(after), Look(live));
    }

    [Fact]
    public async Task What_is_in_the_tenants_own_schema_is_not_moved_out_of_it()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run("CREATE TABLE t (id int)");
        using var after = TestServer.PostgreSql15.CreateDatabase().Run("CREATE SCHEMA sales; CREATE TABLE sales.t (id int)");
        var target = await TargetAsync(after, Moved("sales.t", "public.t"));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0220", Assert.Single(refused.Diagnostics).Entry.Code);
    }

    [Fact]
    public async Task A_script_and_a_plan_from_a_file_do_the_same()
    {
        using var after = TestServer.PostgreSql15.CreateDatabase().Run(Before).Run("ALTER TABLE old.purchases SET SCHEMA sales");
        var target = await TargetAsync(after, Moved("sales.purchases", "old.purchases"));
        using var live = await MadeAsync("PostgreSql 15", Before, Content);
        var script = await Engine.ScriptAsync(live.Tenant, target, new(), Token);
        (await Psql.RunAsync(live, script + script)).SucceededOnce();
        Assert.Equal(Look(after), Look(live));

        using var other = await MadeAsync("PostgreSql 15", Before, Content);
        var plan = PlanFile.Read(PlanFile.Write(await Engine.PlanAsync(other.Tenant, target, new(), Token)), "a file");
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(other.Tenant, plan, new(), Token)).Outcome);
        Assert.Equal(Look(after), Look(other));
    }

    private static QualifiedName Named(string name) => QualifiedName.Parse(name);

    private static Intent Moved(string to, string from)
    {
        var (after, before) = (Named(to), Named(from));
        return new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, after),
            before.Name) { FormerSchema = before.Schema == after.Schema ? default : before.Schema };
    }

    private static async Task<SchemaTarget> TargetAsync(TestDatabase after, params Intent[] intents)
    {
        var read = await Engine.SnapshotAsync(after.Tenant with { Schemas = ["*"] }, Token);
        return SchemaTarget.Of(new Snapshot { Form = read.Form, Objects = read.Objects, Intents = [.. intents] });
    }

    /// <summary>A database that a run of ours made.</summary>
    private static async Task<TestDatabase> MadeAsync(string server, string sql, string content)
    {
        using var made = TestServer.Of(server).CreateDatabase().Run(sql);
        var live = TestServer.Of(server).CreateDatabase();
        await Engine.SyncTenantAsync(live.Tenant, await TargetAsync(made), execute: true, MySqlServers.Ours, Token);
        return live.Run(content);
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
        UNION ALL SELECT inhrelid::regclass || ' of ' || inhparent::regclass FROM pg_inherits
        ORDER BY 1
        """);
}
