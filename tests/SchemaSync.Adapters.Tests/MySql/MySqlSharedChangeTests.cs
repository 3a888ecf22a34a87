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

        string[] others =
        [
            "TABLE {s}.theirs (id int)", "PROCEDURE {s}.theirs () SELECT 1", "EVENT {s}.theirs ON SCHEDULE EVERY 1 DAY DO SELECT 1",
            "TABLE {s}.__schemasync_ledger (id int)",
        ];
        foreach (var theirs in others)
        {
            shared.Run($"CREATE {theirs}");
            await Refused("SSY0225", () => Engine.PlanAsync(live.Tenant, Target(live, [], gone), new(), Token));
            shared.Run($"DROP {string.Join(' ', theirs.Split(' ').Take(2))}");
        }

        // What comes between plan and run is found before the first statement.
        var plan = await Engine.PlanAsync(live.Tenant, Target(live, [], gone), new(), Token);
        Assert.Equal($"DROP DATABASE `{shared.Name}`", plan.Steps[^1].Sql);
        shared.Run("CREATE VIEW {s}.late AS SELECT 1 AS one");
        await Refused("SSY0225", () => Engine.ApplyAsync(live.Tenant, plan, MySqlServers.Ours, Token));
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
        using var old = new MySqlShared(live).Make("""
            CREATE TABLE {s}.parents (id int PRIMARY KEY);
            CREATE TABLE {s}.purchases (id int PRIMARY KEY, parent int, note varchar(9) CHECK (note <> 'x'), KEY by_note (note),
              FOREIGN KEY (parent) REFERENCES {s}.parents (id));
            CREATE TABLE {s}.`lines` (id int, CONSTRAINT of_purchase FOREIGN KEY (id) REFERENCES {s}.purchases (id));
            CREATE VIEW {s}.seen AS SELECT p.note FROM {s}.purchases p;
            INSERT INTO {s}.parents VALUES (1); INSERT INTO {s}.purchases VALUES (1, 1, 'a')
            """);
        using var fresh = new MySqlShared(live);
        var tenant = live.Tenant with { Schemas = [old.Name, fresh.Name] };
        var start = await Engine.SnapshotAsync(tenant, Token);
        var moved = start.With(start.Objects.Append(new Schema { Name = new(fresh.Name) }).Select(o => Moved(o, old.Name, fresh.Name)));
        var intent = Former(fresh.Name, old.Name);
        var target = SchemaTarget.Of(new Snapshot { Form = moved.Form, Objects = moved.Objects, Intents = [intent] });
        var report = await Engine.SyncTenantAsync(tenant, target, execute: true, MySqlServers.Everything, Token);
        Assert.Contains($"RENAME TABLE `{old.Name}`.`purchases` TO `{fresh.Name}`.`orders`", report.Plan!.Steps.Select(s => s.Sql));
        Assert.DoesNotContain(report.Plan.Steps, s => s.Sql.Contains("DROP TABLE", StringComparison.Ordinal));
        Assert.Equal("1|1|a", fresh.Query("SELECT * FROM {s}.orders"));
        Assert.Equal("a", old.Query("SELECT * FROM {s}.seen"));
        Assert.True((await Engine.ValidateAsync(tenant, target, Token)).IsEqual);
        var back = await Engine.PlanRevertAsync(tenant, Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(tenant, back, MySqlServers.Everything, Token)).Outcome);
        Assert.Equal("1|1|a", old.Query("SELECT * FROM {s}.purchases"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_table_with_a_trigger_moves_by_hand(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var old = new MySqlShared(live).Make("""
            CREATE TABLE {s}.purchases (id int PRIMARY KEY);
            CREATE TRIGGER {s}.stamp BEFORE INSERT ON {s}.purchases FOR EACH ROW SET NEW.id = NEW.id + 1
            """);
        using var fresh = new MySqlShared(live).Make();
        var tenant = live.Tenant with { Schemas = [old.Name, fresh.Name] };
        var start = await Engine.SnapshotAsync(tenant, Token);
        var moved = start.Objects.Select(o => Moved(o, old.Name, fresh.Name)).ToEquatableArray();
        var intent = Former(fresh.Name, old.Name);
        var target = SchemaTarget.Of(new Snapshot { Form = start.Form, Objects = moved, Intents = [intent] });
        var words = (await Refused("SSY0305", () => Engine.PlanAsync(tenant, target, new(IncludeUnmanaged: true), Token))).Message;

        // As the message says.
        live.Run(words[words.IndexOf("DROP TRIGGER", StringComparison.Ordinal)..words.IndexOf("; the next run", StringComparison.Ordinal)]);
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(tenant, target, execute: true, MySqlServers.Everything, Token)).Outcome);
        const string Triggers = "SELECT EVENT_OBJECT_TABLE FROM information_schema.TRIGGERS WHERE TRIGGER_SCHEMA = ";
        Assert.Equal("orders", live.Query($"{Triggers}'{fresh.Name}'"));
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
        var finding = await Refused("SSY0235",
            () => Engine.SyncTenantAsync(account.Tenant, target, execute: true, MySqlServers.Ours, Token));
        Assert.Equal($"schema {shared.Name}", finding.Subject.ToString());
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
        var refused = default(Diagnostic);
        var brief = MySqlServers.Ours with { LockTimeout = TimeSpan.FromMilliseconds(50) };
        Task<ExecutionReport> Sync(TestDatabase tenant, ExecutionOptions options, params EquatableArray<TopLevelObject> tables) =>
            Engine.SyncTenantAsync(tenant.Tenant, Target(tenant, tables), execute: true, options, Token);
        var meeting = new InTheMiddle(() =>
            refused = Refused("SSY0501", () => Sync(b, brief, Table(two.Name, "y"), Table("", "z"))).GetAwaiter().GetResult());
        await Sync(a, MySqlServers.Ours with { Progress = meeting }, Table(one.Name, "x"), Table(two.Name, "x"));
        Assert.NotNull(refused);
        // Both at once, over databases that are there and one that is not: in whatever order they come, both end, and one of them makes it.
        using var three = new MySqlShared(a);
        await Task.WhenAll(
            Sync(a, MySqlServers.Ours, Table(one.Name, "p"), Table(three.Name, "x")),
            Sync(b, MySqlServers.Ours, Table(three.Name, "x"), Table(one.Name, "r")));
        Assert.Equal("p,r", Tables(one, "TABLE_NAME IN ('p', 'r')"));
        Assert.Equal("x", Tables(three, "TRUE"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_script_makes_databases_and_stops_where_one_has_moved(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var shared = new MySqlShared(live, $"s-{Guid.NewGuid():n}").Make("""
            CREATE TABLE {s}.t (id int PRIMARY KEY); CREATE TABLE o (id int, CONSTRAINT k FOREIGN KEY (id) REFERENCES {s}.t (id));
            CREATE VIEW {s}.v AS SELECT o.id FROM o JOIN {s}.t ON t.id = o.id; CREATE PROCEDURE {s}.p () DELETE FROM {s}.t
            """);
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
        const string Columns =
            "SELECT GROUP_CONCAT(COLUMN_NAME ORDER BY 1) FROM information_schema.COLUMNS WHERE TABLE_NAME = 't' AND TABLE_SCHEMA = ";
        Assert.Equal("a,b,id", live.Query($"{Columns}'{shared.Name}'"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_table_without_a_collation_has_that_of_its_database(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Collated();
        using var shared = new MySqlShared(live);
        var target = Target(live, [Table(shared.Name, "t")]);
        await SyncAsync(live, target);
        const string Collation = "SELECT TABLE_COLLATION FROM information_schema.TABLES WHERE TABLE_NAME = 't' AND TABLE_SCHEMA = ";
        Assert.Equal("utf8mb4_general_ci", live.Query(Collation + $"'{shared.Name}'"));
        // What the declaration became before is no longer what it means.
        live.Run($"ALTER DATABASE {shared.Quoted} COLLATE latin1_swedish_ci");
        var drift = await Engine.ValidateAsync(live.Tenant, target, Token);
        Assert.Equal([$"table {shared.Name}.t"], drift.Diff.Changes.Select(c => c.Id.ToString()));
        await SyncAsync(live, target);
        Assert.Equal("latin1_swedish_ci", live.Query(Collation + $"'{shared.Name}'"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Scratch_databases_of_a_run_that_died_are_swept(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        var name = MySqlScratch.Prefix + Guid.NewGuid().ToString("n")[..16];
        using (var dead = live.Server.Connect(live.ConnectionString))
        using (var command = dead.CreateCommand())
        {
            // A key between them, which would hold either.
            command.CommandText = $"""
                SELECT GET_LOCK('{name}', 5); CREATE DATABASE {name}; CREATE DATABASE {name}_0000;
                CREATE TABLE {name}_0000.p (id int PRIMARY KEY);
                CREATE TABLE {name}.p (id int PRIMARY KEY, FOREIGN KEY (id) REFERENCES {name}_0000.p (id));
                CREATE TABLE {name}_0000.c (id int PRIMARY KEY, FOREIGN KEY (id) REFERENCES {name}.p (id)); SELECT RELEASE_LOCK('{name}')
                """;
            command.ExecuteNonQuery();
        }

        // Other tests sweep too: whoever is at it holds the lock, and the next one does what is left.
        var left = "";
        for (var attempt = 0; attempt < 5 && left != "0"; attempt++)
        {
            await using var scratch = await MySqlServers.Adapter(live.Server).OpenScratchAsync(live.Tenant, Token);
            Assert.Equal("1", live.Query($"SELECT GET_LOCK('{name}', 60)"));
            left = live.Query($"SELECT count(*) FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE '{name}%'");
            Assert.Equal("1", live.Query($"SELECT RELEASE_LOCK('{name}')"));
        }

        Assert.Equal("0", left);
    }

    [Theory]
    [InlineData("{table} {alter}", "SSY0512", "has no {database}")]
    [InlineData("{database} {table} {alter}", "SSY0513", "said: {s} t")]
    public async Task A_program_for_large_tables_is_told_the_database(string arguments, string code, string words)
    {
        var script = Path.Combine(Directory.CreateTempSubdirectory("schemasync-online-").FullName, "copy.sh");
        await File.WriteAllTextAsync(script, "echo \"$@\"\nexit 1\n", Token);
        using var live = TestServer.MySql97.CreateDatabase();
        using var shared = new MySqlShared(live).Make("CREATE TABLE {s}.t (id int PRIMARY KEY); INSERT INTO {s}.t VALUES (1), (2)");
        var wide = Table(shared.Name, "t") with { Columns = [new() { Name = new("id"), Type = new() { Logical = LogicalType.Int64 } }] };
        var options = MySqlServers.Everything with { OnlineChange = new($"sh {script} {arguments}", 1) };
        var refused = await Refused(code, () => Engine.SyncTenantAsync(live.Tenant, Target(live, [wide]), execute: true, options, Token));
        Assert.Contains(words.Replace("{s}", shared.Name, StringComparison.Ordinal), refused.Message, StringComparison.Ordinal);
        File.Delete(script);
    }

    private static string Tables(MySqlShared shared, string where) => shared.Query($"""
        SELECT GROUP_CONCAT(TABLE_NAME ORDER BY 1) FROM information_schema.TABLES WHERE TABLE_SCHEMA = '{shared.Name}' AND {where}
        """);

    private static async Task<Diagnostic> Refused(string code, Func<Task> run)
    {
        var finding = (await Assert.ThrowsAsync<SchemaSyncException>(run)).Diagnostics[0];
        Assert.Equal(code, finding.Entry.Code);
        return finding;
    }

    private static Intent Former(string schema, string former) =>
        new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new(new(schema), new("orders"))),
            new("purchases")) { FormerSchema = new(former) };

    private static TopLevelObject Moved(TopLevelObject subject, string from, string to) => subject switch
    {
        // What the server named after the table, it names anew.
        Table { LocalName.Value: "purchases" } table => table with
        {
            Name = new(new(to), new("orders")),
            ForeignKeys = table.ForeignKeys.Select(f => f with { Name = Anew(f.Name) }).ToEquatableArray(),
            CheckConstraints = table.CheckConstraints.Select(c => c with { Name = Anew(c.Name) }).ToEquatableArray(),
        },
        Table table =>
            table with
            {
                ForeignKeys = table.ForeignKeys.Select(f => f with { ReferencedTable = Moved(f.ReferencedTable, to) }).ToEquatableArray(),
            },
        Trigger trigger => trigger with { On = new(new(to), new("orders")) },
        View view => view with { Definition = new(view.Definition.Text.Replace($"`{from}`.`purchases`", $"`{to}`.`orders`")) },
        _ => subject,
    };

    private static QualifiedName Moved(QualifiedName table, string to) =>
        table.Name.Value == "purchases" ? new(new(to), new("orders")) : table;

    private static Identifier Anew(Identifier name) =>
        name.IsEmpty ? name : new(name.Value.Replace("purchases_", "orders_", StringComparison.Ordinal));

    private static Table Table(string schema, string name) => new()
    {
        Name = new(schema.Length == 0 ? default : new(schema), new(name)), PrimaryKey = new() { Columns = [new() { Column = new("id") }] },
        Columns = [new() { Name = new("id"), Type = new() { Logical = LogicalType.Int32 } }],
    };

    private static SchemaTarget Target(TestDatabase live, EquatableArray<TopLevelObject> objects, params Intent[] intents) =>
        SchemaTarget.Of(new SchemaModel { Providers = [live.Server.Provider], Objects = objects, Intents = [.. intents] });

    private static async Task SyncAsync(TestDatabase live, SchemaTarget target) =>
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token)).Outcome);

    private static async Task RevertAsync(TestDatabase live)
    {
        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, back, MySqlServers.Ours, Token)).Outcome);
    }

    private sealed class InTheMiddle(Action action) : IProgress<ExecutionProgress>
    {
        public void Report(ExecutionProgress value)
        {
            if (value.Done == 0) action();
        }
    }
}
