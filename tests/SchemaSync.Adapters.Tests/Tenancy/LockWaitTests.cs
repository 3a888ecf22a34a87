using SchemaSync.Engine.Tests.Execution;

namespace SchemaSync.Adapters.Tests;

/// <summary>A tenant that waits too long for locks of others stops the run over all.</summary>
public sealed class LockWaitTests
{
    private static readonly SchemaSyncEngine Engine =
        new(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new SqliteAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PostgreSql 15", "BEGIN; LOCK TABLE t")]
    [InlineData("MySql 9.7", "LOCK TABLES t READ")]
    public async Task A_run_that_waited_too_long_stops_the_others(string server, string blocking)
    {
        using var first = TestServer.Of(server).CreateDatabase();
        using var second = TestServer.Of(server).CreateDatabase();
        var tenants = TenantList.Of(first.Tenant with { Id = "first" }, second.Tenant with { Id = "second" });
        await SyncAsync(tenants, server, null, "x");
        // Within what a run waits anyway: it goes through in the end, and is told all the same.
        var free = await SyncAsync(tenants, server, TimeSpan.FromMilliseconds(200), "x", "y");
        Assert.Equal((2, null), (free.Count(TenantState.Done), free.Stopped));
        var connection = first.Server.Connect(first.ConnectionString);
        await using (connection)
        {
            await using var command = connection.CreateCommand();
            command.CommandText = blocking;
            await command.ExecuteNonQueryAsync(Token);
            var running = SyncAsync(tenants, server, TimeSpan.FromMilliseconds(200), "x", "y", "z");
            await Task.Delay(TimeSpan.FromSeconds(6), Token);
            await connection.CloseAsync();
            var stopped = await running;
            Assert.Equal((TenantState.Done, TenantState.NotStarted), (stopped.Tenants[0].State, stopped.Tenants[1].State));
            Assert.Matches("^first waited [0-9.]+ s for locks$", stopped.Stopped!);
        }
    }

    private static Task<FleetReport> SyncAsync(ITenantDirectory tenants, string server, TimeSpan? most, params string[] columns) =>
        new TenantFleet(Engine).SyncAsync(tenants, LedgerScene.Target(server.Split(' ')[0], "t", columns), execute: true,
            LedgerScene.Anything, new() { Parallelism = 1, Canaries = 0, StopLockWaits = most }, Token);
}
