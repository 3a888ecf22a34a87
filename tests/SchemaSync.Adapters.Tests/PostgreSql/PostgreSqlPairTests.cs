using System.Data.Common;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Schemas of every kind that depend on each other, with rows: each pair is proved, run and taken back, or its rows are in the way, or
/// there is no way and the reason says so. No plan is one that cannot be proved. <c>SCHEMASYNC_PAIRS=first:count</c> draws others.
/// </summary>
public sealed class PostgreSqlPairTests
{
    // What the server told in the middle of a run, though nobody had asked; and what has no way.
    private readonly List<string> _late = [], _refused = [], _faults = [];

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Any_pair_is_planned_run_and_taken_back(string name)
    {
        var range = (Environment.GetEnvironmentVariable("SCHEMASYNC_PAIRS") ?? "1:12").Split(':').Select(int.Parse).ToList();
        var there = 0;
        using var live = TestServer.Of(name).CreateDatabase();
        using var wanted = TestServer.Of(name).CreateDatabase();
        for (var seed = range[0]; seed < range[0] + range[1]; seed++)
        {
            try
            {
                if (await Becomes(live, wanted, seed)) there++;
            }
            catch (Exception e) when (e is SchemaSyncException or Xunit.Sdk.XunitException or DbException)
            {
                _faults.Add($"seed {seed}: {e.Message}");
            }
        }

        var said = $"{there} of {range[1]} pairs went, {_refused.Count} have no way, {_late.Count} were told late\n"
            + string.Join("\n", _late.Concat(_refused));
        if (range[1] == 1) said += $"\n{PostgreSqlPair.Of(range[0])}";
        TestContext.Current.TestOutputHelper?.WriteLine(said);
        Assert.True(_faults.Count == 0, $"{_faults.Count} faults\n{string.Join("\n", _faults)}\n{said}");
        Assert.True(_late.Count <= (range[1] / 50) + 1, said);
        Assert.True(there > range[1] / 4 || range[1] == 1, said);
    }

    private async Task<bool> Becomes(TestDatabase live, TestDatabase wanted, int seed)
    {
        var scene = await PostgreSqlPairScene.Of(live, wanted, PostgreSqlPair.Of(seed));
        if (await Planned(scene.Plan, seed) is not { } plan || !await Runs(scene, plan, seed)) return false;
        await scene.IsThere();
        if (plan.IsEmpty) return true;
        if (await Planned(scene.Back, -seed) is not { } back || !await Runs(scene, back, -seed)) return true;
        await scene.IsBack();
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
    private async Task<bool> Runs(PostgreSqlPairScene scene, Plan plan, int seed)
    {
        try
        {
            await scene.Take(plan);
            return true;
        }
        catch (SchemaSyncException e)
            when (e.Diagnostics.All(d => d.Entry == ExecutionDiagnostics.DataInTheWay || d.Entry == ExecutionDiagnostics.StatementFailed))
        {
            if (e.Diagnostics.Any(d => d.Entry == ExecutionDiagnostics.StatementFailed)) _late.Add($"seed {seed}, late: {e.Message}");
            return false;
        }
    }
}
