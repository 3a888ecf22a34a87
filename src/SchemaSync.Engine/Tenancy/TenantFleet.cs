using System.Diagnostics;

namespace SchemaSync.Engine;

/// <summary>
/// Runs one target over many tenants. The target is normalised once, and one proof serves all tenants that are in one state.
/// A run that was stopped is resumed by running it again: tenants that are done are equal, and equal tenants cost one reading.
/// </summary>
public sealed class TenantFleet(SchemaSyncEngine engine)
{
    /// <summary>Brings every tenant to the target; with <paramref name="execute"/> false, says which differ and how.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the target itself is refused. What fails on one tenant is in its result.</exception>
    public async Task<FleetReport> SyncAsync(IReadOnlyList<TenantContext> tenants, SchemaTarget target, bool execute, ExecutionOptions options, FleetOptions fleet, CancellationToken cancellationToken = default)
    {
        if (tenants.Count == 0) return new([]);
        var wanted = await NormalizeAsync(tenants[0], target, cancellationToken).ConfigureAwait(false);
        var proofs = new SharedProofs();
        return await RunAsync(tenants, fleet, tenant => SyncAsync(tenant, wanted, execute, options, proofs, cancellationToken), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares every tenant with the target; read-only, and without a plan. A tenant that differs is no failure, and carries its findings (10xx).</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the target itself is refused. What fails on one tenant is in its result.</exception>
    public async Task<FleetReport> ValidateAsync(IReadOnlyList<TenantContext> tenants, SchemaTarget target, FleetOptions fleet, CancellationToken cancellationToken = default)
    {
        if (tenants.Count == 0) return new([]);
        var wanted = await NormalizeAsync(tenants[0], target, cancellationToken).ConfigureAwait(false);
        return await RunAsync(tenants, fleet, tenant =>
        {
            var adapter = engine.Adapters.For(tenant.Provider);
            return Edge.RunAsync(adapter, tenant, async () =>
            {
                var validation = await new TenantWork(adapter, tenant, engine.ToolVersion).ValidateAsync(wanted, target.Locations, engine.RepairCommand, engine.FormStore, cancellationToken).ConfigureAwait(false);
                return new TenantResult(tenant.Id, validation.IsEqual ? TenantState.Equal : TenantState.Differs, validation.Diff.From.Fingerprint, null, validation.Diagnostics, default);
            });
        }, cancellationToken).ConfigureAwait(false);
    }

    private Task<Snapshot> NormalizeAsync(TenantContext first, SchemaTarget target, CancellationToken cancellationToken)
    {
        var adapter = engine.Adapters.For(first.Provider);
        return Edge.RunAsync(adapter, first, () => engine.NormalForms(adapter).OfAsync(first, target, cancellationToken));
    }

    private Task<TenantResult> SyncAsync(TenantContext tenant, Snapshot wanted, bool execute, ExecutionOptions options, SharedProofs proofs, CancellationToken cancellationToken)
    {
        var adapter = engine.Adapters.For(tenant.Provider);
        return Edge.RunAsync(adapter, tenant, async () =>
        {
            Task<Plan> Prove(Plan plan) => proofs.ProveAsync(plan, p => Edge.RunAsync(adapter, tenant, () => new PlanProof(adapter).ProveAsync(tenant, p, cancellationToken)));
            var report = await new TenantWork(adapter, tenant, engine.ToolVersion).SyncAsync(wanted, execute, options, Prove, cancellationToken).ConfigureAwait(false);
            var state = report.Outcome switch { Outcome.NothingToDo => TenantState.Equal, Outcome.Planned => TenantState.Differs, _ => TenantState.Done };
            return new TenantResult(tenant.Id, state, report.Plan.From.Fingerprint, state == TenantState.Equal ? null : report.Plan, [.. report.Plan.Hazards.Select(h => h.Diagnostic).Where(d => d.Entry == ExecutionDiagnostics.LedgerNotRead)], default);
        });
    }

    /// <summary>Canaries one by one, then the rest in parallel, until too many failed.</summary>
    /// <exception cref="FleetCanceledException">It was cancelled; with what was done by then.</exception>
    internal static async Task<FleetReport> RunAsync(IReadOnlyList<TenantContext> tenants, FleetOptions options, Func<TenantContext, Task<TenantResult>> work, CancellationToken cancellationToken)
    {
        var run = new FleetRun(tenants, options, work);
        try
        {
            return await RunAsync(run, tenants.Count, options, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new FleetCanceledException(run.Report(), e);
        }
    }

    private static async Task<FleetReport> RunAsync(FleetRun run, int tenants, FleetOptions options, CancellationToken cancellationToken)
    {
        var canaries = Math.Clamp(options.Canaries, 0, tenants);
        for (var i = 0; i < canaries; i++)
        {
            if (!await run.StepAsync(i, cancellationToken).ConfigureAwait(false)) return run.Report();
        }

        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, options.Parallelism), CancellationToken = cancellationToken };
        await Parallel.ForAsync(canaries, tenants, parallel, async (i, token) =>
        {
            if (!run.IsStopped) await run.StepAsync(i, token).ConfigureAwait(false);
        }).ConfigureAwait(false);
        return run.Report();
    }

    private sealed class FleetRun(IReadOnlyList<TenantContext> tenants, FleetOptions options, Func<TenantContext, Task<TenantResult>> work)
    {
        private readonly TenantResult?[] _results = new TenantResult?[tenants.Count];
        private readonly Stopwatch _clock = Stopwatch.StartNew();
        private int _failures;
        private int _done;

        public bool IsStopped => options.StopAfter > 0 && Volatile.Read(ref _failures) >= options.StopAfter;

        /// <returns>Whether the tenant went well.</returns>
        public async Task<bool> StepAsync(int index, CancellationToken cancellationToken)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tenant = tenants[index];
            var started = _clock.Elapsed;
            TenantResult result;
            try
            {
                result = await work(tenant).ConfigureAwait(false);
            }
            catch (SchemaSyncException e)
            {
                Interlocked.Increment(ref _failures);
                result = new(tenant.Id, TenantState.Failed, null, null, e.Diagnostics.ToEquatableArray(), default);
            }
            catch (RunCanceledException e)
            {
                _results[index] = new(tenant.Id, TenantState.Failed, null, null, [Diagnostic.Of(BuildDiagnostics.Cancelled, $"the run on {tenant.Id}") with { State = e.State.ToString() }], _clock.Elapsed - started);
                throw;
            }

            _results[index] = result = result with { Elapsed = _clock.Elapsed - started };
            options.Progress?.Report(new(Interlocked.Increment(ref _done), tenants.Count, result, _clock.Elapsed));
            return result.State != TenantState.Failed;
        }

        public FleetReport Report() =>
            new([.. _results.Select((r, i) => r ?? new TenantResult(tenants[i].Id, TenantState.NotStarted, null, null, [], default))]);
    }
}
