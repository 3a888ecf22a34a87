using System.Runtime.ExceptionServices;

namespace SchemaSync.Engine.Execution;

/// <summary>Runs one plan on one tenant: policy, lock, start check, data checks, steps, end check, ledger.</summary>
internal sealed class Executor(DatabaseAdapter adapter, string toolVersion)
{
    // Whoever cancelled waits for the end; else the server may need a moment to come back.
    private static readonly TimeSpan Brief = TimeSpan.FromSeconds(1), Patient = TimeSpan.FromSeconds(3);

    /// <summary>Runs the plan, or finds that another run did.</summary>
    /// <exception cref="SchemaSyncException">SSY0401, SSY05xx, SSY0204, SSY0215: refused or failed;
    /// once it had begun, the last diagnostic tells what stays.</exception>
    /// <exception cref="RunCanceledException">It was cancelled after it had begun.</exception>
    public async Task<ExecutionReport> RunAsync(TenantContext tenant, Plan plan,
        ExecutionOptions options, string action, CancellationToken cancellationToken)
    {
        if (plan.IsEmpty) return new() { Tenant = tenant.Id, Outcome = Outcome.NothingToDo, Plan = plan };
        Admission.Check(tenant, plan, options.Policy);
        var run = new PlanRun(adapter, tenant, plan, options, plan.IsRevert ? LedgerEntry.Revert : action, toolVersion);
        try
        {
            return await RunLockedAsync(run, tenant, options, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (run.HasStarted)
        {
            return await EndAsync(tenant, run, e).ConfigureAwait(false);
        }
    }

    /// <summary>Plans under the lock, on the session that then runs the plan.</summary>
    /// <returns>Null where there is no plan for that, or where the lock is not free.</returns>
    /// <exception cref="SchemaSyncException">As for running a plan.</exception>
    public async Task<ExecutionReport?> RunAtOnceAsync(TenantContext tenant, Func<DatabaseSession, Task<LockedPlan?>> plan,
        ExecutionOptions options, CancellationToken cancellationToken)
    {
        PlanRun? run = null;
        try
        {
            var session = await adapter.OpenAsync(tenant, SessionAccess.Write, cancellationToken).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            await using (session.Runner.ConfigureAwait(false))
            {
                using var telling = new Telling(session.Runner, options.Waited);
                await session.Runner.LockAsync(TimeSpan.Zero, cancellationToken).ConfigureAwait(false);
                if (await plan(session).ConfigureAwait(false) is not { } made) return null;
                if (made.Plan.IsEmpty)
                    return new() { Tenant = tenant.Id, Outcome = Outcome.NothingToDo, Plan = made.Plan, Unmanaged = made.Unmanaged };
                options.Planned?.Report(new(tenant.Id, made.Plan));
                Admission.Check(tenant, made.Plan, options.Policy);
                run = new(adapter, tenant, made.Plan, options, LedgerEntry.Sync, toolVersion) { Seen = made.Seen };
                return await run.RunAsync(session, cancellationToken).ConfigureAwait(false);
            }
        }
        catch (SchemaSyncException e) when (run is null && e.Diagnostics.All(d => d.Entry == ExecutionDiagnostics.Locked))
        {
            return null;
        }
        catch (Exception e) when (run is { HasStarted: true })
        {
            return await EndAsync(tenant, run, e).ConfigureAwait(false);
        }
    }

    /// <summary>Says how a run ended that had begun and threw; by now its session is closed, or was given up.</summary>
    private async Task<ExecutionReport> EndAsync(TenantContext tenant, PlanRun run, Exception e)
    {
        var state = run.StateAfter(e);
        if (await RecordFailureAsync(tenant, run, e is OperationCanceledException ? Brief : Patient).ConfigureAwait(false) is { } done)
            return done;
        if (e is OperationCanceledException cancelled) throw new RunCanceledException(state, cancelled);
        var diagnostics = e is SchemaSyncException known ? known.Diagnostics
            : adapter.Explain(tenant, e) is { } explained ? [explained]
            : null;
        if (diagnostics is null) ExceptionDispatchInfo.Throw(e);
        throw new SchemaSyncException([.. diagnostics.SkipLast(1), diagnostics[^1] with { State = state.ToString() }],
            e) { State = state };
    }

    /// <summary>Corrects the ledger where nothing is left to do, but a run died before
    /// it could say so. One that is alive is waited for.</summary>
    public Task<ExecutionReport> SettleAsync(TenantContext tenant, Plan plan, ExecutionOptions options,
        CancellationToken cancellationToken) =>
        RunLockedAsync(new PlanRun(adapter, tenant, plan, options, LedgerEntry.Sync, toolVersion), tenant, options, cancellationToken);

    private async Task<ExecutionReport> RunLockedAsync(PlanRun run, TenantContext tenant,
        ExecutionOptions options, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant.With(run.States), SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        await using (session.Runner.ConfigureAwait(false))
        {
            using var telling = new Telling(session.Runner, options.Waited);
            await session.Runner.LockAsync(options.LockTimeout, cancellationToken).ConfigureAwait(false);
            return await run.RunAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<ExecutionReport?> RecordFailureAsync(TenantContext tenant, PlanRun run, TimeSpan limit)
    {
        using var late = new CancellationTokenSource(limit);
        try
        {
            var session = await adapter.OpenAsync(tenant, SessionAccess.Write, late.Token).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            await using (session.Runner.ConfigureAwait(false))
            {
                await session.Runner.LockAsync(TimeSpan.FromSeconds(5), late.Token).ConfigureAwait(false);
                return await run.RecordFailureAsync(session, late.Token).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is SchemaSyncException or OperationCanceledException || adapter.Explain(tenant, e) is not null)
        {
            // The row is for the record; a database that cannot take it now must not hide why the run failed.
            return null;
        }
    }

    /// <summary>Tells at its end, whatever that is, how long a run has waited for locks.</summary>
    private readonly struct Telling(MigrationRunner runner, IProgress<TimeSpan>? waited) : IDisposable
    {
        public void Dispose() => waited?.Report(runner.Waited);
    }
}

/// <summary>A proved plan that was made under the lock.</summary>
/// <param name="Plan">The plan.</param>
/// <param name="Seen">All that was read for it, a moment ago.</param>
/// <param name="Unmanaged">What it leaves alone.</param>
internal sealed record LockedPlan(Plan Plan, Snapshot Seen, EquatableArray<ObjectId> Unmanaged);
