using System.Data.Common;
using Npgsql;
using SchemaSync.Engine;

namespace SchemaSync.Adapters.Tests;

/// <summary>The server itself fails in the middle of a run: it is stopped where it is, killed, or takes no changes any more.</summary>
public sealed class ServerFaultTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task PostgreSql_is_frozen_and_then_killed()
    {
        using var own = await OwnServer.StartAsync(TestServer.PostgreSql15, Token);
        using var scene = new FaultScene(own.Server);
        await FrozenAsync(own, scene);
        // The server ends everybody's session when one of its processes dies like that, and recovers.
        await FailsAsync(scene, live =>
        {
            var process = live.Query("SELECT pid FROM pg_locks WHERE locktype = 'advisory'");
            Assert.IsAssignableFrom<DbException>(Record.Exception(() => live.Run($"COPY (SELECT 1) TO PROGRAM 'kill -9 {process}'; SELECT pg_sleep(30)")));
        }, () => { }, "a process of the server that was killed");
    }

    [Fact]
    public async Task MySql_is_frozen_and_then_takes_no_changes()
    {
        using var own = await OwnServer.StartAsync(TestServer.MySql97, Token);
        using var scene = new FaultScene(own.Server);
        await FrozenAsync(own, scene);

        using var live = await scene.LiveAsync();
        live.Run("SET GLOBAL super_read_only = 1");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => NetworkFaultTests.Engine(new()).SyncTenantAsync(live.Tenant, scene.Target, execute: true, FaultScene.Everything, Token));
        Assert.Equal("SSY0237", refused.Diagnostics[0].Entry.Code);
        Assert.Contains("super-read-only", refused.Message.Replace('_', '-'), StringComparison.Ordinal);
        live.Run("SET GLOBAL super_read_only = 0; SET GLOBAL read_only = 0");
    }

    private static Task FrozenAsync(OwnServer own, FaultScene scene) => FailsAsync(scene, _ => own.Freeze(), own.Thaw, "a server that was frozen");

    private static async Task FailsAsync(FaultScene scene, Action<TestDatabase> fault, Action repair, string what)
    {
        using var live = await scene.LiveAsync();
        var rows = scene.Rows(live);
        var plan = await scene.PlanAsync(live);
        var breaking = new AtStep(2, () => fault(live));
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => NetworkFaultTests.Engine(NetworkFaultTests.Short)
            .SyncTenantAsync(live.Tenant, scene.Target, execute: true, FaultScene.Everything with { Progress = breaking }, Token).WaitAsync(TimeSpan.FromMinutes(2), Token));
        repair();
        Assert.Equal("SSY0215", failure.Diagnostics[0].Entry.Code);
        await AnswersAsync(live);
        await scene.QuietAsync(live);
        NetworkFaultTests.Told(scene, live, plan, failure.State, what);
        await scene.RecoversAsync(live, rows, what);
    }

    private static async Task AnswersAsync(TestDatabase live)
    {
        // The test's own connections that are kept have died as well.
        NpgsqlConnection.ClearAllPools();
        while (Record.Exception(() => live.Query("SELECT 1")) is not null) await Task.Delay(50, Token);
    }

    private sealed class AtStep(int step, Action fault) : IProgress<ExecutionProgress>
    {
        private bool _isDone;

        public void Report(ExecutionProgress value)
        {
            if (_isDone || value.Done < step) return;
            _isDone = true;
            fault();
        }
    }
}
