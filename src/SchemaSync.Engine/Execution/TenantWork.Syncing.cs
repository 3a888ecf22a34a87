namespace SchemaSync.Engine.Execution;

/// <summary>Planning and running in one go.</summary>
internal sealed partial class TenantWork
{
    /// <summary>Plans and runs; plans again when another run came between.</summary>
    public Task<ExecutionReport> SyncAsync(Snapshot target, bool execute, ExecutionOptions options, CancellationToken cancellationToken) =>
        SyncAsync(target, execute, options, plan => execute && RunAsProof.Suffices(plan)
            ? Task.FromResult(plan with { Proved = true, ProvedByRun = true })
            : new PlanProof(adapter).ProveAsync(tenant, plan, cancellationToken), cancellationToken);

    /// <summary>The same with another way to prove.</summary>
    public async Task<ExecutionReport> SyncAsync(Snapshot target, bool execute, ExecutionOptions options,
        Func<Plan, Task<Plan>> prove, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (plan, unmanaged, present) =
                await PlanAsync(target, new PlanOptions(options.IncludeUnmanaged, Transactional: options.Transactional), prove,
                    cancellationToken).ConfigureAwait(false);
            if (execute && present.LedgerFault is not null) throw present.LedgerFault;
            if (!execute || (plan.IsEmpty && !present.IsUnfinished))
                return new()
                {
                    Tenant = tenant.Id,
                    Outcome = plan.IsEmpty ? Outcome.NothingToDo : Outcome.Planned,
                    Plan = plan,
                    Unmanaged = unmanaged,
                };
            try
            {
                if (plan.IsEmpty)
                    return await new Executor(adapter, toolVersion).SettleAsync(tenant, plan, options,
                        cancellationToken).ConfigureAwait(false);
                options.Planned?.Report(new(tenant.Id, plan));
                return await new Executor(adapter, toolVersion).RunAsync(tenant, plan, options, LedgerEntry.Sync,
                    cancellationToken).ConfigureAwait(false);
            }
            catch (SchemaSyncException e) when (attempt < Attempts && e.Diagnostics is [{ Entry.Code: "SSY0502" }])
            {
                // Another run, or a person, changed the schema between plan and lock: the next plan starts from what is there now.
            }
            catch (SchemaSyncException e) when (plan.ProvedByRun && IsOfPlan(e))
            {
                // Nothing stayed; a scratch copy tells better what is wrong with the target.
                await new PlanProof(adapter).ProveAsync(tenant, plan, cancellationToken).ConfigureAwait(false);
                throw;
            }
        }
    }

    private static bool IsOfPlan(SchemaSyncException failure) => failure.Diagnostics.Any(d =>
        d.Entry == ExecutionDiagnostics.StatementFailed || d.Entry == ExecutionDiagnostics.EndDiffers
        || d.Entry == InspectionDiagnostics.BrokenBody);

    /// <summary>
    /// The same where it is likely that there is something to do, and that the plan is proved: the tenant is read once, under the lock, on
    /// the session that runs the plan.
    /// </summary>
    /// <returns>Null where that has to be found out in the ordinary way: another run is at work, or more has to be looked at.</returns>
    /// <exception cref="SchemaSyncException">As for running a plan.</exception>
    public Task<ExecutionReport?> SyncAtOnceAsync(Snapshot target, ExecutionOptions options, Func<Plan, Task<Plan>> prove,
        CancellationToken cancellationToken) =>
        new Executor(adapter, toolVersion).RunAtOnceAsync(tenant, async session =>
        {
            var present = await PresentState.ReadAsync(adapter, tenant, session, cancellationToken).ConfigureAwait(false);
            // A run that died has to be settled, and what is SQL alone only the ledger knows.
            if (present.LedgerFault is not null || present.IsUnfinished || tenant.With(present.Ours) != tenant
                || present.Snapshot.Objects.Concat(target.Objects).Any(o => o is SqlObject)) return null;
            var (plan, scope) = await PlanAsync(present, target, new(options.IncludeUnmanaged, Transactional: options.Transactional),
                cancellationToken).ConfigureAwait(false);
            if (tenant.With(plan.From, plan.To) != tenant) return null;
            plan = plan with { Hazards = [.. plan.Hazards,
                .. await FindFaultsAsync(session, present, plan, cancellationToken).ConfigureAwait(false)] };
            var proving = prove(plan);
            // What takes its time may find that others have changed the tenant by hand meanwhile.
            return !proving.IsCompletedSuccessfully ? null
                : new(Proved(plan, await proving.ConfigureAwait(false)), present.Snapshot, scope.Outside(present.Snapshot));
        }, options, cancellationToken);
}
