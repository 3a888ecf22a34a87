namespace SchemaSync.Adapters.Tests;

/// <summary>Objects in schemas that the tenants of a database share, beside those in the
/// tenant's own: what is qualified stays where it says.</summary>
public sealed class SharedSchemaTests
{
    private const string Shop = """
        CREATE SCHEMA sales; CREATE SCHEMA stock; COMMENT ON SCHEMA stock IS 'what there is';
        CREATE TYPE sales.state AS ENUM ('new', 'paid', 'late');
        CREATE DOMAIN stock.sku AS text CHECK (length(VALUE) > 2);
        CREATE SEQUENCE stock.numbers;
        CREATE TABLE customers (id bigint PRIMARY KEY, mail text NOT NULL UNIQUE);
        CREATE FUNCTION stock.half(n int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT n / 2';
        CREATE TABLE stock.items (id int PRIMARY KEY DEFAULT nextval('stock.numbers'), sku stock.sku NOT NULL,
            n int CHECK (stock.half(n) >= 0));
        CREATE TABLE sales.orders (id bigint PRIMARY KEY, customer bigint NOT NULL REFERENCES customers (id),
            item int REFERENCES stock.items (id),
          state sales.state NOT NULL DEFAULT 'new', at timestamptz DEFAULT now());
        CREATE INDEX orders_at ON sales.orders (at);
        CREATE INDEX items_half ON stock.items (stock.half(n));
        CREATE VIEW sales.paid AS SELECT o.id, i.sku FROM sales.orders o JOIN stock.items i ON i.id = o.item WHERE o.state = 'paid';
        CREATE VIEW open_orders AS SELECT id FROM sales.orders WHERE state = 'new';
        CREATE FUNCTION sales.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN NEW.at := now(); RETURN NEW; END';
        CREATE TRIGGER stamp BEFORE UPDATE ON sales.orders FOR EACH ROW EXECUTE FUNCTION sales.stamp();
        ALTER TABLE sales.orders ENABLE ROW LEVEL SECURITY;
        CREATE POLICY own ON sales.orders USING (customer > 0);
        """;

    private const string Drift = """
        ALTER TABLE sales.orders DROP COLUMN at; DROP VIEW sales.paid; ALTER TABLE stock.items ADD extra int;
            ALTER TYPE sales.state ADD VALUE 'gone';
        DROP INDEX stock.items_half; DROP VIEW open_orders; ALTER TABLE customers ALTER mail DROP NOT NULL; ALTER POLICY own
            ON sales.orders USING (customer > 1);
        ALTER TABLE sales.orders DISABLE TRIGGER stamp;
        """;

    private static readonly PostgreSqlAdapter Adapter = new();
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(Adapter));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_shop_in_three_schemas_is_made_drifts_is_repaired_and_taken_back(string server)
    {
        using var made = TestServer.Of(server).CreateDatabase().Run(Shop);
        using var live = TestServer.Of(server).CreateDatabase().Run("CREATE SCHEMA theirs; CREATE TABLE theirs.t (id int)");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(made.Tenant with { Schemas = ["*"] }, Token));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        await Equal(live, target);
        Assert.Equal(Outcome.NothingToDo,
            (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        live.Run("INSERT INTO customers VALUES (1, 'a@b'); INSERT INTO stock.items (sku, n) VALUES ('abc', 4); INSERT INTO "
            + "sales.orders VALUES (1, 1, 1)");

        live.Run(Drift);
        live.Run("CREATE TABLE sales.not_ours (id int)");
        var drift = await Engine.ValidateAsync(live.Tenant, target, Token);
        Assert.Equal(
            [
                "column customers.mail", "column sales.orders.at", "column stock.items.extra", "enum type sales.state",
                "index sales.orders.orders_at", "index stock.items.items_half",
                "policy sales.orders.own", "trigger stamp on sales.orders", "view open_orders", "view sales.paid",
            ],
            drift.Diff.Changes.Select(c => c.Id.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(["table sales.not_ours"], drift.Unmanaged.Select(u => u.ToString()));

        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        await Equal(live, target);
        Assert.Equal("1|1|1|new", live.Query("SELECT id, customer, item, state::text FROM sales.orders"));

        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, back, MySqlServers.Ours, Token)).Outcome);
        Assert.False((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal("1", live.Query("SELECT count(*) FROM pg_class WHERE relname = 'not_ours'"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Tenants_of_one_database_share_what_is_qualified_and_have_the_rest_to_themselves(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase().Run("CREATE SCHEMA a; CREATE SCHEMA b");
        var target = SchemaTarget.Of(Declared());
        foreach (var tenant in (string[])["a", "b"])
            Assert.Equal(tenant == "a" ? 3 : 1,
                (await Engine.SyncTenantAsync(In(database, tenant), target, execute: true, MySqlServers.Ours, Token)).Plan!.Changes.Count);
        Assert.Equal("a|orders;b|orders;common|countries",
            database.Query(
                "SELECT schemaname, tablename FROM pg_tables WHERE schemaname IN "
                    + "('a', 'b', 'common') AND tablename NOT LIKE '\\_%' ORDER BY 1, 2"));
        Assert.Equal("a|common.countries;b|common.countries",
            database.Query(
                "SELECT connamespace::regnamespace::text, confrelid::regclass::text FROM pg_constraint WHERE contype = 'f' ORDER BY 1"));
        // A tenant that stops declaring them drops no schema, and nothing that others still use goes without a word.
        Assert.True((await Engine.ValidateAsync(In(database, "b"), target, Token)).IsEqual);
    }

    [Fact]
    public async Task Whoever_uses_a_shared_schema_does_not_wait_for_a_plan()
    {
        using var made = TestServer.PostgreSql15.CreateDatabase().Run(Shop);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(made.Tenant with { Schemas = ["*"] }, Token));
        // Held to the end of the test: a table that is written, and read through its view.
        await using var user = new Npgsql.NpgsqlConnection(made.ConnectionString);
        await user.OpenAsync(Token);
        await using var command =
            new Npgsql.NpgsqlCommand(
                "BEGIN; INSERT INTO customers VALUES (1, 'a'); INSERT INTO stock.items (sku, n) VALUES ('abc', 2); INSERT INTO "
                    + "sales.orders VALUES (1, 1, 1); SELECT count(*) FROM sales.paid", user);
        await command.ExecuteNonQueryAsync(Token);
        made.Run("CREATE VIEW sales.old AS SELECT 1 AS one");
        var plan = await Engine.PlanAsync(made.Tenant,
            SchemaTarget.Of(target.Snapshot!.With(target.Snapshot.Objects.Where(o => o.Name.ToString() != "open_orders"))),
            new(IncludeUnmanaged: true), Token);
        Assert.Equal(["view open_orders", "view sales.old"], plan.Changes.Select(c => c.Id.ToString()));
        command.CommandText = "INSERT INTO sales.orders VALUES (2, 1, 1); COMMIT";
        await command.ExecuteNonQueryAsync(Token);
    }

    [Fact]
    public async Task A_snapshot_of_a_whole_database_is_brought_to_a_tenant_whose_own_schema_it_names()
    {
        using var made = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE SCHEMA ta; CREATE SCHEMA tb; CREATE TABLE ta.t (id int PRIMARY KEY); COMMENT ON SCHEMA tb IS 'empty'");
        var whole = await Engine.SnapshotAsync(made.Tenant with { Schema = "ta", Schemas = ["*"] }, Token);
        Assert.Equal(["schema public", "schema tb", "table t"],
            whole.Objects.Select(o => ObjectId.Of(o).ToString()).Order(StringComparer.Ordinal));
        var tenant = made.Tenant with { Schema = "tb" };
        await Engine.SyncTenantAsync(tenant, SchemaTarget.Of(whole), execute: true, MySqlServers.Ours, Token);
        Assert.True((await Engine.ValidateAsync(tenant, SchemaTarget.Of(whole), Token)).IsEqual);
        Assert.Equal("t",
            made.Query("SELECT relname FROM pg_class WHERE relnamespace = 'tb'::regnamespace "
                + "AND relkind = 'r' AND relname NOT LIKE '@_@_%' ESCAPE '@'"));

        // What stands in it would be there twice.
        var shared = await Engine.SnapshotAsync(made.Tenant with { Schemas = ["*"] }, Token);
        foreach (var look in new Func<Task>[] { () => Engine.ValidateAsync(tenant, SchemaTarget.Of(shared), Token),
            () => Engine.PlanAsync(tenant, SchemaTarget.Of(shared), new(), Token) })
            Assert.Equal("SSY0220", Assert.Single((await Assert.ThrowsAsync<SchemaSyncException>(look)).Diagnostics).Entry.Code);
    }

    [Fact]
    public async Task A_script_makes_schemas_and_stops_where_one_is_there_already()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var target = SchemaTarget.Of(Declared());
        var script = await Engine.ScriptAsync(database.Tenant, target, new(), Token);
        (await Psql.RunAsync(database, script + script)).SucceededOnce();
        Assert.True((await Engine.ValidateAsync(database.Tenant, target, Token)).IsEqual);
        using var other = TestServer.PostgreSql15.CreateDatabase();
        script = await Engine.ScriptAsync(other.Tenant, target, new(), Token);
        other.Run("CREATE SCHEMA common");
        (await Psql.RunAsync(other, script)).StoppedWith("See: schema common");
        Assert.Equal("0", other.Query("SELECT count(*) FROM pg_class WHERE relnamespace = 'common'::regnamespace"));
    }

    [Fact]
    public async Task Whoever_does_not_own_a_shared_schema_may_compare_and_is_told_what_a_plan_needs()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var target = SchemaTarget.Of(Declared());
        await Engine.SyncTenantAsync(database.Tenant, target, execute: true, MySqlServers.Ours, Token);
        var role = $"r_{Guid.NewGuid():n}";
        database.Run(
            $"CREATE ROLE {role} LOGIN PASSWORD 'p'; GRANT CREATE ON DATABASE {database.Name} TO {role}; GRANT USAGE ON SCHEMA common "
                + $"TO {role}; GRANT SELECT ON ALL TABLES IN SCHEMA public TO {role}; ALTER TABLE common.countries ADD extra int");
        try
        {
            var account = database.Tenant with
            {
                ConnectionString = new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString)
                {
                    Username = role,
                    Password = "p",
                    Pooling = false,
                }.ConnectionString,
            };
            Assert.Equal(["column common.countries.extra"],
                (await Engine.ValidateAsync(account, target, Token)).Diff.Changes.Select(c => c.Id.ToString()));
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(account, target, new(), Token));
            Assert.Equal("SSY0210", failure.Diagnostics[0].Entry.Code);
            Assert.Contains("must be owner of schema common", failure.Diagnostics[0].ToString(), StringComparison.Ordinal);
        }
        finally
        {
            database.Run($"DROP OWNED BY {role}; DROP ROLE {role}");
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_stands_on_a_table_of_others_is_theirs_though_one_of_ours_has_its_name_elsewhere(string server)
    {
        using var made = TestServer.Of(server).CreateDatabase()
            .Run("CREATE SCHEMA sales; CREATE SCHEMA stock; CREATE TABLE sales.orders (id int); CREATE TABLE stock.items (id int)");
        using var live = TestServer.Of(server).CreateDatabase();
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(made.Tenant with { Schemas = ["*"] }, Token));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token);
        const string Theirs = """
            CREATE TABLE stock.orders (id int); CREATE FUNCTION stock.stamp() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END';
            CREATE TRIGGER stamp BEFORE INSERT ON stock.orders FOR EACH ROW EXECUTE FUNCTION stock.stamp(); CREATE RULE quiet AS
                ON DELETE TO stock.orders DO INSTEAD NOTHING
            """;
        live.Run(Theirs);
        await Equal(live, target);
        Assert.Equal(Outcome.NothingToDo,
            (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        // One on ours is still told.
        live.Run("CREATE TRIGGER stamp BEFORE INSERT ON sales.orders FOR EACH ROW EXECUTE FUNCTION stock.stamp()");
        Assert.Equal(["trigger stamp on sales.orders"],
            (await Engine.ValidateAsync(live.Tenant, target, Token)).Diff.Changes.Select(c => c.Id.ToString()));
    }

    private static async Task Equal(TestDatabase live, SchemaTarget target)
    {
        var validation = await Engine.ValidateAsync(live.Tenant, target, Token);
        Assert.Empty(validation.Diff.Changes.Select(c => c.ToString()));
    }

    private static TenantContext In(TestDatabase database, string schema) => database.Tenant with { Id = schema, Schema = schema };

    private static SchemaModel Declared()
    {
        var countries = new Table
        {
            Name = new(new("common"), new("countries")), PrimaryKey = new() { Columns = [new() { Column = new("code") }] },
            Columns = [new() { Name = new("code"), Type = new() { Logical = LogicalType.String, MaxLength = 2 } }],
        };
        var orders = new Table
        {
            Name = new("orders"), PrimaryKey = new() { Columns = [new() { Column = new("id") }] },
            Columns = [new() { Name = new("id"), Type = new() { Logical = LogicalType.Int32 } },
                new() { Name = new("country"), Type = new() { Logical = LogicalType.String, MaxLength = 2 } }],
            ForeignKeys = [new() { Columns = [new("country")], ReferencedTable = countries.Name, ReferencedColumns = [new("code")] }],
        };
        return new() { Providers = [ProviderNames.PostgreSql], Objects = [countries, orders] };
    }
}
