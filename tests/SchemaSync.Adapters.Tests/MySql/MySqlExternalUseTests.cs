using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>Views that use tables, views and functions of others, in databases that nobody
/// manages; and bodies, of which no server tells what they use.</summary>
public sealed class MySqlExternalUseTests
{
    private static readonly SchemaSyncEngine Engine = MySqlServers.Engine;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task They_are_read_compared_made_changed_and_taken_back(string server)
    {
        using var billing = Theirs(server);
        using var made = TestServer.Of(server).CreateDatabase().Run(Ours(billing.Name));
        var read = await Engine.SnapshotAsync(made.Tenant, Token);
        Assert.Empty(read.Unsupported);
        var b = billing.Name;
        Assert.Equal(
            [$"joined: table {b}.customers", $"nested: table {b}.customers", "plain: ", $"twice: function {b}.twice",
                $"united: table {b}.customers, view {b}.seen"],
            read.Objects.OfType<View>().OrderBy(v => v.Name).Select(v => $"{v.Name}: {string.Join(", ", v.External.Select(e => e.Id))}"));
        var equal = await Engine.ValidateAsync(made.Tenant, SchemaTarget.Of(read), Token);
        Assert.True(equal.IsEqual);
        // The server tells all of it, so there is nothing that has to be said or allowed.
        Assert.Empty(equal.Diagnostics);
        Assert.Empty(await Engine.ReachAsync(made.Tenant, read, Token));

        var target = SchemaTarget.Of(SnapshotFile.Read(SnapshotFile.Write(read), "a.json"));
        using var live = TestServer.Of(server).CreateDatabase();
        var done = await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token);
        Assert.Equal(Outcome.Done, done.Outcome);
        Assert.DoesNotContain(done.Plan.AllHazards, h => h.Code == "SSY0420");
        Assert.Equal("1|2", live.Query("SELECT id, d FROM twice"));
        live.Run($"CREATE OR REPLACE VIEW nested AS SELECT id FROM {b}.seen; DROP VIEW plain");
        Assert.Equal(["view nested", "view plain"],
            (await Engine.ValidateAsync(live.Tenant, target, Token)).Diff.Changes
                .Select(c => c.Id.ToString()).Order(StringComparer.Ordinal));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.Done,
            (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token)).Outcome);
        Assert.Equal(2, (await Engine.ValidateAsync(live.Tenant, target, Token)).Diff.Changes.Count);
        Assert.Equal("customers|seen|twice",
            billing.Query(
                "SELECT (SELECT GROUP_CONCAT(TABLE_NAME ORDER BY TABLE_NAME SEPARATOR '|') FROM information_schema.TABLES WHERE "
                    + "TABLE_SCHEMA = DATABASE()), ROUTINE_NAME FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()"));
    }

    [Theory]
    [InlineData("SELECT id FROM {0}.gone", "table {0}.gone")]
    [InlineData("SELECT {0}.gone(1) AS a", "{0}.gone")]
    [InlineData("SELECT id FROM t_gone.customers", "t_gone.customers")]
    public async Task What_a_declaration_names_and_is_not_there_is_said(string query, string name)
    {
        foreach (var server in MySqlServers.All.Select(s => s.Data))
        {
            using var billing = Theirs(server);
            using var database = TestServer.Of(server).CreateDatabase();
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.PlanAsync(database.Tenant, SchemaTarget.Of(View(database, In(query, billing))), new(), Token));
            var found = Assert.Single(failure.Diagnostics);
            Assert.Equal("SSY0218", found.Entry.Code);
            Assert.Equal("view v", found.Subject.ToString());
            Assert.Contains(In(name, billing).Split(' ')[^1], found.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData("SELECT id FROM {0}.customers", "DROP VIEW seen; DROP TABLE customers", "table {0}.customers")]
    [InlineData("SELECT id FROM {0}.seen", "DROP VIEW seen", "view {0}.seen")]
    [InlineData("SELECT {0}.twice(1) AS a", "DROP FUNCTION twice", "function {0}.twice")]
    public async Task What_went_since_the_plan_was_made_is_said_before_anything_is_changed(string query, string gone, string name)
    {
        foreach (var server in MySqlServers.All.Select(s => s.Data))
        {
            using var billing = Theirs(server);
            using var database = TestServer.Of(server).CreateDatabase();
            var model = View(database, In(query, billing));
            var plan = await Engine.PlanAsync(database.Tenant,
                SchemaTarget.Of(model with { Objects = [.. model.Objects, Table] }), new(), Token);
            billing.Run(gone);
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.ApplyAsync(database.Tenant, plan, MySqlServers.Ours, Token));
            Assert.Equal("SSY0218", Assert.Single(failure.Diagnostics).Entry.Code);
            Assert.Contains(In(name, billing), failure.Message, StringComparison.Ordinal);
            Assert.Equal("",
                database.Query(
                    "SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA "
                        + "= DATABASE() AND TABLE_NAME NOT LIKE '\\_\\_schemasync%'"));
        }
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_right_that_is_missing_is_said(string server)
    {
        using var billing = Theirs(server);
        using var database = TestServer.Of(server).CreateDatabase();
        using var account = new MySqlAccount(database, "ALL");
        account.Grant("ALL ON `\\_\\_schemasync\\_scratch\\_%`.*");
        account.Grant($"REFERENCES ON {billing.Name}.customers");
        var target = SchemaTarget.Of(View(database, $"SELECT id FROM {billing.Name}.customers"));
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(account.Tenant, target, execute: true, MySqlServers.Ours, Token));
        Assert.Equal("SSY0219", Assert.Single(failure.Diagnostics).Entry.Code);
        Assert.Contains($"{billing.Name}.customers", failure.Message, StringComparison.Ordinal);
        account.Grant($"SELECT ON {billing.Name}.customers");
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(account.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task The_name_of_a_tenant_does_not_lead_another_one_s_view_to_it_unasked(string server)
    {
        using var first = TestServer.Of(server).CreateDatabase();
        using var second = TestServer.Of(server).CreateDatabase();
        using var third = TestServer.Of(server).CreateDatabase();
        // The second is one of ours: runs have written their ledger there.
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(second.Tenant,
                SchemaTarget.Of(new SchemaModel { Providers = [second.Server.Provider], Objects = [Table] }),
                execute: true, MySqlServers.Ours, Token)).Outcome);
        first.Run($"CREATE VIEW v AS SELECT id FROM {second.Name}.t");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(first.Tenant, Token));
        Assert.Equal($"SSY0229: view v names the database {second.Name}",
            Assert.Single(await Engine.ReachAsync(first.Tenant, target.Snapshot!, Token)).ToString().Split(':', 3) is [var code,
                var words, _] ? $"{code}:{words}" : "");
        var plan = await Engine.PlanAsync(third.Tenant, target, new(), Token);
        Assert.Contains(plan.AllHazards, h => h.Code == "SSY0420");
        // To itself it never leads under a name.
        second.Run("DROP TABLE __schemasync_ledger, __schemasync_ledger_steps, __schemasync_snapshots");
        target = SchemaTarget.Of(await Engine.SnapshotAsync(first.Tenant, Token));
        foreach (var proves in (bool[])[true, false])
        {
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.PlanAsync(second.Tenant, target, new(Prove: proves), Token));
            Assert.Contains($"{second.Name} is the tenant's own database",
                Assert.Single(failure.Diagnostics).Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task What_bodies_name_is_said_and_asked_for_as_no_server_tells_it(string server)
    {
        using var billing = Theirs(server);
        using var made = TestServer.Of(server).CreateDatabase();
        var b = billing.Name;
        made.Run($"CREATE TABLE t (id int)").Run($"CREATE PROCEDURE p() INSERT INTO {b}.customers VALUES (1)")
            .Run($"CREATE FUNCTION f() RETURNS int READS SQL DATA RETURN (SELECT {b}.twice(count(*)) FROM {b}.customers)")
            .Run($"CREATE TRIGGER g AFTER INSERT ON t FOR EACH ROW INSERT INTO {b}.customers VALUES (NEW.id)")
            .Run($"CREATE EVENT e ON SCHEDULE EVERY 1 YEAR STARTS '2037-01-01 00:00:00' DO DELETE FROM {b}.customers");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(made.Tenant, Token));
        Assert.Equal(["event e", "function f", "procedure p", "trigger g on t"],
            (await Engine.ReachAsync(made.Tenant, target.Snapshot!, Token))
                .Select(d => d.Subject.ToString()!).Order(StringComparer.Ordinal));
        using var live = TestServer.Of(server).CreateDatabase();
        var plan = await Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token);
        Assert.Equal(4, plan.AllHazards.Count(h => h.Code == "SSY0420"));
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, plan, MySqlServers.Everything, Token)).Outcome);
        live.Run("INSERT INTO t VALUES (7)");
        Assert.Equal("1;7", billing.Query("SELECT id FROM customers ORDER BY id"));
        live.Run("DROP TRIGGER g");
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Whoever_writes_to_the_table_of_others_does_not_wait_for_a_plan(string server)
    {
        using var billing = Theirs(server);
        using var database = TestServer.Of(server).CreateDatabase();
        await using var user = new MySqlConnection(billing.ConnectionString);
        await user.OpenAsync(Token);
        await using var command = new MySqlCommand("START TRANSACTION; INSERT INTO customers VALUES (2)", user);
        await command.ExecuteNonQueryAsync(Token);
        Assert.True((await Engine.PlanAsync(database.Tenant,
            SchemaTarget.Of(View(database, $"SELECT id FROM {billing.Name}.customers")), new(), Token)).Proved);
        command.CommandText = "COMMIT";
        await command.ExecuteNonQueryAsync(Token);
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_table_of_ours_that_is_renamed_takes_none_of_theirs_along(string server)
    {
        using var billing = Theirs(server);
        var key = $"CONSTRAINT k FOREIGN KEY (id) REFERENCES {billing.Name}.customers (id)";
        using var live = TestServer.Of(server).CreateDatabase()
            .Run($"CREATE TABLE customers (id int PRIMARY KEY, {key}); CREATE VIEW v AS SELECT id FROM {billing.Name}.customers");
        using var wanted = TestServer.Of(server).CreateDatabase()
            .Run($"CREATE TABLE clients (id int PRIMARY KEY, {key}); CREATE VIEW v AS SELECT id FROM {billing.Name}.customers");
        var read = await Engine.SnapshotAsync(wanted.Tenant, Token);
        var target = new Snapshot
        {
            Form = read.Form,
            Objects = read.Objects,
            Intents = [new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("clients")), new("customers"))],
        };
        var done = await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true, MySqlServers.Everything, Token);
        Assert.Equal("RENAME TABLE `customers` TO `clients`", Assert.Single(done.Plan.Steps).Sql);
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual);
    }

    private static Table Table =>
        new() { Name = new("t"), Columns = [new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int32) }] };

    private static TestDatabase Theirs(string server) => TestServer.Of(server).CreateDatabase()
        .Run("CREATE TABLE customers (id int PRIMARY KEY); INSERT INTO customers VALUES (1); CREATE VIEW seen AS SELECT id FROM "
            + "customers; CREATE FUNCTION twice(a int) RETURNS int DETERMINISTIC RETURN a * 2");

    private static string Ours(string b) => $"""
        CREATE TABLE customers (id int PRIMARY KEY, at int);
        CREATE VIEW joined AS SELECT c.id, x.at FROM {b}.customers c JOIN customers x ON x.id = c.id;
        CREATE VIEW united AS SELECT id FROM {b}.seen UNION SELECT at FROM customers WHERE at IN (SELECT id FROM {b}.customers);
        CREATE VIEW nested AS WITH q AS (SELECT id FROM {b}.customers) SELECT * FROM q;
        CREATE VIEW plain AS SELECT id FROM joined;
        CREATE VIEW twice AS SELECT id, {b}.twice(id) AS d FROM nested
        """;

    private static string In(string text, TestDatabase database) => text.Replace("{0}", database.Name, StringComparison.Ordinal);

    private static SchemaModel View(TestDatabase database, string query) =>
        new() { Providers = [database.Server.Provider], Objects = [new View { Name = new("v"), Definition = new(query) }] };
}
