namespace SchemaSync.Adapters.Tests;

/// <summary>Shared databases that come and go, tables that move between them, accounts that may not, and runs that meet in one.</summary>
public sealed class MySqlSharedChangeTests
{
    private static readonly SchemaSyncEngine Engine = MySqlServers.Engine;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task One_goes_where_code_says_so_and_nothing_of_others_is_in_it(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(live);
        await SyncAsync(live, Target(live, [Table(shared.Name, "t")]));
        await SyncAsync(live, Target(live, []));
        Assert.True(shared.IsThere);
        var gone = new Intent(IntentKind.Dropped, ObjectId.Top(ObjectKind.Schema, new(shared.Name)), new(shared.Name));

        foreach (var theirs in new[] { "TABLE {s}.theirs (id int)", "PROCEDURE {s}.theirs () SELECT 1", "EVENT {s}.theirs ON SCHEDULE EVERY 1 DAY DO SELECT 1", "TABLE {s}.__schemasync_ledger (id int)" })
        {
            shared.Run($"CREATE {theirs}");
            var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, Target(live, [], gone), new(), Token));
            Assert.Equal("SSY0225", Assert.Single(refused.Diagnostics).Entry.Code);
            shared.Run($"DROP {string.Join(' ', theirs.Split(' ').Take(2))}");
        }

        // What comes between plan and run is found before the first statement.
        var plan = await Engine.PlanAsync(live.Tenant, Target(live, [], gone), new(), Token);
        Assert.Equal($"DROP DATABASE `{shared.Name}`", plan.Steps[^1].Sql);
        shared.Run("CREATE VIEW {s}.late AS SELECT 1 AS one");
        Assert.Equal("SSY0225", (await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, MySqlServers.Ours, Token))).Diagnostics[0].Entry.Code);
        shared.Run("DROP VIEW {s}.late");
        await SyncAsync(live, Target(live, [], gone));
        Assert.False(shared.IsThere);
        await RevertAsync(live);
        Assert.True(shared.IsThere);
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_table_moves_with_its_rows_and_its_keys_and_back(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var old = new MySqlShared(live).Make("CREATE TABLE {s}.parents (id int PRIMARY KEY); CREATE TABLE {s}.purchases (id int PRIMARY KEY, parent int, note varchar(9) CHECK (note <> 'x'), KEY by_note (note), FOREIGN KEY (parent) REFERENCES {s}.parents (id)); CREATE TABLE {s}.`lines` (id int, CONSTRAINT of_purchase FOREIGN KEY (id) REFERENCES {s}.purchases (id)); CREATE VIEW {s}.seen AS SELECT p.note FROM {s}.purchases p; INSERT INTO {s}.parents VALUES (1); INSERT INTO {s}.purchases VALUES (1, 1, 'a')");
        using var fresh = new MySqlShared(live);
        var tenant = live.Tenant with { Schemas = [old.Name, fresh.Name] };
        var start = await Engine.SnapshotAsync(tenant, Token);
        var moved = start.With(start.Objects.Append(new Schema { Name = new(fresh.Name) }).Select(o => Moved(o, old.Name, fresh.Name)));
        var intent = new Intent(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new(new(fresh.Name), new("orders"))), new("purchases")) { FormerSchema = new(old.Name) };
        var target = SchemaTarget.Of(new Snapshot { Form = moved.Form, Objects = moved.Objects, Intents = [intent] });
        var report = await Engine.SyncTenantAsync(tenant, target, execute: true, MySqlServers.Everything, Token);
        Assert.Contains($"RENAME TABLE `{old.Name}`.`purchases` TO `{fresh.Name}`.`orders`", report.Plan!.Steps.Select(s => s.Sql));
        Assert.DoesNotContain(report.Plan.Steps, s => s.Sql.Contains("DROP TABLE", StringComparison.Ordinal));
        Assert.Equal("1|1|a", fresh.Query("SELECT * FROM {s}.orders"));
        Assert.Equal("a", old.Query("SELECT * FROM {s}.seen"));
        Assert.True((await Engine.ValidateAsync(tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(tenant, await Engine.PlanRevertAsync(tenant, Token), MySqlServers.Everything, Token)).Outcome);
        Assert.Equal("1|1|a", old.Query("SELECT * FROM {s}.purchases"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_table_with_a_trigger_moves_by_hand(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var old = new MySqlShared(live).Make("CREATE TABLE {s}.purchases (id int PRIMARY KEY); CREATE TRIGGER {s}.stamp BEFORE INSERT ON {s}.purchases FOR EACH ROW SET NEW.id = NEW.id + 1");
        using var fresh = new MySqlShared(live).Make();
        var tenant = live.Tenant with { Schemas = [old.Name, fresh.Name] };
        var start = await Engine.SnapshotAsync(tenant, Token);
        var moved = start.Objects.Select(o => Moved(o, old.Name, fresh.Name)).ToEquatableArray();
        var intent = new Intent(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new(new(fresh.Name), new("orders"))), new("purchases")) { FormerSchema = new(old.Name) };
        var target = SchemaTarget.Of(new Snapshot { Form = start.Form, Objects = moved, Intents = [intent] });
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(tenant, target, new(IncludeUnmanaged: true), Token));
        Assert.Equal("SSY0305", Assert.Single(refused.Diagnostics).Entry.Code);

        // As the message says.
        live.Run(refused.Message[(refused.Message.IndexOf("DROP TRIGGER", StringComparison.Ordinal))..refused.Message.IndexOf("; the next run", StringComparison.Ordinal)]);
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(tenant, target, execute: true, MySqlServers.Everything, Token)).Outcome);
        Assert.Equal("orders", live.Query($"SELECT EVENT_OBJECT_TABLE FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = '{fresh.Name}'"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task An_account_that_may_not_create_it_is_told_before_anything_is_done(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(live);
        using var account = new MySqlAccount(live, "ALL");
        account.Grant("ALL ON `\\_\\_schemasync\\_scratch\\_%`.*");
        if (live.Server == TestServer.MySql97) account.Grant("SHOW_ROUTINE ON *.*");
        var target = Target(live, [Table(shared.Name, "t")]);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.SyncTenantAsync(account.Tenant, target, execute: true, MySqlServers.Ours, Token));
        var finding = Assert.Single(refused.Diagnostics);
        Assert.Equal(("SSY0235", $"schema {shared.Name}"), (finding.Entry.Code, finding.Subject.ToString()));
        Assert.Equal("0", live.Query("SELECT count(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"));

        account.Grant($"ALL ON {shared.Quoted}.*");
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(account.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(account.Tenant, target, Token)).IsEqual);
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Two_runs_that_share_a_database_exclude_each_other(string server)
    {
        using var a = TestServer.Of(server).CreateDatabase();
        using var b = TestServer.Of(server).CreateDatabase();
        using var one = new MySqlShared(a).Make();
        using var two = new MySqlShared(a).Make();
        SchemaSyncException? refused = null;
        var meeting = new InTheMiddle(() => refused = Assert.Throws<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(b.Tenant, Target(b, [Table(two.Name, "y"), Table("", "z")]), execute: true, MySqlServers.Ours with { LockTimeout = TimeSpan.FromMilliseconds(50) }).GetAwaiter().GetResult()));
        await Engine.SyncTenantAsync(a.Tenant, Target(a, [Table(one.Name, "x"), Table(two.Name, "x")]), execute: true, MySqlServers.Ours with { Progress = meeting }, Token);
        Assert.Equal("SSY0501", Assert.Single(refused!.Diagnostics).Entry.Code);
        // Both at once, over databases that each names first: in whatever order they come, both end.
        await Task.WhenAll(
            Engine.SyncTenantAsync(a.Tenant, Target(a, [Table(one.Name, "p"), Table(two.Name, "x")]), execute: true, MySqlServers.Ours, Token),
            Engine.SyncTenantAsync(b.Tenant, Target(b, [Table(two.Name, "q"), Table(one.Name, "r")]), execute: true, MySqlServers.Ours, Token));
        Assert.Equal("p,r", one.Query($"SELECT GROUP_CONCAT(TABLE_NAME ORDER BY 1) FROM information_schema.TABLES WHERE TABLE_SCHEMA = '{one.Name}' AND TABLE_NAME IN ('p', 'r')"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_script_makes_databases_and_stops_where_one_has_moved(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(live, $"s-{Guid.NewGuid():n}").Make("CREATE TABLE {s}.t (id int PRIMARY KEY); CREATE TABLE o (id int, CONSTRAINT k FOREIGN KEY (id) REFERENCES {s}.t (id)); CREATE VIEW {s}.v AS SELECT o.id FROM o JOIN {s}.t ON t.id = o.id; CREATE PROCEDURE {s}.p () DELETE FROM {s}.t");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(shared.Of(live), Token));
        live.Run("DROP TABLE o");
        shared.Drop();
        var script = await Engine.ScriptAsync(live.Tenant, target, new(), Token);
        (await MySqlShellProgram.RunAsync(live, script)).Succeeded();
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(LedgerEntry.Succeeded, Assert.Single(await Engine.AuditAsync(live.Tenant, Token)).Outcome);
        (await MySqlShellProgram.RunAsync(live, script)).StoppedWith($"{shared.Name}");

        // What somebody changes in the shared one between writing and running is noticed.
        shared.Run("ALTER TABLE {s}.t ADD a int");
        script = await Engine.ScriptAsync(live.Tenant, target, new(), Token);
        shared.Run("ALTER TABLE {s}.t ADD b int");
        (await MySqlShellProgram.RunAsync(live, script)).StoppedWith($"{shared.Name}.t");
        Assert.Equal("a,b,id", live.Query($"SELECT GROUP_CONCAT(COLUMN_NAME ORDER BY 1) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = '{shared.Name}' AND TABLE_NAME = 't'"));
    }

    private static TopLevelObject Moved(TopLevelObject subject, string from, string to) => subject switch
    {
        // What the server named after the table, it names anew.
        Table { LocalName.Value: "purchases" } table => table with
        {
            Name = new(new(to), new("orders")),
            ForeignKeys = table.ForeignKeys.Select(f => f with { Name = new(f.Name.Value.Replace("purchases_", "orders_", StringComparison.Ordinal)) }).ToEquatableArray(),
            CheckConstraints = table.CheckConstraints.Select(c => c.Name.IsEmpty ? c : c with { Name = new(c.Name.Value.Replace("purchases_", "orders_", StringComparison.Ordinal)) }).ToEquatableArray(),
        },
        Table table => table with { ForeignKeys = table.ForeignKeys.Select(f => f.ReferencedTable.Name.Value != "purchases" ? f : f with { ReferencedTable = new(new(to), new("orders")) }).ToEquatableArray() },
        Trigger trigger => trigger with { On = new(new(to), new("orders")) },
        View view => view with { Definition = new(view.Definition.Text.Replace($"`{from}`.`purchases`", $"`{to}`.`orders`", StringComparison.Ordinal)) },
        _ => subject,
    };

    private static Table Table(string schema, string name) => new()
    {
        Name = new(schema.Length == 0 ? default : new(schema), new(name)), PrimaryKey = new() { Columns = [new() { Column = new("id") }] },
        Columns = [new() { Name = new("id"), Type = new() { Logical = LogicalType.Int32 } }],
    };

    private static SchemaTarget Target(TestDatabase live, EquatableArray<TopLevelObject> objects, params Intent[] intents) =>
        SchemaTarget.Of(new SchemaModel { Providers = [live.Server.Provider], Objects = objects, Intents = [.. intents] });

    private static async Task SyncAsync(TestDatabase live, SchemaTarget target) =>
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);

    private static async Task RevertAsync(TestDatabase live) =>
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token)).Outcome);

    private sealed class InTheMiddle(Action action) : IProgress<ExecutionProgress>
    {
        public void Report(ExecutionProgress value)
        {
            if (value.Done == 0) action();
        }
    }
}
