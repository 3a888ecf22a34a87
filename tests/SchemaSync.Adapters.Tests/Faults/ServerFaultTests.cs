using System.Data.Common;
using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>PostgreSQL itself fails in the middle of a run: it is frozen, killed, full, or a standby.</summary>
public sealed class PostgreSqlServerFaultTests
{
    [Fact]
    public async Task A_server_that_fails_is_told_as_it_is_and_the_next_run_finishes()
    {
        using var faults = await ServerFaults.StartAsync(TestServer.PostgreSql15);
        await faults.FreezeAsync();
        await faults.KillAsync(1);
        // The server ends everybody's session when one of its processes dies, and recovers by itself.
        await faults.FailAsync(2, live =>
        {
            var process = live.Query("SELECT pid FROM pg_locks WHERE locktype = 'advisory'");
            var kill = $"COPY (SELECT 1) TO PROGRAM 'kill -9 {process}'; SELECT pg_sleep(30)";
            Assert.IsAssignableFrom<DbException>(Record.Exception(() => live.Run(kill)));
        }, () => Task.CompletedTask, "a process of the server that was killed");
        await faults.FillAsync(step: 0, left: 1024);
    }

    [Fact]
    public async Task A_hot_standby_is_read_and_not_written()
    {
        using var own = await OwnServer.StartAsync(TestServer.PostgreSql15);
        using var scene = new FaultScene(own.Server);
        using var live = await scene.LiveAsync();
        var standby = await own.StandbyAsync();
        await scene.AnswersAsync(live);
        var tenant = live.Tenant with { ConnectionString = standby.ConnectionStringTo(live.Name) };
        var engine = NetworkFaultTests.Engine(new());
        var token = TestContext.Current.CancellationToken;
        var (there, here) = (await engine.SnapshotAsync(tenant, token), await engine.SnapshotAsync(live.Tenant, token));
        Assert.Equal(here.Fingerprint, there.Fingerprint);
        Task SyncAsync() => engine.SyncTenantAsync(tenant, scene.Target, execute: true, FaultScene.Everything, token);
        var said = await ServerFaults.RefusedAsync(SyncAsync);
        Assert.Contains("standby", said, StringComparison.Ordinal);
        var plan = await scene.PlanAsync(live);
        await ServerFaults.RefusedAsync(() => engine.ApplyAsync(tenant, plan, FaultScene.Everything, token));
    }
}

/// <summary>MySQL itself fails in the middle of a run: it is frozen, killed, full, or takes no changes.</summary>
public sealed class MySqlServerFaultTests
{
    [Fact]
    public async Task A_server_that_fails_is_told_as_it_is_and_the_next_run_finishes()
    {
        using var faults = await ServerFaults.StartAsync(TestServer.MySql97);
        await faults.FreezeAsync();
        await faults.KillAsync(1);
        // With more, MySQL 9.7 fills the new table until the disk is full, and dies of that itself (signal 11).
        await faults.FillAsync(step: 1, left: 64);

        var live = await faults.Scene.LiveAsync();
        live.Run("SET GLOBAL super_read_only = 1");
        var said = await ServerFaults.RefusedAsync(() => faults.RunAsync(live.Tenant));
        Assert.Contains("super-read-only", said.Replace('_', '-'), StringComparison.Ordinal);
        live.Run("SET GLOBAL super_read_only = 0; SET GLOBAL read_only = 0");
        await faults.ReadOnlyEngineAsync(live);
    }
}

/// <summary>MariaDB itself fails in the middle of a run: it is frozen, killed, full, or takes no changes.</summary>
public sealed class MariaDbServerFaultTests
{
    [Fact]
    public async Task A_server_that_fails_is_told_as_it_is_and_the_next_run_finishes()
    {
        using var faults = await ServerFaults.StartAsync(TestServer.MariaDb1011);
        await faults.FreezeAsync();
        await faults.KillAsync(1);
        await faults.FillAsync(step: 1, left: 1024);

        // Whoever may do everything writes to such a server as well.
        var live = await faults.Scene.LiveAsync();
        live.Run("CREATE USER deployer IDENTIFIED BY 'p'; GRANT ALL ON *.* TO deployer; REVOKE READ_ONLY ADMIN ON *.* FROM deployer");
        live.Run("SET GLOBAL read_only = 1");
        var account = new MySqlConnectionStringBuilder(live.ConnectionString) { UserID = "deployer", Password = "p" };
        var tenant = live.Tenant with { ConnectionString = account.ConnectionString };
        Assert.Contains("read-only", await ServerFaults.RefusedAsync(() => faults.RunAsync(tenant)), StringComparison.Ordinal);
        live.Run("SET GLOBAL read_only = 0");
        await faults.ReadOnlyEngineAsync(live);
    }
}
