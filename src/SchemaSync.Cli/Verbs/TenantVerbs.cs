using SchemaSync.Cli.Reports;

namespace SchemaSync.Cli.Verbs;

/// <summary>One verb over many databases: the canary first, then some at once, until too many have failed.</summary>
internal static class TenantVerbs
{
    private const string NotStarted = "not started";

    private delegate Task<TenantResult> Work(TenantContext tenant, CancellationToken cancellationToken);

    public static async Task<int> ListAsync(Invocation run, CancellationToken cancellationToken)
    {
        if (run.Has(Options.Target)) return await ValidateAsync(run, await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false), cancellationToken).ConfigureAwait(false);
        var results = await ForEachAsync(run, async (tenant, token) =>
        {
            var snapshot = await run.Engine.SnapshotAsync(tenant, token).ConfigureAwait(false);
            return new TenantResult(tenant.Id, "schema " + snapshot.Fingerprint.Short, 0, default);
        }, stopAfter: 0, cancellationToken).ConfigureAwait(false);
        return Print(run, results);
    }

    public static async Task<int> ValidateAsync(Invocation run, SchemaTarget target, CancellationToken cancellationToken) =>
        Print(run, await ForEachAsync(run, async (tenant, token) =>
        {
            var validation = await run.Engine.ValidateAsync(tenant, target, token).ConfigureAwait(false);
            return new(tenant.Id, validation.IsEqual ? "equal" : "differs", validation.Diff.Changes.Count, validation.Diagnostics);
        }, stopAfter: 0, cancellationToken).ConfigureAwait(false));

    public static async Task<int> PlanAsync(Invocation run, SchemaTarget target, CancellationToken cancellationToken)
    {
        if (run.Get(Options.Output) is { Length: > 0 }) throw new SchemaSyncException([Invocation.Usage("--output saves the plan of one database, not of --tenants", "plan")]);
        var results = await ForEachAsync(run, async (tenant, token) =>
        {
            var plan = await run.Engine.PlanAsync(tenant, target, new(run.Get(Options.IncludeUnmanaged)), token).ConfigureAwait(false);
            return new(tenant.Id, plan.IsEmpty ? "equal" : "planned", plan.Changes.Count, plan.Refused(run.Execution.Policy).Select(h => h.Diagnostic).ToEquatableArray());
        }, stopAfter: 0, cancellationToken).ConfigureAwait(false);
        return Print(run, results);
    }

    public static async Task<int> SyncAsync(Invocation run, SchemaTarget target, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var count = TenantList.Read(run).Count;
        if (!run.Get(Options.Yes)) SyncVerb.Ask(run, $"Bring {count} tenants to the target?", $"{count} tenants");
        return Print(run, await ForEachAsync(run, async (tenant, token) =>
        {
            var report = await run.Engine.SyncTenantAsync(tenant, target, execute: true, options with { Progress = null }, token).ConfigureAwait(false);
            return new(tenant.Id, report.Outcome == Outcome.Done ? "done" : "equal", report.Plan.Changes.Count, default);
        }, run.Get(Options.StopAfter), cancellationToken).ConfigureAwait(false));
    }

    private static async Task<IReadOnlyList<TenantResult>> ForEachAsync(Invocation run, Work work, int stopAfter, CancellationToken cancellationToken)
    {
        var tenants = TenantList.Read(run);
        var results = new TenantResult[tenants.Count];
        var failures = 0;
        async ValueTask One(int i, CancellationToken token)
        {
            if (stopAfter > 0 && Volatile.Read(ref failures) >= stopAfter) results[i] = new(tenants[i].Name, NotStarted, 0, default);
            else results[i] = await TryAsync(tenants[i].Context, work, token).ConfigureAwait(false);
            if (results[i].State is "failed" or "refused") Interlocked.Increment(ref failures);
        }

        var first = run.Has(Options.Canary) ? 1 : 0;
        if (first == 1) await One(0, cancellationToken).ConfigureAwait(false);
        if (failures > 0)
        {
            for (var i = first; i < tenants.Count; i++) results[i] = new(tenants[i].Name, NotStarted, 0, default);
            return results;
        }

        var atOnce = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, run.Get(Options.Parallel)), CancellationToken = cancellationToken };
        await Parallel.ForEachAsync(Enumerable.Range(first, tenants.Count - first), atOnce, One).ConfigureAwait(false);
        return results;
    }

    private static async Task<TenantResult> TryAsync(TenantContext tenant, Work work, CancellationToken cancellationToken)
    {
        try
        {
            return await work(tenant, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e)
        {
            return new(tenant.Id, ExitCode.Of(e.Diagnostics) == ExitCode.Refused ? "refused" : "failed", 0, e.Diagnostics.ToEquatableArray());
        }
    }

    private static int Print(Invocation run, IReadOnlyList<TenantResult> results)
    {
        run.Report.Tenants(results);
        var failed = results.Count(r => r.State is "failed" or "refused");
        if (failed == 0) return results.Any(r => r.State == "differs") ? ExitCode.Differs : ExitCode.Done;
        var summary = Diagnostic.Of(BuildDiagnostics.TenantsFailed, $"{failed}", $"{results.Count}", $"{results.Count(r => r.State == NotStarted)}");
        if (run.Report is not JsonReport) run.Report.Failure([summary]);
        return ExitCode.SomeTenantsFailed;
    }
}
