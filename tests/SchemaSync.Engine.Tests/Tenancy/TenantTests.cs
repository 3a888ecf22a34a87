namespace SchemaSync.Engine.Tests;

/// <summary>Where tenants come from, and in which order a fleet takes them.</summary>
public sealed class TenantTests
{
    private static readonly TenantContext[] Ten = [.. Enumerable.Range(0, 10).Select(i => new TenantContext($"t{i}", "Sqlite", ""))];

    [Fact]
    public void Files_that_match_a_pattern_are_tenants_in_the_order_of_their_names()
    {
        var directory = Directory.CreateTempSubdirectory().FullName;
        foreach (var name in new[] { "b.db", "a.db", "a.db-wal", "c.txt" }) File.WriteAllText(Path.Combine(directory, name), "");
        var tenants = TenantDirectory.FromPattern("Sqlite", Path.Combine(directory, "*.db*"));
        Assert.Equal(["a", "b"], tenants.Select(t => t.Id));
        Assert.Equal($"Data Source={Path.Combine(directory, "a.db")}", tenants[0].ConnectionString);
    }

    [Fact]
    public async Task A_list_file_names_tenants_line_by_line()
    {
        var path = Path.GetTempFileName();
        await File.WriteAllTextAsync(path, "# ours\nacme\r\n\n globex \n");
        var tenants = await TenantDirectory.FromFileAsync("Sqlite", path, "Data Source=/data/{tenant}.db");
        Assert.Equal(["Data Source=/data/acme.db", "Data Source=/data/globex.db"], tenants.Select(t => t.ConnectionString));
    }

    [Fact]
    public void No_match_is_an_error() => Refused("SSY0601", () => TenantDirectory.FromPattern("Sqlite", "/nowhere/*.db"));

    [Fact]
    public void A_connection_string_without_a_place_for_the_tenant_is_refused() =>
        Refused("SSY0602", () => TenantDirectory.FromList("Sqlite", ["a"], "Data Source=a.db"));

    [Fact]
    public void A_tenant_that_is_named_twice_is_refused() =>
        Refused("SSY0603", () => TenantDirectory.FromList("Sqlite", ["a", "A"], "Data Source={tenant}.db"));

    [Fact]
    public void A_name_cannot_add_to_the_connection_string() =>
        Refused("SSY0604", () => TenantDirectory.FromList("Sqlite", ["a;Mode=Memory"], "Data Source={tenant}"));

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
        Assert.Equal("SSY0501", report.Tenants[7].Diagnostics.Single().Entry.Code);
        Assert.Equal(9, report.Count(TenantState.Done));
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

    private static Task<FleetReport> Run(FleetOptions options, Func<TenantContext, Task<TenantResult>> work) =>
        TenantFleet.RunAsync(Ten, options, work, CancellationToken.None);

    private static TenantResult Done(TenantContext tenant) => new(tenant.Id, TenantState.Done, null, null, [], default);

    private static Task<TenantResult> Fail(ref int begun)
    {
        Interlocked.Increment(ref begun);
        throw new SchemaSyncException(ExecutionDiagnostics.Locked, "x", "1 s");
    }

    private static void Refused(string code, Action act) =>
        Assert.Equal(code, Assert.Throws<SchemaSyncException>(act).Diagnostics.Single().Entry.Code);
}
