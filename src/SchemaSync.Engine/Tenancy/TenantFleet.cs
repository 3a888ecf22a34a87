using System.Diagnostics;

namespace SchemaSync.Engine.Tenancy;

/// <summary>
/// Runs one target over many tenants. The target is normalised once, and one proof serves all tenants that are in one state.
/// A run that was stopped is resumed by running it again: tenants that are done are equal, and equal tenants cost one reading.
/// </summary>
public sealed class TenantFleet(SchemaSyncEngine engine)
{
    private static readonly DiagnosticEntry[] OfOneTenant =
        [InspectionDiagnostics.CannotOpen, InspectionDiagnostics.NotADatabase, InspectionDiagnostics.NotAuthenticated,
            InspectionDiagnostics.UnknownDatabase, InspectionDiagnostics.NoPermission];

    /// <summary>Brings every tenant to the target; with <paramref name="execute"/> false, says which differ and how.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the target itself is refused. What fails on one tenant is in its result.</exception>
    public async Task<FleetReport> SyncAsync(IReadOnlyList<TenantContext> tenants, SchemaTarget target, bool execute,
        ExecutionOptions options, FleetOptions fleet, CancellationToken cancellationToken = default)
    {
        if (tenants.Count == 0) return new([]);
        var wanted = await NormalizeAsync(tenants, target, fleet, cancellationToken).ConfigureAwait(false);
        FleetReach.Require(tenants, wanted, engine.Adapters);
        var proofs = new SharedProofs();
        return await RunAsync(tenants, fleet, tenant => SyncAsync(tenant, target, wanted, execute, options, proofs, cancellationToken),
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Compares every tenant with the target; read-only, and without a plan. A tenant that differs is no
    /// failure, and carries its findings (10xx); one that is not there failed.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the target itself is refused. What fails on one tenant is in its result.</exception>
    public async Task<FleetReport> ValidateAsync(IReadOnlyList<TenantContext> tenants, SchemaTarget target, FleetOptions fleet,
        CancellationToken cancellationToken = default)
    {
        if (tenants.Count == 0) return new([]);
        var wanted = await NormalizeAsync(tenants, target, fleet, cancellationToken).ConfigureAwait(false);
        return await RunAsync(tenants, fleet, tenant =>
        {
            var adapter = engine.Adapters.For(tenant.Provider);
            return Edge.RunAsync(adapter, tenant, target, async () =>
            {
                var work = new TenantWork(adapter, tenant.With(wanted), engine.ToolVersion) { MustExist = true };
                var validation =
                    await work.ValidateAsync(wanted, target.Locations, engine.RepairCommand, engine.FormStore,
                        cancellationToken).ConfigureAwait(false);
                return new TenantResult(tenant.Id, validation.IsEqual ? TenantState.Equal : TenantState.Differs,
                    validation.Diff.From.Fingerprint, null, validation.Diagnostics, default);
            });
        }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The target in server form, from the first tenant that can be asked. One that is gone fails by
    /// itself and not all others, as long as a run goes on after failures.</summary>
    private async Task<Snapshot> NormalizeAsync(IReadOnlyList<TenantContext> tenants,
        SchemaTarget target, FleetOptions fleet, CancellationToken cancellationToken)
    {
        // Each may take a whole time limit, and a server that is down is down for all.
        const int MostAsked = 3;
        var asked = Math.Min(tenants.Count, fleet.StopAfter > 0 ? Math.Min(MostAsked, fleet.StopAfter) : MostAsked);
        for (var i = 0; ; i++)
        {
            var tenant = tenants[i];
            var adapter = engine.Adapters.For(tenant.Provider);
            try
            {
                return await Edge.RunAsync(adapter, tenant, target,
                    () => engine.NormalForms(adapter).OfAsync(tenant, target, cancellationToken)).ConfigureAwait(false);
            }
            catch (SchemaSyncException e) when (i + 1 < asked && e.Diagnostics.All(d => OfOneTenant.Contains(d.Entry)))
            {
                // It is asked again when its turn comes, and tells this as its own failure.
            }
        }
    }

    private Task<TenantResult> SyncAsync(TenantContext tenant, SchemaTarget target, Snapshot wanted, bool execute,
        ExecutionOptions options, SharedProofs proofs, CancellationToken cancellationToken)
    {
        var adapter = engine.Adapters.For(tenant.Provider);
        return Edge.RunAsync(adapter, tenant, target, async () =>
        {
            Task<Plan> Prove(Plan plan) =>
                proofs.ProveAsync(plan,
                    p => Edge.RunAsync(adapter, tenant, () => new PlanProof(adapter).ProveAsync(tenant, p, cancellationToken)));
            var report =
                await new TenantWork(adapter, tenant.With(wanted), engine.ToolVersion).SyncAsync(wanted, execute, options, Prove,
                    cancellationToken).ConfigureAwait(false);
            var state = report.Outcome switch { Outcome.NothingToDo => TenantState.Equal,
                Outcome.Planned => TenantState.Differs, _ => TenantState.Done };
            return new TenantResult(tenant.Id, state, report.Plan.From.Fingerprint, state == TenantState.Equal ? null : report.Plan,
                [.. report.Plan.Hazards.Select(h => h.Diagnostic).Where(d => d.Entry == ExecutionDiagnostics.LedgerNotRead)], default);
        });
    }

    /// <summary>Canaries one by one, then the rest in parallel, until too many failed.</summary>
    /// <exception cref="FleetCanceledException">It was cancelled; with what was done by then.</exception>
    internal static async Task<FleetReport> RunAsync(IReadOnlyList<TenantContext> tenants, FleetOptions options,
        Func<TenantContext, Task<TenantResult>> work, CancellationToken cancellationToken)
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

        var parallel = new ParallelOptions
        {
            MaxDegreeOfParallelism = Math.Max(1, options.Parallelism),
            CancellationToken = cancellationToken,
        };
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
                _results[index] = new(tenant.Id, TenantState.Failed, null, null,
                    [Diagnostic.Of(BuildDiagnostics.Cancelled, $"the run on {tenant.Id}") with { State = e.State.ToString() }],
                    _clock.Elapsed - started);
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
