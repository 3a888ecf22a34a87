namespace SchemaSync.Engine;

/// <summary>The operations on one tenant, with a target that was normalised before: a fleet normalises it once for all.</summary>
internal sealed class TenantWork(DatabaseAdapter adapter, TenantContext tenant, string toolVersion)
{
    private const int Attempts = 3;

    /// <summary>Compares the database with the target; read-only. With a store, what has not moved since it was found equal is not read again.</summary>
    public async Task<Validation> ValidateAsync(Snapshot target, IReadOnlyDictionary<ObjectPath, SourceLocation> locations, string repairCommand, SnapshotStore? store, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var known = KnownEqual.Of(store, adapter, tenant, target, toolVersion);
            var stamp = known is null ? null : await session.Inspector.StampAsync(cancellationToken).ConfigureAwait(false);
            if (stamp is not null && await known!.FindAsync(stamp, cancellationToken).ConfigureAwait(false) is { } alone) return new(new(target, target, [], []), [], alone);
            var present = await PresentState.ReadAsync(session, cancellationToken).ConfigureAwait(false);
            var scope = present.Scope(target, includeUnmanaged: false);
            var diff = Planner.Compare(present.Snapshot, target, scope, present.Dialect);
            var unmanaged = scope.Outside(present.Snapshot);
            if (stamp is not null && diff.IsEmpty) await known!.SaveAsync(stamp, unmanaged, cancellationToken).ConfigureAwait(false);
            var drift = new Drift(locations, $"the database {adapter.DisplayName(tenant)}", repairCommand).Of(diff);
            return new(diff, [.. drift, .. NameClashes.Find(diff.Changes, present.Snapshot, scope, present.Dialect)], unmanaged);
        }
    }

    /// <summary>The plan to the target, and what it leaves alone.</summary>
    public Task<(Plan Plan, EquatableArray<ObjectId> Unmanaged, bool IsUnfinished)> PlanAsync(Snapshot target, PlanOptions options, CancellationToken cancellationToken) =>
        PlanAsync(target, options, plan => new PlanProof(adapter).ProveAsync(tenant, plan, cancellationToken), cancellationToken);

    /// <summary>The same with another way to prove: a fleet proves each distinct plan once.</summary>
    public async Task<(Plan Plan, EquatableArray<ObjectId> Unmanaged, bool IsUnfinished)> PlanAsync(Snapshot target, PlanOptions options, Func<Plan, Task<Plan>> prove, CancellationToken cancellationToken)
    {
        var present = await PresentState.ReadAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        var scope = present.Scope(target, options.IncludeUnmanaged);
        var plan = Planner.Plan(present.Snapshot, target, scope, present.Dialect, options.Transactional);
        if (target.Objects.IsEmpty && !plan.IsEmpty)
        {
            var count = plan.From.Objects.Count == 1 ? "1 object" : $"{plan.From.Objects.Count} objects";
            plan = plan with { Hazards = [.. plan.Hazards, new Hazard(Diagnostic.Of(Hazards.DropsEverything, adapter.DisplayName(tenant), count))] };
        }

        if (!options.IncludeUnmanaged) plan = plan with { Hazards = [.. plan.Hazards, .. present.DropsOfOthers(plan).Select(d => new Hazard(Diagnostic.Of(Hazards.DropsOfOthers, d.Id.ToString(), d.Table.Value)))] };
        plan = options.Prove ? await prove(plan).ConfigureAwait(false) : plan with { Hazards = [.. plan.Hazards, new Hazard(Diagnostic.Of(Hazards.Unproven, tenant.Id))] };
        return (plan, scope.Outside(present.Snapshot), present.IsUnfinished);
    }

    /// <summary>Runs a plan that was made before.</summary>
    public async Task<ExecutionReport> ApplyAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken)
    {
        // Looked at without the lock first: a plan that was run already must not make anyone wait.
        var present = await PresentState.ReadAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        var scope = ManagedScope.Of(present.Dialect, plan.From, plan.To);
        var state = plan.To.Settle(scope.Restrict(present.Snapshot));
        var target = plan.To.State();
        if (state.Unsupported.IsEmpty && Differ.Compare(state, target, present.Dialect).IsEmpty)
            return new() { Tenant = tenant.Id, Outcome = Outcome.NothingToDo, Plan = plan, Unmanaged = scope.Outside(present.Snapshot) };
        if (state.Fingerprint != plan.From.Fingerprint)
            throw new SchemaSyncException(ExecutionDiagnostics.StalePlan, adapter.DisplayName(tenant), state.Fingerprint.Short, plan.From.Fingerprint.Short);
        return await new Executor(adapter, toolVersion).RunAsync(tenant, plan, options, LedgerEntry.Apply, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Plans and runs; plans again when another run came between.</summary>
    public Task<ExecutionReport> SyncAsync(Snapshot target, bool execute, ExecutionOptions options, CancellationToken cancellationToken) =>
        SyncAsync(target, execute, options, plan => new PlanProof(adapter).ProveAsync(tenant, plan, cancellationToken), cancellationToken);

    /// <summary>The same with another way to prove.</summary>
    public async Task<ExecutionReport> SyncAsync(Snapshot target, bool execute, ExecutionOptions options, Func<Plan, Task<Plan>> prove, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var (plan, unmanaged, isUnfinished) = await PlanAsync(target, new PlanOptions(options.IncludeUnmanaged, Transactional: options.Transactional), prove, cancellationToken).ConfigureAwait(false);
            if (!execute || (plan.IsEmpty && !isUnfinished))
                return new() { Tenant = tenant.Id, Outcome = plan.IsEmpty ? Outcome.NothingToDo : Outcome.Planned, Plan = plan, Unmanaged = unmanaged };
            try
            {
                if (plan.IsEmpty) return await new Executor(adapter, toolVersion).SettleAsync(tenant, plan, options, cancellationToken).ConfigureAwait(false);
                return await new Executor(adapter, toolVersion).RunAsync(tenant, plan, options, LedgerEntry.Sync, cancellationToken).ConfigureAwait(false);
            }
            catch (SchemaSyncException e) when (attempt < Attempts && e.Diagnostics is [{ Entry.Code: "SSY0502" }])
            {
                // Another run, or a person, changed the schema between plan and lock: the next plan starts from what is there now.
            }
        }
    }
}
