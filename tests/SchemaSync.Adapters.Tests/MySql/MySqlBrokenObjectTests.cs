namespace SchemaSync.Adapters.Tests;

/// <summary>Objects of somebody else that were broken long ago are told before the first statement, and neither stop a run nor make it a
/// failed one.</summary>
public sealed class MySqlBrokenObjectTests
{
    private static readonly string[] BrokenViews = ["v_column", "v_definer", "v_function", "v_nested", "v_rights", "v_table"];

    public static TheoryData<string> Servers => MySqlServers.All;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_is_broken_already_is_told_and_fails_no_run(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        var (nobody, weak) = (live.Name[..20], live.Name[2..22]);
        live.Run($"CREATE USER '{nobody}'@'%' IDENTIFIED BY 'p'; CREATE USER '{weak}'@'%' IDENTIFIED BY 'p'");
        try
        {
            Break(live, nobody, weak);
            var before = MySqlOracle.Describe(live);
            live.Run("CREATE TABLE m1 (a enum('x?', 'y')) ENGINE = MyISAM; CREATE TABLE mm (a enum('x?', 'y')) ENGINE = MRG_MyISAM "
                + "UNION = (m1); DROP TABLE m1");
            Assert.Equal("mm", Assert.Single((await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token)).Unsupported).Id.Name.Value);
            var target = SchemaTarget.Of(new SchemaModel { Providers = [live.Server.Provider],
                Objects = [Ours(new Column { Name = new("b"), Type = ColumnType.Of(LogicalType.Int32), Nullable = true })] });
            await MySqlServers.Engine.SyncTenantAsync(live.Tenant,
                SchemaTarget.Of(new SchemaModel { Providers = [live.Server.Provider], Objects = [Ours()] }), execute: true,
                MySqlServers.Ours, Token);

            var plan = await MySqlServers.Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token);
            Assert.Equal(BrokenViews, plan.AllHazards.Where(h => h.Code == "SSY0421").Select(h => h.Diagnostic.Subject!.Value.Name.Value)
                .Order(StringComparer.Ordinal));
            var report = await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token);
            Assert.Equal(Outcome.Done, report.Outcome);
            Assert.Equal(LedgerEntry.Succeeded, (await MySqlServers.Engine.AuditAsync(live.Tenant, Token))[0].Outcome);
            await MySqlServers.Engine.ApplyAsync(live.Tenant, await MySqlServers.Engine.PlanRevertAsync(live.Tenant, Token),
                MySqlServers.Ours, Token);
            live.Run("DROP TABLE ours, mm");
            Assert.Equal(before, MySqlOracle.Describe(live));
        }
        finally
        {
            live.Run($"DROP USER IF EXISTS '{nobody}'@'%'; DROP USER '{weak}'@'%'");
        }
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_view_that_the_plan_would_break_is_still_refused(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase()
            .Run("CREATE TABLE ours (id bigint NOT NULL PRIMARY KEY, b int); CREATE VIEW theirs AS SELECT b FROM ours; CREATE TABLE "
                + "gone (a int); CREATE VIEW old AS SELECT a FROM gone; DROP TABLE gone");
        var target = SchemaTarget.Of(new SchemaModel { Providers = [live.Server.Provider], Objects = [Ours()] });
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token));
        Assert.Equal("SSY0204", Assert.Single(failure.Diagnostics).Entry.Code);
        Assert.Equal("theirs", failure.Diagnostics[0].Subject!.Value.Name.Value);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static Table Ours(params Column[] more) =>
        new() { Name = new("ours"), Columns = [new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int64) }, .. more],
        PrimaryKey = new() { Columns = [IndexPart.Of("id")] } };

    private static void Break(TestDatabase live, string nobody, string weak) => live.Run($"""
        CREATE TABLE t (id int PRIMARY KEY, a int); CREATE TABLE gone (a int); 
        CREATE FUNCTION ff () RETURNS int DETERMINISTIC RETURN 1;
        CREATE VIEW v_table AS SELECT a FROM gone; CREATE VIEW v_nested AS SELECT a FROM v_table; CREATE VIEW v_column AS SELECT a FROM t;
            CREATE VIEW v_function AS SELECT ff() AS x; CREATE VIEW v_whole AS SELECT id FROM t;
        CREATE DEFINER = '{nobody}'@'%' SQL SECURITY DEFINER VIEW v_definer AS SELECT id FROM t;
            CREATE DEFINER = '{weak}'@'%' SQL SECURITY DEFINER VIEW v_rights AS SELECT id FROM t;
        CREATE DEFINER = '{nobody}'@'%' TRIGGER tr BEFORE INSERT ON t FOR EACH ROW INSERT INTO nowhere VALUES (1);
        CREATE DEFINER = '{nobody}'@'%' PROCEDURE p () SELECT * FROM nowhere;
            CREATE DEFINER = '{nobody}'@'%' FUNCTION f () RETURNS int DETERMINISTIC RETURN nofunction(1);
        CREATE DEFINER = '{nobody}'@'%' EVENT ev ON SCHEDULE EVERY 1 DAY STARTS '2030-01-01 00:00:00' DISABLE DO DELETE FROM nowhere;
        DROP TABLE gone; ALTER TABLE t DROP a; DROP FUNCTION ff; DROP USER '{nobody}'@'%'
        """);
}
