namespace SchemaSync.Cli.Verbs;

/// <summary><c>plan</c> and <c>script</c>: what would be done.</summary>
internal static class PlanVerbs
{
    public static async Task<int> PlanAsync(Invocation run, CancellationToken cancellationToken)
    {
        var policy = run.Execution.Policy;
        if (TenantSources.AreNamed(run))
            return await TenantVerbs.PlanAsync(run, await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        var (database, plan) = await MakeAsync(run, cancellationToken).ConfigureAwait(false);
        if (run.Get(Options.Output) is { Length: > 0 } path)
            await run.WriteAsync(path, PlanFile.Write(plan), cancellationToken).ConfigureAwait(false);
        await run.LookAroundAsync([database.With(plan.From, plan.To)], cancellationToken).ConfigureAwait(false);
        run.Report.Plan(database.Id, plan, policy);
        return ExitCode.Done;
    }

    public static async Task<int> ScriptAsync(Invocation run, CancellationToken cancellationToken)
    {
        if (TenantSources.AreNamed(run))
            throw new SchemaSyncException([Invocation.Usage("a script is for one database, not for --tenants: pass --connection",
                "script")]);
        _ = run.Execution.Policy;
        var target = await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false);
        var script = await run.Engine.ScriptAsync(run.Sources.Database, target, Wanted(run), cancellationToken).ConfigureAwait(false);
        if (run.Get(Options.Output) is { Length: > 0 } path)
        {
            await run.WriteAsync(path, script, cancellationToken).ConfigureAwait(false);
            run.Report.Written(path, "the script");
        }
        else run.Terminal.Data(script);

        return ExitCode.Done;
    }

    private static async Task<(TenantContext Database, Plan Plan)> MakeAsync(Invocation run, CancellationToken cancellationToken)
    {
        var target = await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false);
        var database = run.Sources.Database;
        return (database, await run.Engine.PlanAsync(database, target, Wanted(run), cancellationToken).ConfigureAwait(false));
    }

    private static PlanOptions Wanted(Invocation run) =>
        new(run.Get(Options.IncludeUnmanaged), Transactional: run.Get(Options.Transactional));
}
