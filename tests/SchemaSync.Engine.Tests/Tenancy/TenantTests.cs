namespace SchemaSync.Engine.Tests;

/// <summary>Where tenants come from, and in which order a fleet takes them.</summary>
public sealed class TenantTests
{
    private static readonly TenantContext[] Ten = [.. Enumerable.Range(0, 10).Select(i => new TenantContext($"t{i}", "Sqlite", ""))];

    [Fact]
    public async Task When_the_canary_fails_nobody_else_is_begun()
    {
        var begun = 0;
        var report = await Run(new() { StopAfter = 0, Canaries = 2 }, _ => Fail(ref begun));
        Assert.Equal(1, begun);
        Assert.Equal((1, 9), (report.Count(TenantState.Failed), report.Count(TenantState.NotStarted)));
    }

    [Fact]
    public async Task After_enough_failures_nobody_else_is_begun()
    {
        var begun = 0;
        var report = await Run(new() { StopAfter = 3, Canaries = 0, Parallelism = 1 }, _ => Fail(ref begun));
        Assert.Equal(3, begun);
        Assert.Equal(7, report.Count(TenantState.NotStarted));
    }

    [Fact]
    public async Task Failures_are_reported_with_their_tenant_and_the_others_go_on()
    {
        var ignored = 0;
        var report = await Run(new() { StopAfter = 0, Parallelism = 4 }, t => t.Id == "t7" ? Fail(ref ignored) : Task.FromResult(Done(t)));
        Assert.Equal(Ten.Select(t => t.Id), report.Tenants.Select(t => t.Tenant));
        Assert.Equal("SSY0509", report.Tenants[7].Diagnostics.Single().Entry.Code);
        Assert.Equal(9, report.Count(TenantState.Done));
    }

    [Fact]
    public async Task Where_another_run_is_at_work_a_tenant_is_tried_again_later_and_not_for_ever()
    {
        var tried = new List<string>();
        var report = await Run(new() { StopAfter = 0, Canaries = 0, Parallelism = 1 }, t =>
        {
            tried.Add(t.Id);
            return t.Id == "t1" || (t.Id == "t2" && tried.Count(i => i == "t2") < 2)
                ? throw new SchemaSyncException(ExecutionDiagnostics.Locked, "x", "1 s") : Task.FromResult(Done(t));
        });
        Assert.Equal((9, 1), (report.Count(TenantState.Done), report.Count(TenantState.Failed)));
        Assert.Equal((3, 2, 13), (tried.Count(i => i == "t1"), tried.Count(i => i == "t2"), tried.Count));
    }

    [Theory]
    [InlineData(0.2, 3)]
    [InlineData(0.5, 6)]
    public async Task After_more_than_a_share_of_failures_nobody_else_is_begun(double share, int begunThen)
    {
        var begun = 0;
        var report = await Run(new() { StopAfter = 0, StopShare = share, Canaries = 0, Parallelism = 1 }, _ => Fail(ref begun));
        Assert.Equal((begunThen, $"{begunThen} of 10 failed"), (begun, report.Stopped));
    }

    [Fact]
    public async Task After_one_that_took_too_long_nobody_else_is_begun()
    {
        var report = await Run(new() { StopSlower = TimeSpan.FromMilliseconds(1), Canaries = 0, Parallelism = 1 }, async t =>
        {
            await Task.Delay(20);
            return Done(t);
        });
        Assert.Equal((1, 9), (report.Count(TenantState.Done), report.Count(TenantState.NotStarted)));
        Assert.StartsWith("t0 took ", report.Stopped, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Never_more_than_the_limit_are_at_work()
    {
        int now = 0, most = 0;
        await Run(new() { Canaries = 0, Parallelism = 3 }, async t =>
        {
            most = Math.Max(most, Interlocked.Increment(ref now));
            await Task.Delay(10);
            Interlocked.Decrement(ref now);
            return Done(t);
        });
        Assert.InRange(most, 1, 3);
    }

    [Fact]
    public async Task One_proof_serves_all_tenants_in_one_state()
    {
        var proofs = new SharedProofs();
        var count = 0;
        Task<Plan> Prove(Plan p)
        {
            Interlocked.Increment(ref count);
            return Task.FromResult(p);
        }

        var plans = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => Task.Run(() => proofs.ProveAsync(Sample.Plan(), Prove))));
        Assert.Equal(1, count);
        Assert.All(plans, p => Assert.Same(plans[0], p));
    }

    private static async Task<FleetReport> Run(FleetOptions options, Func<TenantContext, Task<TenantResult>> work)
    {
        var (order, canaries) = FleetOrder.Of([.. Ten.Select(t => new Tenant(t))], options, _ => ("", null));
        var rules = new FleetRules(canaries, options.StopAfter, options.StopShare, options.PerServer, default);
        var run = new FleetRun(new MemoryControl(rules), options, work);
        await run.RunAsync(order, Ten, CancellationToken.None);
        return await run.ReportAsync(CancellationToken.None);
    }

    private static TenantResult Done(TenantContext tenant) => new(tenant.Id, TenantState.Done, null, null, [], default);

    private static Task<TenantResult> Fail(ref int begun)
    {
        Interlocked.Increment(ref begun);
        throw new SchemaSyncException(ExecutionDiagnostics.NothingToRevert, "x");
    }
}
