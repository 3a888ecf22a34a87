namespace SchemaSync.Adapters.Tests;

/// <summary>Objects of somebody else that share a name with something of ours, on MySQL and
/// MariaDB: left alone and counted, or in the way and said.</summary>
public sealed class MySqlScopeTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private const string Audit = "CREATE TABLE audit (id bigint PRIMARY KEY AUTO_INCREMENT, note text NOT NULL)";

    public static TheoryData<string> Servers => MySqlServers.All;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Procedures_functions_events_and_triggers_that_share_a_name_stay_and_are_counted(string name)
    {
        using var live = Database(name, """
            CREATE PROCEDURE audit() SELECT 1; CREATE FUNCTION audit() RETURNS int DETERMINISTIC RETURN 2; CREATE EVENT audit
                ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 3;
            CREATE TABLE theirs (id int PRIMARY KEY, CONSTRAINT audit CHECK (id > 0)); CREATE TRIGGER audit BEFORE INSERT
                ON theirs FOR EACH ROW SET NEW.id = 4;
            CREATE PROCEDURE v() SELECT 5; CREATE EVENT f ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 6; CREATE PROCEDURE f() SELECT 7;
            """);
        var before = MySqlOracle.Describe(live);
        var report = await Sync(live,
            $"{Audit}; CREATE VIEW v AS SELECT id FROM audit; CREATE FUNCTION f() RETURNS int DETERMINISTIC RETURN 8;");
        Assert.Equal(
            ["event audit", "event f", "function audit", "procedure audit", "procedure f", "procedure v", "table theirs",
                "trigger audit on theirs"], report.Unmanaged.Select(o => o.ToString()));
        // What is no longer declared goes, what nobody of ours made stays.
        Assert.Equal(Outcome.Done, (await Sync(live, "")).Outcome);
        Assert.Equal(before, MySqlOracle.Describe(live));
    }

    public static TheoryData<string, string, string, string> Taken => new(
        from server in MySqlServers.All.Select(s => s.Data)
        from row in new[]
        {
            ("CREATE VIEW x AS SELECT 1 AS id", "CREATE TABLE x (id int PRIMARY KEY)", "view x"),
            ("CREATE TABLE x (id int PRIMARY KEY)", "CREATE VIEW x AS SELECT 1 AS id", "table x"),
            ("CREATE SEQUENCE x", "CREATE TABLE x (id int PRIMARY KEY)", "sequence x"),
            ("CREATE TABLE x (id int PRIMARY KEY)", "CREATE SEQUENCE x", "table x"),
            ("CREATE TABLE theirs (id int PRIMARY KEY); CREATE TRIGGER x BEFORE INSERT ON theirs FOR EACH ROW SET NEW.id = 1",
                "CREATE TABLE t (id int PRIMARY KEY); CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 2",
                "trigger x on theirs"),
            ("CREATE TABLE theirs (id int PRIMARY KEY, b int, CONSTRAINT x FOREIGN KEY (b) REFERENCES theirs (id))",
                "CREATE TABLE t (id int PRIMARY KEY, b int, CONSTRAINT x FOREIGN KEY (b) REFERENCES t (id))", "foreign key theirs.x"),
            ("CREATE TABLE theirs (id int PRIMARY KEY, CONSTRAINT x CHECK (id > 0))",
                "CREATE TABLE t (id int PRIMARY KEY, CONSTRAINT x CHECK (id > 1))", "check constraint theirs.x"),
        }
        let isMariaDb = server.StartsWith("MariaDb", StringComparison.OrdinalIgnoreCase)
        where isMariaDb || !(row.Item1 + row.Item2).Contains("SEQUENCE", StringComparison.Ordinal)
        where !isMariaDb || !row.Item3.StartsWith("check", StringComparison.Ordinal)
        select new TheoryDataRow<string, string, string, string>(server, row.Item1, row.Item2, row.Item3));

    [Theory]
    [MemberData(nameof(Taken))]
    public async Task What_has_the_name_of_a_declared_object_is_in_the_way_and_stays(string name,
        string foreign, string declared, string holder)
    {
        using var live = Database(name, foreign);
        var before = MySqlOracle.Describe(live);
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Sync(live, $"CREATE TABLE a_first (id int PRIMARY KEY); {declared}"));
        Assert.Equal("SSY0217", refusal.Diagnostics[0].Entry.Code);
        Assert.Contains($"cannot be made: {holder} has its name", refusal.Message, StringComparison.Ordinal);
        // On these servers every statement stays: not one was run.
        Assert.Equal(before, MySqlOracle.Describe(live));
        Assert.Equal("0",
            live.Query("SELECT count(*) FROM information_schema.tables WHERE "
                + "table_schema = DATABASE() AND table_name LIKE '\\_\\_schemasync%'"));
    }

    public static TheoryData<string, string, string> KindChanges
    {
        get
        {
            string[][] groups =
            [
                ["CREATE TABLE x (id int PRIMARY KEY)", "CREATE VIEW x AS SELECT 1 AS id", "CREATE SEQUENCE x"],
                ["CREATE PROCEDURE x() SELECT 1", "CREATE FUNCTION x() RETURNS int DETERMINISTIC RETURN 2",
                    "CREATE EVENT x ON SCHEDULE EVERY 1 DAY DISABLE DO SELECT 3"],
                ["CREATE TABLE s (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY "
                    + "KEY); CREATE TRIGGER x BEFORE INSERT ON s FOR EACH ROW SET NEW.id = 1",
                    "CREATE TABLE s (id int PRIMARY KEY); CREATE TABLE t (id int PRIMARY "
                        + "KEY); CREATE TRIGGER x BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1"],
            ];
            return new(from server in new[] { TestServer.MySql97, TestServer.MariaDb118 } from g in groups from a in g from b in g
                       where a != b && (server.Provider == ProviderNames.MariaDb || !(a + b).Contains("SEQUENCE", StringComparison.Ordinal))
                       select new TheoryDataRow<string, string, string>(server.ToString(), a, b));
        }
    }

    [Theory]
    [MemberData(nameof(KindChanges))]
    public async Task What_a_run_of_ours_made_may_change_its_kind(string name, string before, string after)
    {
        using var live = Database(name, "");
        await Sync(live, before);
        Assert.Equal(Outcome.Done, (await Sync(live, after)).Outcome);
        using var wanted = Database(name, after);
        Assert.Equal(MySqlOracle.Describe(wanted), MySqlOracle.Describe(live));
        await MySqlServers.Engine.ApplyAsync(live.Tenant,
            await MySqlServers.Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Ours, Token);
        using var old = Database(name, before);
        Assert.Equal(MySqlOracle.Describe(old), MySqlOracle.Describe(live));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Only_our_own_ledger_is_left_out_of_a_snapshot(string name)
    {
        using var live = Database(name,
            "CREATE TABLE __schemasync_mine (id int PRIMARY KEY); CREATE PROCEDURE __schemasync_ledger() SELECT 1");
        Assert.Equal(["procedure __schemasync_ledger", "table __schemasync_mine"],
            (await Sync(live, Audit)).Unmanaged.Select(o => o.ToString()));
        live.Run("CREATE TRIGGER seen BEFORE INSERT ON __schemasync_ledger FOR EACH ROW SET NEW.who = 'x'");
        Assert.Equal("trigger seen on __schemasync_ledger",
            Assert.Single((await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token)).Unsupported).Id.ToString());
        using var other = Database(name, "CREATE VIEW __schemasync_ledger AS SELECT 1 AS id");
        Assert.Equal("view __schemasync_ledger",
            ObjectId.Of(Assert.Single((await MySqlServers.Engine.SnapshotAsync(other.Tenant, Token)).Objects)).ToString());
        Assert.Equal("SSY0217", (await Assert.ThrowsAsync<SchemaSyncException>(() => Sync(other, Audit))).Diagnostics[0].Entry.Code);
        Assert.Equal("1", other.Query("SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE()"));
    }

    private static TestDatabase Database(string name, string sql) => TestServer.Of(name).CreateDatabase().Collated().Run(sql);

    private static async Task<ExecutionReport> Sync(TestDatabase live, string declared)
    {
        using var wanted = live.Server.CreateDatabase().Collated().Run(declared);
        return await MySqlServers.Engine.SyncTenantAsync(live.Tenant,
            SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token)), execute: true, MySqlServers.Ours, Token);
    }
}
