namespace SchemaSync.Cli.Verbs;

/// <summary>One verb over many databases.</summary>
internal static class TenantVerbs
{
    public static async Task<int> ListAsync(Invocation run, CancellationToken cancellationToken)
    {
        if (run.Has(Options.Target))
            return await ValidateAsync(run, await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        return Print(run, await new TenantFleet(run.Engine).ReadAsync(TenantSources.Of(run), run.Get(Options.Parallel), cancellationToken)
            .ConfigureAwait(false), differs: ExitCode.Done);
    }

    public static async Task<int> ValidateAsync(Invocation run, SchemaTarget target, CancellationToken cancellationToken)
    {
        var report = await new TenantFleet(run.Engine).ValidateAsync(TenantSources.Of(run), target, Looking(run),
            cancellationToken).ConfigureAwait(false);
        return Print(run, report, differs: ExitCode.Differs);
    }

    public static async Task<int> PlanAsync(Invocation run, SchemaTarget target, CancellationToken cancellationToken)
    {
        if (run.Get(Options.Output) is { Length: > 0 })
            throw new SchemaSyncException([Invocation.Usage("--output saves the plan of one database, not of --tenants", "plan")]);
        var report =
            await LookAsync(run, TenantSources.Of(run), target, cancellationToken).ConfigureAwait(false);
        ShowPlans(run, report);
        return Print(run, report, differs: ExitCode.Done);
    }

    public static async Task<int> SyncAsync(Invocation run, SchemaTarget target,
        ExecutionOptions options, CancellationToken cancellationToken)
    {
        var tenants = TenantSources.Of(run);
        if (!run.Get(Options.Yes))
        {
            var looked = await LookAsync(run, tenants, target, cancellationToken).ConfigureAwait(false);
            var differing = looked.Count(TenantState.Differs);
            if (differing == 0) return Print(run, looked, differs: ExitCode.Done);
            ShowPlans(run, looked);
            await SyncVerb.AskAsync(run, $"Bring {differing} of {looked.Tenants.Count} tenants to the target?", $"{differing} tenants",
                cancellationToken).ConfigureAwait(false);
            // What was shown is not shown again.
            options = options with { Planned = null };
        }

        return await SyncAsync(run, tenants, target, options, FleetSettings.Of(run), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Makes the tenants that are not there, and brings all of them to the target.</summary>
    public static async Task<int> CreateAsync(Invocation run, SchemaTarget target, CancellationToken cancellationToken)
    {
        var tenants = TenantSources.Of(run);
        var seed = run.Get(Options.Seed) is { Length: > 0 } path
            ? await TenantSeed.LoadAsync(path, cancellationToken).ConfigureAwait(false) : null;
        if (!run.Get(Options.Yes))
        {
            var count = (await tenants.ListAsync(cancellationToken).ConfigureAwait(false)).Count;
            await SyncVerb.AskAsync(run, $"Create {count} tenants, as far as they are not there?", $"{count} tenants",
                cancellationToken).ConfigureAwait(false);
        }

        return await SyncAsync(run, tenants, target, run.Execution, FleetSettings.Of(run) with { Creates = true, Seed = seed },
            cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> SyncAsync(Invocation run, ITenantDirectory tenants, SchemaTarget target, ExecutionOptions options,
        FleetOptions fleet, CancellationToken cancellationToken)
    {
        try
        {
            return Print(run,
                await new TenantFleet(run.Engine).SyncAsync(tenants, target, execute: true, options with { Progress = null }, fleet,
                    cancellationToken).ConfigureAwait(false), differs: ExitCode.Differs);
        }
        catch (FleetCanceledException e)
        {
            var report = e.Report;
            run.Report.Tenants(report, isCompared: true);
            var state = $"{report.Count(TenantState.Done)} of {report.Tenants.Count} tenants were brought to the target and stay so, "
                + $"{report.Count(TenantState.Failed)} failed or were cut short, {report.Count(TenantState.NotStarted)} were not "
                + "started; run it again to finish";
            return Tell(run, Invocation.Cancelled(run.Verb, state), ExitCode.Error);
        }
    }

    private static void ShowPlans(Invocation run, FleetReport report)
    {
        if (!run.Report.ShowsPlansOfTenants) return;
        foreach (var shape in report.Shapes.Where(s => s.First().Plan is not null))
            run.Report.Plan($"{shape.First().Tenant}{(shape.Count() > 1 ? $" (and {shape.Count() - 1} alike)" : "")}",
                shape.First().Plan!, run.Execution.Policy);
    }

    private static Task<FleetReport> LookAsync(Invocation run, ITenantDirectory tenants, SchemaTarget target,
        CancellationToken cancellationToken) =>
        new TenantFleet(run.Engine).SyncAsync(tenants, target, execute: false,
            new() { IncludeUnmanaged = run.Get(Options.IncludeUnmanaged), Transactional = run.Get(Options.Transactional) },
            Looking(run), cancellationToken);

    // Looking harms nobody: no canary, no stop.
    private static FleetOptions Looking(Invocation run) => new() { Parallelism = run.Get(Options.Parallel), Canaries = 0, StopAfter = 0 };

    private static int Print(Invocation run, FleetReport report, int differs)
    {
        var isCompared = run.Verb != "tenants" || run.Has(Options.Target);
        if (run.Get(Options.Shape)) run.Report.Shapes(report, isCompared);
        else run.Report.Tenants(report, isCompared);
        var failed = report.Count(TenantState.Failed);
        if (failed == 0) return report.Count(TenantState.Differs) > 0 ? differs : ExitCode.Done;
        var summary = Diagnostic.Of(BuildDiagnostics.TenantsFailed, $"{failed}", $"{report.Tenants.Count}",
            $"{report.Count(TenantState.NotStarted)}");
        return Tell(run, summary, ExitCode.SomeTenantsFailed);
    }

    private static int Tell(Invocation run, Diagnostic summary, int exitCode)
    {
        // A document has said so already.
        if (run.Report.IsOneDocument) run.Terminal.Error($"schemasync: error {summary}");
        else run.Report.Failure([summary]);
        return exitCode;
    }
}
