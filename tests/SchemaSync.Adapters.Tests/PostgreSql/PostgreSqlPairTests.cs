namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Schemas of every kind that depend on each other, with rows: each pair is proved, run and taken back, or its rows are in the way, or
/// there is no way and the reason says so. No plan is one that cannot be proved. <c>SCHEMASYNC_PAIRS=first:count</c> draws others.
/// </summary>
public sealed class PostgreSqlPairTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };

    // What the server told in the middle of a run, though nobody had asked; and what has no way.
    private readonly List<string> _late = [], _refused = [];

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Any_pair_is_planned_run_and_taken_back(string name)
    {
        var range = (Environment.GetEnvironmentVariable("SCHEMASYNC_PAIRS") ?? "1:12").Split(':').Select(int.Parse).ToList();
        var (there, pairs, faults) = (0, 0, new List<string>());
        using var database = TestServer.Of(name).CreateDatabase();
        for (var seed = range[0]; seed < range[0] + range[1]; seed++)
        {
            try
            {
                var end = await Becomes(database, seed);
                pairs += end is null ? 0 : 1;
                there += end == true ? 1 : 0;
            }
            catch (Exception e) when (e is SchemaSyncException or Xunit.Sdk.XunitException or System.Data.Common.DbException)
            {
                faults.Add($"seed {seed}: {e.Message}");
            }
        }

        var said = $"{there} of {pairs} pairs went, {_refused.Count} have no way, {_late.Count} were told late\n"
            + string.Join("\n", _late.Concat(_refused));
        if (range[1] == 1) said += $"\n{PostgreSqlPair.Of(range[0])}";
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(faults.Count == 0, $"{string.Join("\n", faults)}\n{said}");
        Assert.True(_late.Count <= (range[1] / 50) + 1, said);
        Assert.True(there > range[1] / 4 || range[1] == 1, said);
    }

    private async Task<bool?> Becomes(TestDatabase database, int seed)
    {
        var pair = PostgreSqlPair.Of(seed);
        using var live = new PostgreSqlSchema(database, $"live_{seed}");
        using var wanted = new PostgreSqlSchema(database, $"wanted_{seed}");
        if (!IsTaken(live, pair.From) || !IsTaken(wanted, pair.To)) return null;
        foreach (var row in pair.Rows) IsTaken(live, [row]);
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        var end = await Engine.SnapshotAsync(wanted.Tenant, Token);
        var target = SchemaTarget.Of(end);
        var before = PostgreSqlOracle.Describe(live);
        var kept = Kept(start, end).ToDictionary(q => q, live.Query);
        if (await Planned(() => Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token), seed) is not { } plan)
            return false;
        if (!await Runs(live, plan, seed)) return false;
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
        Assert.All(kept, q => Assert.Equal(q.Value, live.Query(q.Key)));
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token)).IsEmpty);
        if (plan.IsEmpty) return true;
        if (await Planned(() => Engine.PlanRevertAsync(live.Tenant, Token), -seed) is not { } back || !await Runs(live, back, -seed))
            return true;
        Assert.Equal(before, PostgreSqlOracle.Describe(live));
        Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
        return true;
    }

    private async Task<Plan?> Planned(Func<Task<Plan>> plan, int seed)
    {
        try
        {
            return await plan();
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => d.Entry == DiffDiagnostics.CannotPlan))
        {
            _refused.Add($"seed {seed}, no way: {e.Message}");
            return null;
        }
    }

    /// <summary>False where the rows are in the way.</summary>
    private async Task<bool> Runs(PostgreSqlSchema live, Plan plan, int seed)
    {
        try
        {
            await Engine.ApplyAsync(live.Tenant, plan, Everything, Token);
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
    private static bool IsTaken(PostgreSqlSchema schema, IReadOnlyList<string> statements)
    {
        try
        {
            schema.Run(string.Join(";\n", statements));
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
        where left.Column(new("id")) is not null
        let columns = left.Columns.Where(c =>
            c.Computed is null && right.Column(c.Name) is { Computed: null } other && other.Type == c.Type && c.Type.Native != "c")
        select $"SELECT {PostgreSqlText.Names(columns.Select(c => c.Name))} FROM {PostgreSqlText.Quote(left.Name)} ORDER BY id";
}
