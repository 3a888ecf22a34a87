namespace SchemaSync.Engine.Execution;

/// <summary>
/// Takes one tenant away: empties its place by a plan like any other, which is proved and told to the ledger, and drops the place when
/// nothing is left in it. What no run of ours made and nobody declared is never dropped along; what tenants of a database share stays.
/// </summary>
internal sealed class TenantRemoval(DatabaseAdapter adapter, TenantContext tenant, string toolVersion)
{
    /// <summary>The plan that empties it, not proved where there is nothing in it.</summary>
    /// <param name="declared">What is ours as well, whoever made it; null for nothing.</param>
    /// <param name="cancellationToken">Ends the work.</param>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0213, SSY0239: it is not there. SSY0518: nobody can tell what is ours. SSY0527,
    /// SSY0613: it holds something of others, or something of theirs uses it.</exception>
    public async Task<Plan> PlanAsync(Snapshot? declared, CancellationToken cancellationToken)
    {
        var held = await HeldAsync(cancellationToken).ConfigureAwait(false);
        // A database that is one tenant's goes with everything in it.
        var whole = tenant.SharesDatabase ? tenant : adapter.Whole(tenant);
        var present = await PresentState.ReadAsync(adapter, whole, cancellationToken).ConfigureAwait(false);
        if (present.LedgerFault is not null) throw present.LedgerFault;
        var none = present.Snapshot.Empty();
        var scope = ManagedScope.For(present.Dialect, declared ?? none, present.Ours);
        var others = scope.Outside(present.Snapshot).Where(id => !IsShared(id)).Select(id => id.ToString()).Concat(held).ToList();
        if (others.Count > 0) throw OfOthers(others);
        var ours = scope.Restrict(present.Snapshot);
        var target = none.With(ours.Objects.Where(o => IsShared(ObjectId.Of(o))));
        var plan = Planner.Plan(present.Snapshot, target, scope, present.Dialect) with { Tool = toolVersion };
        if (plan.IsEmpty) return plan;
        await RequireAsync(whole, plan, cancellationToken).ConfigureAwait(false);
        return await new PlanProof(adapter).ProveAsync(whole, plan, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs that plan, and drops the place.</summary>
    /// <exception cref="SchemaSyncException">SSY05xx: the plan was refused or failed. SSY0613: something came meanwhile. SSY0614: others
    /// use the place.</exception>
    public async Task<ExecutionReport> RunAsync(Plan plan, ExecutionOptions options, CancellationToken cancellationToken)
    {
        // Whoever wants the tenant gone wants what it holds gone.
        options = options with { Policy = new([.. plan.Refused(PlanPolicy.Strict).Select(h => h.Code).Distinct()]) };
        var report = plan.IsEmpty ? new() { Tenant = tenant.Id, Outcome = Outcome.Done, Plan = plan }
            : await new Executor(adapter, toolVersion).RunAsync(tenant.With(plan.From, plan.To), plan, options, LedgerEntry.Sync,
                cancellationToken).ConfigureAwait(false);
        var left = await adapter.DropAsync(tenant, options.LockTimeout, cancellationToken).ConfigureAwait(false);
        return left.Count == 0 ? report : throw OfOthers(left);
    }

    private async Task<IReadOnlyList<string>> HeldAsync(CancellationToken cancellationToken)
    {
        var session = await PresentDatabase.OpenAsync(adapter, tenant, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
            return await adapter.HeldByOthersAsync(tenant, session, cancellationToken).ConfigureAwait(false);
    }

    private async Task RequireAsync(TenantContext whole, Plan plan, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(whole, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            await session.Inspector.RefuseCodeOfOthersAsync(plan, cancellationToken).ConfigureAwait(false);
            await ExternalObjects.RequireAsync(session, plan, cancellationToken).ConfigureAwait(false);
        }
    }

    // An extension belongs to a database.
    private bool IsShared(ObjectId id) =>
        tenant.SharesDatabase && (!id.Schema.IsEmpty || id.Kind == ObjectKind.Extension || id.Kind == ObjectKind.Schema);

    private SchemaSyncException OfOthers(IReadOnlyList<string> what)
    {
        const int Most = 10;
        var names = string.Join(", ", what.Take(Most)) + (what.Count > Most ? $" and {what.Count - Most} more" : "");
        return new(TenancyDiagnostics.HoldsOthers, adapter.DisplayName(tenant), names);
    }
}
