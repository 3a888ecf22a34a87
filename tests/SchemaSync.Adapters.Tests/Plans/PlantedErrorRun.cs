namespace SchemaSync.Adapters.Tests;

/// <summary>
/// What becomes of a plan with an error: the proof refuses it, or the run does, or it leads where the right one leads. That is not asked of
/// ourselves but of the server's own words and of the rows.
/// </summary>
internal sealed class PlantedErrorRun(SchemaSyncEngine engine, DatabaseAdapter adapter, string kind)
{
    // Nothing of these is seen in the end: they ask, or set what only another version of the server needs.
    private static readonly string[] Harmless = ["a question", "PRAGMA legacy_alter_table"];

    private static readonly ExecutionOptions Everything =
        new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()), IncludeUnmanaged = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Every error is noticed, or leaves nothing that is different.</summary>
    /// <param name="live">The start state.</param>
    /// <param name="target">The target.</param>
    /// <param name="differs">Runs something on a new copy of the start state, and says in which way it is not the target then.</param>
    public async Task NoErrorIsSilent(TenantContext live, SchemaTarget target,
        Func<Func<TenantContext, Task>, Task<string?>> differs)
    {
        var plan = await engine.PlanAsync(live, target, new(IncludeUnmanaged: true, Prove: false), Token);
        var (noticed, silent) = (0, new List<string>());
        foreach (var planted in PlantedErrors.In(plan, kind))
        {
            try
            {
                var proved = await new PlanProof(adapter).ProveAsync(live, planted.Plan, Token);
                if (await differs(t => engine.ApplyAsync(t, proved, Everything, Token)) is { } difference)
                    silent.Add($"{planted.Error}\n{difference}");
            }
            catch (SchemaSyncException)
            {
                noticed++;
            }
        }

        Assert.Empty(silent);
        Assert.Equal(!Harmless.Contains(kind), noticed > 0);
    }
}
