namespace SchemaSync.Adapters.Tests;

/// <summary>
/// The network fails in the middle of a run. Nobody waits without an end, what the message says
/// of the database is true, no row is lost, and the next run finishes.
/// </summary>
public sealed class NetworkFaultTests
{
    private static readonly TimeSpan Guard = TimeSpan.FromSeconds(60);

    // CI looks at a few points of each run; SCHEMASYNC_TEST_FAULTS=40 at forty for each kind of fault.
    private static readonly int Points =
        int.Parse(Environment.GetEnvironmentVariable("SCHEMASYNC_TEST_FAULTS") ?? "1", System.Globalization.CultureInfo.InvariantCulture);

    internal static readonly Patience Short = new()
    {
        Silence = TimeSpan.FromMilliseconds(700), Answer = TimeSpan.FromMilliseconds(700), Questions = 2,
        Pause = TimeSpan.FromMilliseconds(100), Farewell = TimeSpan.FromMilliseconds(700),
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PostgreSql 15")]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 10.11")]
    public async Task A_network_that_fails_is_noticed_and_told_as_it_is(string name)
    {
        var server = TestServer.Of(name);
        using var scene = new FaultScene(server);
        var (reading, all) = await MessagesAsync(scene, server);
        NetworkFault[] faults = [NetworkFault.Silent, NetworkFault.AnswersLost, NetworkFault.Closed, NetworkFault.Reset];
        // Spread over the part of the run that writes, each kind of fault at points of its own.
        for (var i = 0; i < faults.Length * Points; i++)
            await FailsAsync(scene, faults[i % faults.Length], reading + 1 + (all - reading - 2) * (i + 1) / (faults.Length * Points + 1));
    }

    [Theory]
    [InlineData("PostgreSql 15")]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 10.11")]
    public async Task Whoever_cancels_does_not_wait_for_a_silent_network(string name)
    {
        var server = TestServer.Of(name);
        using var scene = new FaultScene(server);
        var (reading, all) = await MessagesAsync(scene, server);
        foreach (var at in Points == 1
            ? new[] { reading / 2, (reading + all) / 2 }
            : [1, 2, reading / 3, reading / 2, reading + 1, (reading + all) / 2, all - 4, all - 2])
        {
            using var live = await scene.LiveAsync();
            var rows = scene.Rows(live);
            var plan = await scene.PlanAsync(live);
            using var cancel = CancellationTokenSource.CreateLinkedTokenSource(Token);
            Exception failure;
            using (var proxy = new FaultProxy(live, NetworkFault.Silent, at))
            {
                // Nobody asks the server in between: it is the cancellation that has to end it.
                var run = Engine(new Patience { Farewell = Short.Farewell }).SyncTenantAsync(Through(live, proxy), scene.Target,
                    execute: true, FaultScene.Everything, cancel.Token);
                while (!proxy.IsBroken) await Task.Delay(5, Token);
                await cancel.CancelAsync();
                failure = await Assert.ThrowsAnyAsync<OperationCanceledException>(() => run.WaitAsync(Guard, Token));
            }

            await scene.QuietAsync(live);
            Told(scene, live, plan, (failure as RunCanceledException)?.State, $"a cancellation at {at}");
            await scene.RecoversAsync(live, rows, $"a cancellation at {at}");
        }
    }

    private static async Task FailsAsync(FaultScene scene, NetworkFault fault, int at)
    {
        var what = $"{fault} at message {at}";
        using var live = await scene.LiveAsync();
        var rows = scene.Rows(live);
        var plan = await scene.PlanAsync(live);
        await using var application = new Application(live);
        Exception? failure;
        using (var proxy = new FaultProxy(live, fault, at))
        {
            var run = Engine(Short).SyncTenantAsync(Through(live, proxy), scene.Target, execute: true, FaultScene.Everything, Token);
            failure = await Record.ExceptionAsync(() => run.WaitAsync(Guard, Token));
            Assert.True(proxy.IsBroken, $"{what} did not happen");
        }

        await scene.QuietAsync(live);
        // At the very end everything is done, and nothing is left to fail.
        if (failure is not null) Told(scene, live, plan, Assert.IsType<SchemaSyncException>(failure).State, what);
        await application.AllIsThereAsync();
        await scene.RecoversAsync(live, rows, what);
    }

    /// <summary>What the message says is what is there.</summary>
    internal static void Told(FaultScene scene, TestDatabase live, Plan plan, RunState? state, string what)
    {
        state ??= new(plan.Steps.Count(s => !s.IsAssertion), 0, 0, [], "");
        // What was begun in several transactions may be left, and has to be told.
        var here = state.Unfinished is null ? scene.Describe(live) : FaultScene.Finished(scene.Describe(live));
        var possible = Enumerable.Range(state.Kept, state.Uncertain.Count + 1).Select(n => scene.DescribeAfter(plan, n)).ToList();
        Assert.True(possible.Contains(here),
            $"{what}: it is not true that {state}; the database holds\n{here}\nrather than\n{string.Join("\nor\n", possible)}");
    }

    /// <summary>How many messages a run that nobody disturbs sends: before its first statement, and in all.</summary>
    private static async Task<(int Reading, int All)> MessagesAsync(FaultScene scene, TestServer server)
    {
        using var live = await scene.LiveAsync();
        using var proxy = new FaultProxy(live);
        var first = new FirstStep(() => proxy.Messages);
        await Engine(new()).SyncTenantAsync(Through(live, proxy), scene.Target, execute: true,
            FaultScene.Everything with { Progress = first }, Token);
        Assert.True(proxy.Messages > first.Messages + 5, $"{server}: {first.Messages} of {proxy.Messages} messages");
        return (first.Messages, proxy.Messages);
    }

    internal static SchemaSyncEngine Engine(Patience patience) =>
        new(new AdapterRegistry(patience, new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter()));

    private static TenantContext Through(TestDatabase live, FaultProxy proxy) =>
        live.Tenant with { ConnectionString = proxy.ConnectionString };

    private sealed class FirstStep(Func<int> messages) : IProgress<ExecutionProgress>
    {
        public int Messages { get; private set; }

        public void Report(ExecutionProgress value)
        {
            if (Messages == 0) Messages = messages();
        }
    }
}
