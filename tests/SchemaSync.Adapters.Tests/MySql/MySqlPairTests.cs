namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Schemas of every kind that depend on each other, and their neighbours: each pair is proved, run and taken back, or its rows
/// are in the way. No plan is one that cannot be proved. <c>SCHEMASYNC_PAIRS=first:count</c> draws others.
/// </summary>
public sealed class MySqlPairTests
{
    // What the server told in the middle of a run, though nobody had asked.
    private readonly List<string> _late = [];

    public static TheoryData<string> Servers => MySqlServers.All;

    private static SchemaSyncEngine Engine => MySqlServers.Engine;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Any_pair_is_planned_run_and_taken_back(string name)
    {
        var range = (Environment.GetEnvironmentVariable("SCHEMASYNC_PAIRS") ?? "1:10").Split(':').Select(int.Parse).ToList();
        var (there, refused, faults) = (0, 0, new List<string>());
        for (var seed = range[0]; seed < range[0] + range[1]; seed++)
        {
            try
            {
                if (await Becomes(TestServer.Of(name), seed)) there++;
                else refused++;
            }
            catch (Exception e) when (e is SchemaSyncException or Xunit.Sdk.XunitException)
            {
                faults.Add($"seed {seed}: {e.Message}");
            }
        }

        var said = $"{there} went, {refused} did not, {_late.Count} of them late\n{string.Join("\n", _late)}";
        if (range[1] == 1) said += $"\n{MySqlPair.Of(range[0], TestServer.Of(name).Provider == ProviderNames.MariaDb)}";
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(faults.Count == 0, $"{string.Join("\n", faults)}\n{said}");
        Assert.True(_late.Count <= (range[1] / 100) + 1, said);
        Assert.True(there > range[1] / 4, said);
    }

    private async Task<bool> Becomes(TestServer server, int seed)
    {
        var pair = MySqlPair.Of(seed, server.Provider == ProviderNames.MariaDb);
        using var live = server.CreateDatabase().Collated();
        using var wanted = server.CreateDatabase().Collated();
        if (!IsTaken(live, pair.From) || !IsTaken(wanted, pair.To)) return false;
        foreach (var row in pair.Rows) IsTaken(live, [row]);
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        var end = await Engine.SnapshotAsync(wanted.Tenant, Token);
        var target = SchemaTarget.Of(end);
        var before = MySqlStates.Describe(live);
        var kept = Kept(start, end).ToDictionary(q => q, live.Query);
        if (await Plan(live, target) is not { } plan) return false;
        if (!await Runs(live, plan, seed)) return false;
        Assert.Equal(MySqlStates.Describe(wanted), MySqlStates.Describe(live));
        Assert.All(kept, q => Assert.Equal(q.Value, live.Query(q.Key)));
        MySqlStates.HoldsWhatIsComputed(live, end);
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token)).IsEmpty);
        if (plan.IsEmpty || !await Runs(live, await Engine.PlanRevertAsync(live.Tenant, Token), -seed)) return true;
        Assert.Equal(before, MySqlStates.Describe(live));
        Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
        return true;
    }

    /// <summary>Null where there is no way, and the reason says how to go by hand.</summary>
    private static async Task<Plan?> Plan(TestDatabase live, SchemaTarget target)
    {
        try
        {
            return await Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token);
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => d.Entry == DiffDiagnostics.CannotPlan))
        {
            return null;
        }
    }

    /// <summary>False where the rows are in the way.</summary>
    private async Task<bool> Runs(TestDatabase live, Plan plan, int seed)
    {
        try
        {
            await Engine.ApplyAsync(live.Tenant, plan, MySqlServers.Everything, Token);
            return true;
        }
        catch (SchemaSyncException e)
            when (e.Diagnostics.All(d => d.Entry == ExecutionDiagnostics.DataInTheWay || d.Entry == ExecutionDiagnostics.StatementFailed))
        {
            if (e.Diagnostics.Any(d => d.Entry == ExecutionDiagnostics.StatementFailed)) _late.Add($"seed {seed}, late: {e.Message}");
            return false;
        }
    }

    // Not every draw is a schema, and not every row fits.
    private static bool IsTaken(TestDatabase database, IReadOnlyList<string> statements)
    {
        try
        {
            foreach (var one in statements) database.Run(one);
            return true;
        }
        catch (System.Data.Common.DbException)
        {
            return false;
        }
    }

    private static IEnumerable<string> Kept(Snapshot a, Snapshot b) =>
        from left in a.Tables
        join right in b.Tables on left.Name equals right.Name
        let columns = left.Columns.Where(c =>
            c.Computed is null && right.Column(c.Name) is { Computed: null } other && other.Type == c.Type)
        select $"SELECT {MySqlText.Names(columns.Select(c => c.Name))} FROM {MySqlText.Quote(left.Name)} ORDER BY id";
}
