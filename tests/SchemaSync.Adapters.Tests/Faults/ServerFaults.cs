using System.Data.Common;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// A server of one test's own that fails in the middle of a run, while an application writes. What the message says of the database is
/// true, no row is lost, the ledger tells the truth, and the next run finishes.
/// </summary>
internal sealed class ServerFaults : IDisposable
{
    private const int Many = 40_000;

    private readonly OwnServer _own;
    private readonly FaultScene _scene;

    private ServerFaults(OwnServer own) => (_own, _scene) = (own, new(own.Server));

    /// <summary>The server.</summary>
    public OwnServer Own => _own;

    /// <summary>What runs do on it.</summary>
    public FaultScene Scene => _scene;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Starts one of the same version as another.</summary>
    public static async Task<ServerFaults> StartAsync(TestServer like) => new(await OwnServer.StartAsync(like));

    public void Dispose()
    {
        // The databases go with the server, whether it still answers or not.
        _ = Record.Exception(_scene.Dispose);
        _own.Dispose();
    }

    /// <summary>It is stopped where it is between two statements, and goes on when the run has given up.</summary>
    public Task FreezeAsync() => FailAsync(2, _ => _own.Freeze(), () =>
    {
        _own.Thaw();
        return Task.CompletedTask;
    }, "a server that was frozen");

    /// <summary>All of it is killed while a statement of the run waits in it for others, and starts again on what it wrote.</summary>
    public async Task KillAsync(int step)
    {
        var killed = Task.CompletedTask;
        var held = new List<DbConnection>();
        await FailAsync(step, live =>
        {
            foreach (var table in new[] { "customer", "orders" }) held.Add(Hold(live, table));
            killed = _own.CrashAsync();
        }, async () =>
        {
            await killed;
            foreach (var connection in held) _ = Record.Exception(connection.Dispose);
            await _own.RestartAsync();
        }, $"a server that was killed at step {step}");
    }

    /// <summary>Something that happens to it after so many steps, and what repairs it.</summary>
    public async Task FailAsync(int step, Action<TestDatabase> fault, Func<Task> repair, string what)
    {
        // It goes with the server: who cannot drop it would hide why the test failed.
        var live = await _scene.LiveAsync();
        var rows = _scene.Rows(live);
        var plan = await _scene.PlanAsync(live);
        await using var application = new Application(live);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => RunAsync(live.Tenant, new AtStep(step, () => fault(live))));
        await repair();
        Assert.Equal("SSY0215", failure.Diagnostics[0].Entry.Code);
        await _scene.AnswersAsync(live);
        await _scene.QuietAsync(live);
        NetworkFaultTests.Told(_scene, live, plan, failure.State, what);
        await application.AllIsThereAsync();
        await _scene.RecoversAsync(live, rows, what);
    }

    /// <summary>Its disk is full while the plan is tried on scratch, and but for so many KB after
    /// so many steps of the run, while the application writes.</summary>
    public async Task FillAsync(int step, int left)
    {
        var live = await _scene.LiveAsync();
        var dots = new string('.', 30);
        for (var from = Many; from < 2 * Many; from += 1000)
        {
            var row = $"{from} + n, concat({from} + n, '{dots}'), 'kept'";
            live.Run(_scene.Numbers($"INSERT INTO customer (id, email, note) SELECT {row} FROM numbers", 1000));
        }

        var (rows, many) = (_scene.Rows(live), ManyOf(live));
        var plan = await _scene.PlanAsync(live);
        // Old segments of the log would be given back in the middle of it, and a new one needs more room than the tables.
        if (live.Server.IsPostgreSql) live.Run("CHECKPOINT").Run("SELECT pg_switch_wal()").Run("CHECKPOINT");

        await _own.FillAsync(0);
        Lacks(await Assert.ThrowsAsync<SchemaSyncException>(() => RunAsync(live.Tenant)));
        await _own.FreeAsync();

        await using var application = new Application(live);
        var filling = new AtStep(step, () => _own.FillAsync(left).Wait(Token));
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => RunAsync(live.Tenant, filling));
        Lacks(failure);
        await _own.FreeAsync();
        await _scene.AnswersAsync(live);
        await _scene.QuietAsync(live);
        NetworkFaultTests.Told(_scene, live, plan, failure.State, "a full disk");
        await application.AllIsThereAsync();
        await _scene.RecoversAsync(live, rows, "a full disk");
        Assert.Equal(many, ManyOf(live));
    }

    /// <summary>It starts again with a storage engine that only reads: it is compared as ever, and takes no changes.</summary>
    public async Task ReadOnlyEngineAsync(TestDatabase live)
    {
        var there = await NetworkFaultTests.Engine(NetworkFaultTests.Short).SnapshotAsync(live.Tenant, Token);
        // It has to have ended well: what a crash left could not be written down.
        live.Run("SET GLOBAL innodb_fast_shutdown = 0; SHUTDOWN");
        await _own.RestartAsync("--innodb-read-only=1");
        await _scene.AnswersAsync(live);
        Assert.Equal(there.Fingerprint,
            (await NetworkFaultTests.Engine(NetworkFaultTests.Short).SnapshotAsync(live.Tenant, Token)).Fingerprint);
        Assert.Contains("read", await RefusedAsync(() => RunAsync(live.Tenant)), StringComparison.Ordinal);
    }

    /// <summary>A run against a server that takes no changes; what it says.</summary>
    public static async Task<string> RefusedAsync(Func<Task> run)
    {
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(run);
        Assert.True(refused.Diagnostics is [{ Entry.Code: "SSY0237" }], $"the server takes no changes, and what is said is {refused}");
        return refused.Message;
    }

    /// <summary>A run to the scene's target.</summary>
    public Task<ExecutionReport> RunAsync(TenantContext tenant, IProgress<ExecutionProgress>? progress = null) =>
        NetworkFaultTests.Engine(NetworkFaultTests.Short)
            .SyncTenantAsync(tenant, _scene.Target, execute: true, FaultScene.Everything with { Progress = progress }, Token)
            .WaitAsync(TimeSpan.FromMinutes(2), Token);

    private static void Lacks(SchemaSyncException failure) =>
        Assert.True(failure.Diagnostics[0].Entry.Code == "SSY0515", $"the disk was full, and what is said is {failure.Message}");

    private static string ManyOf(TestDatabase live) =>
        live.Query("SELECT count(*), sum(id), count(DISTINCT email), min(length(email)) "
            + $"FROM customer WHERE id BETWEEN {Many} AND 3 * {Many}");

    /// <summary>A session of somebody who reads a table, so that a statement which changes it waits; unless the run has it.</summary>
    private static DbConnection Hold(TestDatabase live, string table)
    {
        var connection = live.Server.Connect(live.Server.IsPostgreSql ? live.ConnectionString : live.Server.ConnectionString);
        using var command = connection.CreateCommand();
        command.CommandText = live.Server.IsPostgreSql ? $"SET lock_timeout = 50; BEGIN; SELECT count(*) FROM {table}"
            : $"SET lock_wait_timeout = 1; BEGIN; SELECT count(*) FROM {live.Name}.{table}";
        Assert.True(Record.Exception(() => command.ExecuteScalar()) is null or DbException);
        return connection;
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
