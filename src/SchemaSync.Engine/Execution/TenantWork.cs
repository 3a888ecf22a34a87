namespace SchemaSync.Engine.Execution;

/// <summary>The operations on one tenant, with a target that was normalised before: a fleet normalises it once for all.</summary>
internal sealed partial class TenantWork(DatabaseAdapter adapter, TenantContext tenant, string toolVersion)
{
    private const int Attempts = 3;

    /// <summary>Whether a database or schema that is not there is an error when it is compared: one of a
    /// list is meant to be there, one alone may be made by the first run.</summary>
    public bool MustExist { get; init; }

    /// <summary>What gives the tenant its first rows, where it is new.</summary>
    public EquatableArray<Step> Seed { get; init; }

    /// <summary>Is told of a target that the database is equal to, where there was nothing to say.</summary>
    public Func<KnownEqual, TenantContext, Task>? FoundEqual { get; init; }

    /// <summary>Compares the database with the target; read-only. With a store, what has
    /// not moved since it was found equal is not read again.</summary>
    public async Task<Validation> ValidateAsync(Snapshot target, IReadOnlyDictionary<ObjectId, SourceLocation> locations,
        string repairCommand, SnapshotStore? store, CancellationToken cancellationToken)
    {
        var opening = MustExist
            ? PresentDatabase.OpenAsync(adapter, tenant, cancellationToken)
            : adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken);
        var session = await opening.ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await ValidateAsync(session, target, locations, repairCommand, store, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same on a session that is open.</summary>
    public async Task<Validation> ValidateAsync(DatabaseSession session, Snapshot target,
        IReadOnlyDictionary<ObjectId, SourceLocation> locations, string repairCommand, SnapshotStore? store,
        CancellationToken cancellationToken)
    {
        target = OwnSchema.Leave(target, session.Dialect, adapter.DisplayName(tenant));
        var known = KnownEqual.Of(store, adapter, tenant, target, toolVersion);
        var stamp = known is null ? null : await known.StampAsync(session.Inspector, cancellationToken).ConfigureAwait(false);
        if (stamp is not null && await known!.FindAsync(stamp, cancellationToken).ConfigureAwait(false) is { } alone)
        {
            EquatableArray<Diagnostic> reach = [.. Reach.Of(target, session.Dialect, locations)];
            if (reach.IsEmpty && FoundEqual is not null) await FoundEqual(known, tenant).ConfigureAwait(false);
            return new(new(target, target, [], []), reach, alone);
        }

        var present = await PresentState.ReadAsync(adapter, tenant, session, cancellationToken).ConfigureAwait(false);
        // Runs of ours may have left something in a schema that nobody declares any more.
        if (tenant.With(present.Ours) is var wider && wider != tenant)
            return await new TenantWork(adapter, wider, toolVersion) { MustExist = MustExist }.ValidateAsync(target, locations,
                repairCommand, store, cancellationToken).ConfigureAwait(false);
        return await CompareAsync(present, target, locations, repairCommand, known, stamp, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Compares the database with a snapshot file of which the tables were not read: those that the database holds as well need not be.
    /// </summary>
    /// <returns>Null where the file has to be read whole.</returns>
    /// <exception cref="JsonFormatException">As for <see cref="SnapshotOutline.Resolve"/>.</exception>
    public async Task<Validation?> ValidateAsync(SnapshotOutline outline, IReadOnlyDictionary<ObjectId, SourceLocation> locations,
        string repairCommand, SnapshotStore? store, CancellationToken cancellationToken)
    {
        // What belongs to others has a stamp of its own, which has to be older than what is read.
        if (store is not null && outline.MayNeedOthers) return null;
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            if (outline.Form != session.Dialect.ServerForm) return null;
            var stamp = store is null ? null : await session.Inspector.StampAsync(cancellationToken).ConfigureAwait(false);
            var present = await PresentState.ReadAsync(adapter, tenant, session, cancellationToken).ConfigureAwait(false);
            if (tenant.With(present.Ours) != tenant) return null;
            var (whole, read) = outline.Resolve(present.Snapshot.Objects);
            var target = OwnSchema.Leave(whole.In(session.Dialect, read), session.Dialect, adapter.DisplayName(tenant));
            var known = KnownEqual.Of(store, adapter, tenant, target, toolVersion);
            return await CompareAsync(present, target, locations, repairCommand, known, stamp, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task<Validation> CompareAsync(PresentState present, Snapshot target,
        IReadOnlyDictionary<ObjectId, SourceLocation> locations, string repairCommand, KnownEqual? known, string? stamp,
        CancellationToken cancellationToken)
    {
        var comparison = await Comparison.OfAsync(adapter, tenant, present, target, locations, cancellationToken).ConfigureAwait(false);
        var validation = comparison.Tell(adapter, tenant, repairCommand);
        // What was not looked at must be said every time.
        if (stamp is not null && validation.IsEqual && present.LedgerFault is null)
        {
            await known!.SaveAsync(stamp, validation.Unmanaged, cancellationToken).ConfigureAwait(false);
            if (validation.Diagnostics.IsEmpty && FoundEqual is not null) await FoundEqual(known, tenant).ConfigureAwait(false);
        }

        return validation;
    }

    /// <summary>The plan to the target, and what it leaves alone.</summary>
    public Task<(Plan Plan, EquatableArray<ObjectId> Unmanaged, PresentState Present)> PlanAsync(Snapshot target, PlanOptions options,
        CancellationToken cancellationToken) =>
        PlanAsync(target, options, plan => new PlanProof(adapter).ProveAsync(tenant, plan, cancellationToken), cancellationToken);

    /// <summary>The same with another way to prove: a fleet proves each distinct plan once.</summary>
    public async Task<(Plan Plan, EquatableArray<ObjectId> Unmanaged, PresentState Present)> PlanAsync(Snapshot target, PlanOptions options,
        Func<Plan, Task<Plan>> prove, CancellationToken cancellationToken)
    {
        var present = await PresentState.ReadAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        var (plan, scope) = await PlanAsync(present, target, options, cancellationToken).ConfigureAwait(false);
        if (!plan.IsEmpty)
            plan = plan with
            {
                Hazards = [.. plan.Hazards, .. await LookAroundAsync(present, plan, cancellationToken).ConfigureAwait(false)],
            };
        if (!options.Prove)
            return (plan with { Hazards = [.. plan.Hazards, new Hazard(Diagnostic.Of(Hazards.Unproven, tenant.Id))] },
                scope.Outside(present.Snapshot), present);
        return (Proved(plan, await prove(plan).ConfigureAwait(false)), scope.Outside(present.Snapshot), present);
    }

    /// <summary>The plan from a state that was read, not proved yet.</summary>
    private async Task<(Plan Plan, ManagedScope Scope)> PlanAsync(PresentState present, Snapshot target, PlanOptions options,
        CancellationToken cancellationToken)
    {
        target = OwnSchema.Leave(target, present.Dialect, adapter.DisplayName(tenant));
        var scope = present.Scope(target, options.IncludeUnmanaged);
        if (options.Prove)
            target = await new FixedPoint(adapter, tenant, present.Dialect).OfAsync(present.Snapshot, target, scope,
                cancellationToken).ConfigureAwait(false);
        var plan = Planner.Plan(present.Snapshot, target, scope, present.Dialect, options.Transactional, began: present.Began);
        if (!Seed.IsEmpty && present.IsNewFor(target))
        {
            PlacedHooks.CheckSeed(Seed, plan.To, present.Dialect);
            plan = plan with { Steps = [.. plan.Steps, .. Seed] };
        }

        return (plan with
        {
            Tool = toolVersion,
            Hazards = [.. plan.Hazards, .. HazardsHere(plan, present, options.IncludeUnmanaged),
                .. present.Notes.Select(n => new Hazard(n))],
        }, scope);
    }

    // Tenants of one state share a proof, and not what is said about each of them.
    private static Plan Proved(Plan plan, Plan proved) => proved.Hazards == plan.Hazards ? proved : proved with { Hazards = plan.Hazards };

    /// <summary>A plan from a file, made and proved again for this tenant; one that has nothing to do here is left as it is.</summary>
    /// <exception cref="SchemaSyncException">SSY0519: it is another one. SSY0502, SSY0518: as for applying it.</exception>
    public async Task<Plan> ConfirmAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken)
    {
        if (!plan.IsSaved) return plan;
        var present = await PresentState.ReadAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        return IsDone(plan, present) ? plan : await ConfirmAsync(plan, present, options, cancellationToken).ConfigureAwait(false);
    }

    // What is broken already is said before the first statement, and is no failure of a run that leaves it alone.
    private async Task<IEnumerable<Hazard>> LookAroundAsync(PresentState present, Plan plan, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.Inspector.RefuseCodeOfOthersAsync(plan, cancellationToken).ConfigureAwait(false);
            await ExternalObjects.RequireAsync(session, plan, cancellationToken).ConfigureAwait(false);
            return await FindFaultsAsync(session, present, plan, cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<IEnumerable<Hazard>> FindFaultsAsync(DatabaseSession session, PresentState present, Plan plan,
        CancellationToken cancellationToken)
    {
        if (plan.IsEmpty || !present.Snapshot.Objects.Any(o => o is View)) return [];
        var touched = plan.Changes.Select(c => c.Id).ToHashSet();
        return [.. (await session.Inspector.FindFaultsAsync(cancellationToken).ConfigureAwait(false))
            .Where(f => f.Subject is { } subject && !touched.Contains(subject))
            .Select(f =>
                new Hazard(Diagnostic.Of(Hazards.BrokenBefore, f.Subject!.Value.ToString(),
                    f.Arguments[0]) with { Subject = f.Subject }))];
    }

    /// <summary>Runs a plan that was made before.</summary>
    public async Task<ExecutionReport> ApplyAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken)
    {
        // Looked at without the lock first: a plan that was run already must not make anyone wait.
        var present = await PresentState.ReadAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        if (IsDone(plan, present))
            return new()
            {
                Tenant = tenant.Id,
                Outcome = Outcome.NothingToDo,
                Plan = plan,
                Unmanaged = ManagedScope.Of(present.Dialect, plan.From, plan.To).Outside(present.Snapshot),
            };
        if (plan.IsSaved) plan = await ConfirmAsync(plan, present, options, cancellationToken).ConfigureAwait(false);
        return await new Executor(adapter, toolVersion).RunAsync(tenant, plan, options, LedgerEntry.Apply,
            cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Whether the database is in the plan's end state already.</summary>
    /// <exception cref="SchemaSyncException">SSY0502: it is neither there nor in the
    /// start state. SSY0518: the ledger cannot be read.</exception>
    private bool IsDone(Plan plan, PresentState present)
    {
        if (present.LedgerFault is not null) throw present.LedgerFault;
        var state = plan.To.Settle(ManagedScope.Of(present.Dialect, plan.From, plan.To).Restrict(present.Snapshot));
        if (state.Unsupported.IsEmpty && Differ.Compare(state, plan.To.End(), present.Dialect).IsEmpty) return true;
        return state.Fingerprint == plan.From.Fingerprint ? false
            : throw new SchemaSyncException(ExecutionDiagnostics.StalePlan, adapter.DisplayName(tenant),
                state.Fingerprint.Short, plan.From.Fingerprint.Short);
    }

    private async Task<Plan> ConfirmAsync(Plan saved, PresentState present, ExecutionOptions options, CancellationToken cancellationToken)
    {
        // What whoever made it said of rows is a part of the plan.
        EquatableArray<RevertValue> values = [.. saved.To.Intents.Where(i => i.Sql is not null && !i.IsHook)
            .Select(i => new RevertValue(i.Kind, i.Subject.QualifiedKey, i.Sql!))];
        var made = saved.IsRevert
            ? await new Reverter(adapter).PlanAsync(tenant, values, cancellationToken).ConfigureAwait(false)
            : Planner.Plan(saved.From, saved.To, ManagedScope.Everything, present.Dialect, saved.Transactional, present.Snapshot,
                present.Began);
        made = await new PlanProof(adapter).ProveAsync(tenant, made, cancellationToken).ConfigureAwait(false);
        SavedPlan.Check(saved, made, adapter.DisplayName(tenant), toolVersion);
        made = made with { Tool = saved.Tool };
        return saved.IsRevert ? made : made with { Hazards = [.. made.Hazards, .. HazardsHere(made, present, options.IncludeUnmanaged)] };
    }

    /// <summary>The hazards that depend on the database rather than on the two states.</summary>
    private IEnumerable<Hazard> HazardsHere(Plan plan, PresentState present, bool includeUnmanaged)
    {
        var count = plan.From.Objects.Count == 1 ? "1 object" : $"{plan.From.Objects.Count} objects";
        if (plan.To.Objects.All(o => o is Schema) && plan.From.Objects.Any(o => o is not Schema))
            yield return new(Diagnostic.Of(Hazards.DropsEverything, adapter.DisplayName(tenant), count));
        foreach (var hazard in Reach.Of(plan, present.Dialect).Concat(Reach.OfHooks(plan, present.Dialect))) yield return hazard;
        if (includeUnmanaged) yield break;
        foreach (var drop in present.DropsOfOthers(plan))
            yield return new(Diagnostic.Of(Hazards.DropsOfOthers, drop.Id.ToString(), drop.Table.ToString()));
    }
}
