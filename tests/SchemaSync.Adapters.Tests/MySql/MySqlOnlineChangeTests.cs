namespace SchemaSync.Adapters.Tests;

/// <summary>Large tables are changed by a program of its own (--online-change), which
/// here is a real process that copies them as gh-ost does.</summary>
public sealed class MySqlOnlineChangeTests
{
    private const string Secret = "Ge\"hei\\m #7";
    private const string Copy = "{defaults} {host} {port} {database} {table} {alter}";
    private const string Before =
        "CREATE TABLE `big one` (id int PRIMARY KEY, a int, note varchar(20)); CREATE TABLE small (id int PRIMARY KEY, a int)";
    private const string After =
        "CREATE TABLE `big one` (id int PRIMARY KEY, a bigint DEFAULT 7, note varchar(20) COMMENT 'it''s \"here\"'); CREATE TABLE "
            + "small (id int PRIMARY KEY, a bigint)";
    private const string Rows =
        "INSERT INTO `big one` VALUES (1, 10, 'x'), (2, 20, 'y'), (3, NULL, "
            + "NULL), (4, 40, 'z'); INSERT INTO small VALUES (1, 1), (2, 2), (3, 3)";
    private const string Question = "SELECT * FROM `big one` ORDER BY id";

    public static TheoryData<string> Servers => ["MySql 9.7", "MariaDb 10.11"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_command_changes_what_is_large_and_the_server_the_rest(string name)
    {
        using var setting = await Setting.CreateAsync(name, Before, After, Rows);
        var rows = setting.Live.Query(Question);
        var report = await setting.SyncAsync(Command("work"));
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.Equal(MySqlOracle.Describe(setting.Wanted), MySqlOracle.Describe(setting.Live));
        Assert.Equal(rows, setting.Live.Query(Question));
        // The ledger tells which did what, and no secret.
        var told = setting.Live.Query(
            "SELECT `sql`, state FROM __schemasync_ledger_steps WHERE run_id = (SELECT run_id FROM __schemasync_ledger ORDER BY "
                + "started_at DESC LIMIT 1) ORDER BY ordinal");
        Assert.Contains("copy {defaults} ", told, StringComparison.Ordinal);
        Assert.Contains("'big one' 'MODIFY COLUMN `a` bigint", told, StringComparison.Ordinal);
        Assert.Contains("ALTER TABLE `small`", told, StringComparison.Ordinal);
        Assert.DoesNotContain("ALTER TABLE `big one`", told, StringComparison.Ordinal);
        Assert.DoesNotContain("hei", told, StringComparison.Ordinal);
        Assert.DoesNotContain("started", told, StringComparison.Ordinal);
        Assert.Equal(Outcome.NothingToDo, (await setting.SyncAsync(Command("fail"))).Outcome);
    }

    [Theory]
    [InlineData("MySql 9.7", "fail", "ended with 3")]
    [InlineData("MariaDb 10.11", "fail", "ended with 3")]
    [InlineData("MySql 9.7", "die", "ended with 137")]
    public async Task A_command_that_fails_or_is_killed_is_said_with_its_last_lines_and_the_next_run_finishes(string name,
        string mode, string words)
    {
        using var setting = await Setting.CreateAsync(name, Before, After, Rows);
        var rows = setting.Live.Query(Question);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => setting.SyncAsync(Command(mode)));
        Assert.Equal("SSY0513", failure.Diagnostics.Single().Entry.Code);
        Assert.Contains(words, failure.Message, StringComparison.Ordinal);
        Assert.Contains("with ***", failure.Message, StringComparison.Ordinal);
        if (mode == "fail") Assert.Contains("the replicas are too far behind", failure.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("hei", failure.ToString(), StringComparison.Ordinal);
        Assert.False(File.Exists(failure.Message.Split("with *** from ")[1].Split(".cnf")[0] + ".cnf"), failure.Message);
        Assert.Equal(rows, setting.Live.Query(Question));
        Assert.Equal("failed", setting.Live.Query("SELECT state FROM __schemasync_ledger_steps WHERE `sql` LIKE '%copy%'"));

        // The copy that was left behind is nobody's, and the command clears it away.
        Assert.Equal(Outcome.Done, (await setting.SyncAsync(Command("work"))).Outcome);
        Assert.Equal(MySqlOracle.Describe(setting.Wanted), MySqlOracle.Describe(setting.Live));
        Assert.Equal(rows, setting.Live.Query(Question));
        Assert.Equal("succeeded|failed|succeeded",
            setting.Live.Query("SELECT GROUP_CONCAT(outcome ORDER BY started_at SEPARATOR '|') FROM __schemasync_ledger"));
    }

    [Theory]
    [InlineData("a bigint NOT NULL", "", "bends what does not fit")]
    [InlineData("a bigint, UNIQUE KEY u (a)", "", "two rows share a key")]
    [InlineData("a bigint", "CREATE TRIGGER touch BEFORE INSERT ON t FOR EACH ROW SET NEW.a = 1", "the trigger touch")]
    [InlineData("a bigint", "CREATE TABLE child (id int PRIMARY KEY, t_id int, CONSTRAINT fk FOREIGN KEY (t_id) REFERENCES t (id))",
        "the foreign key fk of child")]
    public async Task What_a_copy_would_lose_is_refused_before_the_first_statement(string column, string beside, string words)
    {
        foreach (var name in Servers.Select(s => s.Data))
        {
            using var setting = await Setting.CreateAsync(name,
                $"CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE former (id int); {beside}",
                $"CREATE TABLE t (id int PRIMARY KEY, {column}); {beside}", "INSERT INTO t VALUES (1, 1), (2, 2), (3, 3), (4, 4)");
            await setting.RefusesAsync(Command("work"), words);
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_table_without_a_key_is_refused(string name)
    {
        using var setting = await Setting.CreateAsync(name, "CREATE TABLE t (id int, a int, KEY k (id))",
            "CREATE TABLE t (id int, a bigint, KEY k (id))", "INSERT INTO t VALUES (1, 1), (2, 2), (3, 3), (4, 4)");
        await setting.RefusesAsync(Command("work"), "no primary or unique key without NULL");
    }

    [Fact]
    public async Task A_named_check_is_refused_where_its_name_belongs_to_the_database()
    {
        foreach (var name in Servers.Select(s => s.Data))
        {
            using var setting = await Setting.CreateAsync(name,
                "CREATE TABLE t (id int PRIMARY KEY, a int, CONSTRAINT positive CHECK (id > 0))",
                "CREATE TABLE t (id int PRIMARY KEY, a bigint, CONSTRAINT positive CHECK (id > 0))",
                "INSERT INTO t VALUES (1, 1), (2, 2), (3, 3), (4, 4)");
            if (name.StartsWith("MySql", StringComparison.Ordinal))
                await setting.RefusesAsync(Command("work"), "no copy of the table can have positive");
            else Assert.Equal(Outcome.Done, (await setting.SyncAsync(Command("work"))).Outcome);
        }
    }

    [Theory]
    [InlineData("no-such-program {table} {alter}", "there is no program no-such-program")]
    [InlineData("dotnet {table} {alter} {password}", "there is no placeholder {password}")]
    [InlineData("dotnet {table}", "does not say {alter}")]
    [InlineData("dotnet '{table} {alter}", "has no end")]
    public async Task A_command_that_cannot_be_run_is_refused_before_the_first_statement(string command, string words)
    {
        using var setting = await Setting.CreateAsync("MySql 9.7", Before, After, Rows);
        await setting.RefusesAsync(command, words);
    }

    [Fact]
    public async Task The_program_that_reads_the_binary_log_is_refused_where_there_is_none()
    {
        using var directory = new TemporaryDirectory();
        var program = directory.File("gh-ost");
        await File.WriteAllTextAsync(program, "", Token);
        using var setting = await Setting.CreateAsync("MySql 9.7", Before, After, Rows);
        await setting.RefusesAsync($"'{program}' {Copy}", "gh-ost needs the binary log with whole rows");
    }

    [Fact]
    public async Task Adding_a_foreign_key_to_a_large_table_is_refused()
    {
        using var setting = await Setting.CreateAsync("MySql 9.7",
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p_id int, KEY k (p_id))",
            "CREATE TABLE p (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY KEY, p_id int, KEY k (p_id), CONSTRAINT fk FOREIGN "
                + "KEY (p_id) REFERENCES p (id))", "INSERT INTO t (id) VALUES (1), (2), (3), (4)");
        await setting.RefusesAsync(Command("work"), "cannot keep foreign keys");
    }

    private static string Command(string mode) =>
        $"dotnet exec '{Path.Combine(AppContext.BaseDirectory, "SchemaSync.CrashHost.dll")}' copy {Copy} {mode}";

    /// <summary>A database in its start state, made by a run of ours, and an account whose password can be looked for.</summary>
    private sealed class Setting(TestDatabase live, TestDatabase wanted, MySqlAccount account, SchemaTarget target) : IDisposable
    {
        public TestDatabase Live => live;

        public TestDatabase Wanted => wanted;

        public static async Task<Setting> CreateAsync(string name, string before, string after, string rows)
        {
            var server = TestServer.Of(name);
            var (live, wanted) = (server.CreateDatabase().Collated(), server.CreateDatabase().Collated().Run(after));
            using var former = server.CreateDatabase().Collated().Run(before);
            await MySqlServers.Engine.SyncTenantAsync(live.Tenant,
                SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(former.Tenant, Token)), execute: true, MySqlServers.Ours, Token);
            live.Run(rows);
            var account = new MySqlAccount(live, "ALL", Secret);
            account.Grant(@"ALL ON `\_\_schemasync\_scratch\_%`.*");
            account.Grant(server.Provider == ProviderNames.MySql ? "SHOW_ROUTINE ON *.*" : "SELECT ON mysql.proc");
            return new(live, wanted, account, SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token)));
        }

        public Task<ExecutionReport> SyncAsync(string command) =>
            MySqlServers.Engine.SyncTenantAsync(account.Tenant, target, execute: true,
                MySqlServers.Ours with { OnlineChange = new(command, Rows: 3) }, Token);

        public async Task RefusesAsync(string command, string words)
        {
            var before = MySqlOracle.Describe(live);
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(command));
            Assert.Equal("SSY0512", failure.Diagnostics.Single().Entry.Code);
            Assert.Contains(words, failure.Message, StringComparison.Ordinal);
            Assert.Equal(before, MySqlOracle.Describe(live));
            Assert.Equal("succeeded", live.Query("SELECT outcome FROM __schemasync_ledger"));
        }

        public void Dispose()
        {
            account.Dispose();
            wanted.Dispose();
            live.Dispose();
        }
    }
}
