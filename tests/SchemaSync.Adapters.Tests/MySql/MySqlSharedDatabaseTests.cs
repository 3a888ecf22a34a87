namespace SchemaSync.Adapters.Tests;

/// <summary>Objects in databases that tenants share, beside those in the tenant's own: what is qualified stays where it says.</summary>
public sealed class MySqlSharedDatabaseTests
{
    private const string Slice = """
        CREATE TABLE {s}.orders (id int PRIMARY KEY, note varchar(20) CHECK (note <> 'x'));
        CREATE TABLE notes (id int PRIMARY KEY, order_id int, CONSTRAINT to_order FOREIGN KEY (order_id) REFERENCES {s}.orders (id));
        """;

    private static readonly SchemaSyncEngine Engine = MySqlServers.Engine;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_table_in_a_shared_database_is_made_drifts_is_repaired_and_taken_back(string server)
    {
        using var made = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(made, $"od`d-{Guid.NewGuid():n}").Make(Slice);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(shared.Of(made), Token));
        Assert.Equal([$"schema {shared.Name}", "table notes", $"table {shared.Name}.orders"], Names(target.Objects));
        made.Run("DROP TABLE notes");
        shared.Drop();

        using var live = TestServer.Of(server).CreateDatabase();
        await SyncAsync(live, target, Outcome.Done);
        await SyncAsync(live, target, Outcome.NothingToDo);
        live.Run($"INSERT INTO {shared.Quoted}.orders VALUES (1, 'a'); INSERT INTO notes VALUES (1, 1)");

        // By hand, in either.
        shared.Run("ALTER TABLE {s}.orders ADD extra int; CREATE TABLE {s}.not_ours (id int)");
        live.Run("ALTER TABLE notes DROP FOREIGN KEY to_order");
        var drift = await Engine.ValidateAsync(live.Tenant, target, Token);
        var changes = drift.Diff.Changes.Select(c => c.Id.ToString()).Order(StringComparer.Ordinal);
        Assert.Equal([$"column {shared.Name}.orders.extra", "foreign key notes.to_order"], changes);
        Assert.Equal([$"table {shared.Name}.not_ours"], drift.Unmanaged.Select(u => u.ToString()));
        await SyncAsync(live, target, Outcome.Done);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal("1|a", shared.Query("SELECT * FROM {s}.orders"));

        // Back to what was drifted, and back to nothing: the database itself stays, since nobody named it.
        await RevertAsync(live);
        Assert.Equal("1|a|NULL", shared.Query("SELECT * FROM {s}.orders"));
        const string Tables = "SELECT GROUP_CONCAT(TABLE_NAME ORDER BY 1) FROM information_schema.TABLES WHERE TABLE_SCHEMA = ";
        Assert.Equal("not_ours,orders", live.Query(Tables + MySqlText.Literal(shared.Name)));
    }

    private const string Shop = """
        CREATE TABLE customers (id int PRIMARY KEY, mail varchar(100) NOT NULL UNIQUE);
        CREATE TABLE {s}.items (id int PRIMARY KEY, name varchar(20));
        CREATE TABLE {s}.orders (id int PRIMARY KEY, customer int NOT NULL, item int, total int DEFAULT 0, `at` datetime,
          CONSTRAINT of_customer FOREIGN KEY (customer) REFERENCES {o}.customers (id),
          CONSTRAINT of_item FOREIGN KEY (item) REFERENCES {s}.items (id) ON DELETE CASCADE);
        CREATE FUNCTION {s}.half (n int) RETURNS int DETERMINISTIC RETURN n / 2;
        CREATE VIEW {s}.sold AS SELECT o.id, i.name, {s}.half(o.total) AS part FROM {s}.orders o JOIN {s}.items i ON i.id = o.item;
        CREATE VIEW mine AS SELECT customers.mail, s.part, {s}.half(8) FROM customers JOIN {s}.sold s ON s.id = customers.id;
        CREATE PROCEDURE {s}.clear () DELETE FROM orders WHERE id < 0;
        CREATE PROCEDURE clear ()
          BEGIN DELETE FROM customers WHERE id < 0; CALL {s}.clear(); UPDATE {s}.orders SET total = 0 WHERE id < 0; END;
        CREATE TRIGGER {s}.stamp BEFORE UPDATE ON {s}.orders FOR EACH ROW SET NEW.`at` = NOW();
        CREATE TRIGGER {s}.later BEFORE UPDATE ON {s}.orders FOR EACH ROW FOLLOWS stamp SET NEW.total = {s}.half(NEW.total * 2);
        CREATE TRIGGER told AFTER INSERT ON customers FOR EACH ROW INSERT INTO {s}.items VALUES (NEW.id, NEW.mail);
        CREATE EVENT {s}.nightly ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DO DELETE FROM {s}.items WHERE id < 0;
        """;

    private const string Drift = """
        ALTER TABLE {s}.orders DROP FOREIGN KEY of_customer, DROP COLUMN total; DROP VIEW mine; DROP TRIGGER {s}.later;
        DROP PROCEDURE {s}.clear; ALTER EVENT {s}.nightly DISABLE; ALTER TABLE customers MODIFY mail varchar(200) NOT NULL;
        DROP TRIGGER told; CREATE OR REPLACE VIEW {s}.sold AS SELECT 1 AS id, 'a' AS name, 2 AS part;
        """;

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Objects_of_every_kind_lead_from_one_database_to_the_other(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(live, $"s-{Guid.NewGuid():n}").Make(Shop.Replace("{o}", live.Name, StringComparison.Ordinal));
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(shared.Of(live), Token));
        Assert.Empty(target.Snapshot!.Unsupported);
        Assert.DoesNotContain(live.Name, SnapshotFile.Write(target.Snapshot), StringComparison.Ordinal);
        var (own, theirs) = (MySqlOracle.Describe(live), Described(live, shared));
        live.Run($"SET SESSION foreign_key_checks = 0; DROP DATABASE {live.Name}; CREATE DATABASE {live.Name}");
        shared.Drop();

        await SyncAsync(live, target, Outcome.Done);
        Assert.Equal((own, theirs), (MySqlOracle.Describe(live), Described(live, shared)));
        await SyncAsync(live, target, Outcome.NothingToDo);
        shared.Run("INSERT INTO customers VALUES (1, 'a@b'); INSERT INTO {s}.orders (id, customer, item, total) VALUES (1, 1, 1, 4)");
        shared.Run(Drift);
        var drift = await Engine.ValidateAsync(live.Tenant, target, Token);
        Assert.Equal(
            [
                "column customers.mail", "column {s}.orders.total", "event {s}.nightly", "foreign key {s}.orders.of_customer",
                "procedure {s}.clear", "trigger later on {s}.orders", "trigger told on customers", "view mine", "view {s}.sold",
            ],
            drift.Diff.Changes.Select(c => c.Id.ToString().Replace(shared.Name, "{s}", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal));
        await SyncAsync(live, target, Outcome.Done);
        Assert.Equal((own, theirs), (MySqlOracle.Describe(live), Described(live, shared)));
        Assert.Equal("1|1|1", shared.Query("SELECT id, customer, item FROM {s}.orders"));
        await RevertAsync(live);
        Assert.False((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal("0", live.Query("SELECT count(*) FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Tenants_share_what_is_qualified_and_have_the_rest_to_themselves(string server)
    {
        using var a = TestServer.Of(server).CreateDatabase();
        using var b = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(a);
        var target = SchemaTarget.Of(Declared(a.Server.Provider, shared.Name));
        foreach (var (tenant, changes) in new[] { (a, 3), (b, 1) })
        {
            var report = await Engine.SyncTenantAsync(tenant.Tenant, target, execute: true, MySqlServers.Ours, Token);
            Assert.Equal(changes, report.Plan!.Changes.Count);
        }

        Assert.Equal(string.Join(";", new[] { a.Name, b.Name }.Order(StringComparer.Ordinal).Select(n => $"{n}|orders")),
            a.Query($"""
                SELECT TABLE_SCHEMA, TABLE_NAME FROM information_schema.KEY_COLUMN_USAGE
                WHERE REFERENCED_TABLE_SCHEMA = '{shared.Name}' ORDER BY 1
                """));
        Assert.True((await Engine.ValidateAsync(b.Tenant, target, Token)).IsEqual);

        // One that calls it its own has nothing in it twice.
        var own = a.Tenant with { Schema = shared.Name };
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(own, target, new(), Token));
        Assert.Equal("SSY0220", Assert.Single(refused.Diagnostics).Entry.Code);
        a.Run("DROP TABLE orders");
        b.Run("DROP TABLE orders");
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_snapshot_holds_the_own_database_and_what_is_named_besides(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY)");
        var prefix = $"p_{Guid.NewGuid():n}"[..20];
        using var one = new MySqlShared(live, $"{prefix}_1").Make("CREATE TABLE {s}.a (id int PRIMARY KEY)");
        using var two = new MySqlShared(live, $"{prefix}_2").Make("CREATE TABLE {s}.b (id int PRIMARY KEY)");
        // A letter that is no pattern, and a name that differs in case alone.
        using var other = new MySqlShared(live, $"{prefix}x3").Make();
        using var upper = new MySqlShared(live, $"{prefix.ToUpperInvariant()}_1").Make();
        Assert.Equal(["table t"], await Names(live.Tenant));
        Assert.Equal(
            [$"schema {prefix}_1", $"schema {prefix}_2", $"table {prefix}_1.a", $"table {prefix}_2.b", "table t"],
            await Names(live.Tenant with { Schemas = [$"{prefix}_*"] }));
        Assert.Equal(
            [$"schema {prefix}_2", $"table {prefix}_2.b", "table t"], await Names(live.Tenant with { Schemas = [$"{prefix}_2", "mysq?"] }));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Names(live.Tenant with { Schemas = ["mysql"] }));
        Assert.Equal("SSY0240", refused.Diagnostics[0].Entry.Code);
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Databases_that_nobody_manages_stay_those_of_others(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var theirs = new MySqlShared(live).Make("CREATE TABLE {s}.users (id int PRIMARY KEY)");
        using var shared = new MySqlShared(live).Make($$"""
            CREATE TABLE {s}.posts (id int PRIMARY KEY, author int,
              CONSTRAINT by_user FOREIGN KEY (author) REFERENCES {{theirs.Quoted}}.users (id));
            CREATE VIEW {s}.authors AS SELECT u.id FROM {{theirs.Quoted}}.users u JOIN {s}.posts p ON p.author = u.id
            """);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(shared.Of(live), Token));
        var view = target.Snapshot!.Objects.OfType<View>().Single();
        Assert.Equal([$"table {theirs.Name}.users"], view.External.Select(e => e.Id.ToString()));
        shared.Drop();
        await SyncAsync(live, target, Outcome.Done);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        shared.Drop();
        theirs.Run("DROP TABLE {s}.users");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.All(refused.Diagnostics, d => Assert.Equal("SSY0218", d.Entry.Code));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_table_may_be_called_like_a_database(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(live).Make("""
            CREATE TABLE {s} (id int PRIMARY KEY, old int);
            CREATE TABLE {s}.{s} (id int PRIMARY KEY, CONSTRAINT k FOREIGN KEY (id) REFERENCES {o}.{s} (id));
            CREATE VIEW v AS SELECT {s}.id FROM {s};
            CREATE VIEW {s}.v AS SELECT {s}.id FROM {s}.{s} JOIN {o}.{s} AS o ON o.id = {s}.{s}.id;
            CREATE TRIGGER {s}.{s} BEFORE INSERT ON {s}.{s} FOR EACH ROW SET NEW.id = (SELECT max(o.id) FROM {o}.{s} AS o)
            """.Replace("{o}", live.Name, StringComparison.Ordinal));
        using var other = new MySqlShared(live, shared.Name.ToUpperInvariant()).Make();
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(shared.Of(live), Token));
        Assert.Empty(target.Snapshot!.Unsupported);
        live.Run($"DROP VIEW v; DROP DATABASE {shared.Quoted}; ALTER TABLE {shared.Quoted} DROP COLUMN old");
        await SyncAsync(live, target, Outcome.Done);
        await SyncAsync(live, target, Outcome.NothingToDo);
        // Two databases that differ in case alone are too much for one snapshot.
        var both = await Engine.SnapshotAsync(live.Tenant with { Schemas = [shared.Name, other.Name] }, Token);
        Assert.Equal(ObjectKind.Schema, Assert.Single(both.Unsupported).Id.Kind);
        // The servers compare names in their catalogue as they like.
        var alone = await Engine.SnapshotAsync(other.Of(live), Token);
        Assert.Equal([$"schema {other.Name}", $"table {shared.Name}", "view v"], Names(alone.Objects));
        Assert.Empty(alone.Unsupported);
        shared.Drop();
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_name_of_which_nobody_can_tell_what_it_means_is_refused(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(live).Make("CREATE TABLE {s}.orders (id int PRIMARY KEY)");
        // An alias that is called like the database, where either may stand before a point.
        shared.Run("""
            CREATE PROCEDURE p ()
            BEGIN DELETE FROM {s}.orders; SELECT 1 FROM orders AS {s} JOIN orders AS o ON {s}.id IS NOT NULL; END
            """);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(shared.Of(live), Token));
        live.Run("DROP PROCEDURE p");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal(("SSY0236", "procedure p"), (refused.Diagnostics[0].Entry.Code, refused.Diagnostics[0].Subject.ToString()));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Who_uses_the_shared_database_does_not_wait_for_a_plan(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(live).Make("""
            CREATE TABLE {s}.orders (id int PRIMARY KEY);
                CREATE TABLE notes (id int, CONSTRAINT k FOREIGN KEY (id) REFERENCES {s}.orders (id));
            CREATE VIEW {s}.v AS SELECT id FROM {s}.orders
            """);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(shared.Of(live), Token));
        // Held to the end of the test: a table that is written, and read through its view.
        using var user = live.Server.Connect(live.ConnectionString);
        using var command = user.CreateCommand();
        var s = shared.Quoted;
        command.CommandText = $"BEGIN; INSERT INTO {s}.orders VALUES (1); INSERT INTO notes VALUES (1); SELECT count(*) FROM {s}.v";
        command.ExecuteNonQuery();
        live.Run("CREATE VIEW more AS SELECT 1 AS one");
        var plan = await Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token);
        Assert.Equal(["view more"], plan.Changes.Select(c => c.Id.ToString()));
        command.CommandText = "COMMIT";
        command.ExecuteNonQuery();
    }

    private static async Task SyncAsync(TestDatabase live, SchemaTarget target, Outcome outcome) =>
        Assert.Equal(outcome, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);

    private static async Task RevertAsync(TestDatabase live)
    {
        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, back, MySqlServers.Ours, Token)).Outcome);
    }

    private static async Task<IEnumerable<string>> Names(TenantContext tenant) =>
        Names((await Engine.SnapshotAsync(tenant, Token)).Objects);

    private static List<string> Names(IEnumerable<TopLevelObject> objects) =>
        [.. objects.Select(o => ObjectId.Of(o).ToString()).Order(StringComparer.Ordinal)];

    private static string Described(TestDatabase live, MySqlShared shared) => MySqlOracle.Describe(live, shared.Name);

    private static SchemaModel Declared(string provider, string shared)
    {
        var countries = new Table
        {
            Name = new(new(shared), new("countries")), PrimaryKey = new() { Columns = [new() { Column = new("code") }] },
            Columns = [new() { Name = new("code"), Type = new() { Logical = LogicalType.String, MaxLength = 2 } }],
        };
        var orders = new Table
        {
            Name = new("orders"), PrimaryKey = new() { Columns = [new() { Column = new("id") }] },
            Columns =
            [
                new() { Name = new("id"), Type = new() { Logical = LogicalType.Int32 } },
                new() { Name = new("country"), Type = new() { Logical = LogicalType.String, MaxLength = 2 } },
            ],
            ForeignKeys = [new() { Columns = [new("country")], ReferencedTable = countries.Name, ReferencedColumns = [new("code")] }],
        };
        return new() { Providers = [provider], Objects = [countries, orders] };
    }
}
