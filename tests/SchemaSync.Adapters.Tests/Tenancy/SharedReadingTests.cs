namespace SchemaSync.Adapters.Tests;

/// <summary>Of many tenants one of each kind is read, and each is told what it would be told alone.</summary>
public sealed class SharedReadingTests
{
    private const string Schema = """
        CREATE TABLE a (id int PRIMARY KEY, name varchar(20) NOT NULL);
        CREATE TABLE b (id int PRIMARY KEY, a int, FOREIGN KEY (a) REFERENCES a (id));
        CREATE INDEX by_name ON a (name);
        CREATE VIEW v AS SELECT id FROM a
        """;

    // Twelve tenants; who is not named is as declared.
    private static readonly Dictionary<int, string> Changes = new()
    {
        [3] = "ALTER TABLE a ADD x int", [7] = "ALTER TABLE a ADD x int", [8] = "DROP INDEX by_name{on}",
        [9] = "CREATE TABLE other (id int)", [10] = "DROP VIEW v", [11] = "CREATE TABLE other (id int)",
    };

    private const int Count = 12, Kinds = 5;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        ["PostgreSql 13", "PostgreSql 15", "PostgreSql 18", "Sqlite", TestServer.MySql97.ToString(), TestServer.MariaDb118.ToString()];

    /// <summary>Where many ledgers are asked at once.</summary>
    public static TheoryData<string> Asked => [.. Servers.Select(s => s.Data).Where(s => s != "Sqlite")];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Each_kind_is_read_once_and_each_tenant_is_told_what_it_would_be_told_alone(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count);
        var report = await scene.ValidateAsync();
        await AssertAloneAsync(scene, report);
        Assert.Equal(Kinds, scene.Counter.Read.Count);
        Assert.Equal(8, report.Count(TenantState.Equal));
    }

    [Theory]
    [InlineData("PostgreSql 13")]
    [InlineData("PostgreSql 18")]
    [InlineData("Sqlite")]
    public async Task What_was_found_equal_is_not_read_again_until_it_moves(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count, new MemorySnapshotStore());
        await scene.ValidateAsync();
        scene.Counter.Read.Clear();
        var again = await scene.ValidateAsync();
        Assert.DoesNotContain(again.Tenants.Where(t => t.State == TenantState.Equal).Select(t => t.Tenant), scene.Counter.Read.Contains);
        await AssertAloneAsync(scene, again);
        scene.Run(2, "ALTER TABLE b ADD y int");
        Assert.Contains((await scene.ValidateAsync()).Tenants, t => t.Tenant == scene.Name(2) && t.State == TenantState.Differs);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_tenant_that_is_changed_while_it_is_read_stands_for_itself_alone(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count);
        scene.Counter.Meanwhile(tenant =>
        {
            scene.Run(scene.NumberOf(tenant.Id), "ALTER TABLE a ADD meanwhile int");
            return Task.CompletedTask;
        });
        var report = await scene.ValidateAsync();
        Assert.Equal(7, report.Count(TenantState.Equal));
        await AssertAloneAsync(scene, report);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_a_run_of_ours_made_is_told_from_what_others_made_in_tenants_that_look_alike(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count);
        // Number 9 has it by hand; here a run made it, and nobody declares it any more.
        using var wider = TenantScene.Of(server, Schema + "; CREATE TABLE other (id int)", new Dictionary<int, string>(), 0);
        foreach (var number in (int[])[1, 4])
            await scene.Engine.SyncTenantAsync(scene.Tenants[number].Context, wider.Target, execute: true, MySqlServers.Ours, Token);
        var report = await scene.ValidateAsync();
        Assert.Equal([scene.Name(1), scene.Name(3), scene.Name(4), scene.Name(7), scene.Name(8), scene.Name(10)],
            report.Tenants.Where(t => t.State == TenantState.Differs).Select(t => t.Tenant).Order(StringComparer.Ordinal));
        await AssertAloneAsync(scene, report);
    }

    [Fact]
    public async Task A_schema_that_is_gone_is_a_failure_of_its_own()
    {
        using var scene = TenantScene.Of("PostgreSql 15", Schema, Changes, Count);
        scene.Run(5, $"DROP SCHEMA {scene.Name(5)} CASCADE");
        var report = await scene.ValidateAsync();
        Assert.Equal("SSY0239", Assert.Single(Assert.Single(report.Tenants, t => t.State == TenantState.Failed).Diagnostics).Entry.Code);
        Assert.Equal(7, report.Count(TenantState.Equal));
    }

    [Fact]
    public async Task Something_of_a_former_run_beside_all_tenants_is_asked_for_in_each()
    {
        using var scene = TenantScene.Of("PostgreSql 15", Schema, Changes, Count);
        scene.Run(0, "CREATE SCHEMA common; CREATE TABLE common.c (id int)");
        var target = SchemaTarget.Of(await scene.Engine.SnapshotAsync(scene.Tenants[0].Context with { Schemas = ["common"] }, Token));
        scene.Run(0, "DROP SCHEMA common CASCADE");
        await scene.Engine.SyncTenantAsync(scene.Tenants[4].Context, target, execute: true, MySqlServers.Ours, Token);
        var report = await scene.ValidateAsync();
        Assert.Contains(report.Tenants, t => t.Tenant == scene.Name(4) && t.State == TenantState.Differs);
        await AssertAloneAsync(scene, report);
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task The_ledger_of_all_is_asked_once_where_it_could_make_a_difference(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count);
        await scene.SyncAsync();
        // A server of MySQL nearly always has other databases.
        if (server.StartsWith('P')) scene.Run(0, "CREATE SCHEMA common; CREATE TABLE common.of_others (id int)");
        scene.Run(5, "ALTER TABLE a ADD x int");
        scene.Counter.Read.Clear();
        scene.Counter.Ledgers.Clear();
        var report = await scene.ValidateAsync();
        await AssertAloneAsync(scene, report);
        // As declared, with a table of others, with a column, and repaired, which a digest may tell from untouched: a reading each, and a
        // ledger for each that says something else, the one with the normal form of the target among them.
        Assert.Equal(4, scene.Counter.Read.Count);
        Assert.InRange(scene.Counter.Ledgers.Distinct().Count(), 1, 6);
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_run_does_not_open_tenants_that_are_equal(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count);
        await scene.SyncAsync();
        scene.Run(2, server.StartsWith('P') ? "DROP INDEX by_name" : "DROP INDEX by_name ON a");
        scene.Run(8, server.StartsWith('P') ? "UPDATE __schemasync.__schemasync_ledger SET outcome = 'running' WHERE tenant = 'tenant_08'"
            : "UPDATE __schemasync_ledger SET outcome = 'running'");
        scene.Counter.Ledgers.Clear();
        var report = await scene.SyncAsync();
        Assert.Equal([scene.Name(2)], report.Tenants.Where(t => t.State == TenantState.Done).Select(t => t.Tenant));
        Assert.Equal(Count - 1, report.Count(TenantState.Equal));
        // What the ledger says of a run that died is put right as ever.
        Assert.Contains(scene.Name(8), scene.Counter.Ledgers);
        Assert.InRange(scene.Counter.Ledgers.Distinct().Count(), 2, 6);
        scene.Counter.Ledgers.Clear();
        Assert.Equal(Count, (await scene.SyncAsync()).Count(TenantState.Equal));
        Assert.InRange(scene.Counter.Ledgers.Distinct().Count(), 1, 4);
    }

    [Theory]
    [MemberData(nameof(Asked))]
    public async Task A_ledger_that_cannot_be_read_is_the_failure_of_its_tenant(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count);
        await scene.SyncAsync();
        scene.Run(7, server.StartsWith('P') ? "UPDATE __schemasync.__schemasync_ledger SET format = 99 WHERE tenant = 'tenant_07'"
            : "UPDATE __schemasync_ledger SET format = 99");
        // No table of ours has it, and one that somebody changed might.
        scene.Run(8, server.StartsWith('P')
            ? "ALTER TABLE __schemasync.__schemasync_ledger ALTER to_fingerprint DROP NOT NULL; "
                + "UPDATE __schemasync.__schemasync_ledger SET to_fingerprint = NULL WHERE tenant = 'tenant_08'"
            : "ALTER TABLE __schemasync_ledger MODIFY to_fingerprint varchar(100); UPDATE __schemasync_ledger SET to_fingerprint = NULL");
        scene.Run(3, server.StartsWith('P') ? "DELETE FROM __schemasync.__schemasync_snapshots WHERE tenant = 'tenant_03'"
            : "DROP TABLE __schemasync_snapshots");
        var report = await scene.SyncAsync();
        Assert.Equal([scene.Name(3), scene.Name(7), scene.Name(8)],
            report.Tenants.Where(t => t.State == TenantState.Failed).Select(t => t.Tenant).Order(StringComparer.Ordinal));
        Assert.All(report.Tenants.Where(t => t.State == TenantState.Failed), t => Assert.Equal("SSY0518", t.Diagnostics[0].Entry.Code));
    }

    [Fact]
    public async Task What_a_run_takes_for_its_own_is_looked_for_in_each()
    {
        using var scene = TenantScene.Of("PostgreSql 15", Schema, Changes, Count);
        await scene.SyncAsync();
        var report = await scene.SyncAsync(MySqlServers.Ours with { IncludeUnmanaged = true });
        Assert.Equal([scene.Name(9), scene.Name(11)],
            report.Tenants.Where(t => t.State != TenantState.Equal).Select(t => t.Tenant).Order(StringComparer.Ordinal));
    }

    private static async Task AssertAloneAsync(TenantScene scene, FleetReport report)
    {
        Assert.Equal(Count, report.Tenants.Count);
        foreach (var result in report.Tenants)
        {
            var alone = await scene.Alone.ValidateAsync(scene.Tenants[scene.NumberOf(result.Tenant)].Context, scene.Target, Token);
            Assert.Equal(alone.IsEqual, result.State == TenantState.Equal);
            Assert.Equal(alone.Diagnostics.Select(d => d.ToString()), result.Diagnostics.Select(d => d.ToString()));
            Assert.Equal(alone.Diff.From.Fingerprint, result.From);
        }
    }
}
