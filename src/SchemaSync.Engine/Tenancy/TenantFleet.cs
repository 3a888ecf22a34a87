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

    /// <summary>Brings every tenant to the target; with <paramref name="execute"/> false, says which differ and how. Tenants that appear
    /// in the directory meanwhile come last.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the target itself is refused. SSY06xx: the directory does not tell. What fails on one
    /// tenant is in its result.</exception>
    /// <exception cref="FleetCanceledException">It was cancelled; with what was done by then.</exception>
    public async Task<FleetReport> SyncAsync(ITenantDirectory directory, SchemaTarget target, bool execute,
        ExecutionOptions options, FleetOptions fleet, CancellationToken cancellationToken = default)
    {
        var tenants = await ListAsync(directory, cancellationToken).ConfigureAwait(false);
        if (tenants.Count == 0) return new([]);
        var seeds = fleet.Seed is null ? [] : tenants.Select(t => t.Context.Provider).Distinct()
            .ToDictionary(p => p, p => fleet.Seed.Steps(target, engine.Adapters.For(p).OfflineDialect));
        // Somebody has to say what the server makes of the target.
        if (fleet.Creates && execute) await CreateAsync(tenants[0].Context, cancellationToken).ConfigureAwait(false);
        var wanted = await NormalizeAsync(tenants, target, fleet, cancellationToken).ConfigureAwait(false);
        FleetReach.Require([.. tenants.Select(t => t.Context)], wanted, engine.Adapters);
        var (proofs, waits) = (new SharedProofs(), new LockWaits());
        var readings = new SharedReadings(engine, target, wanted, forRuns: true);
        // What stands beside the declared objects matters to a run that takes it for its own.
        if (!options.IncludeUnmanaged)
            await readings.AskAsync(tenants.Select(t => t.Context), fleet.Parallelism, cancellationToken).ConfigureAwait(false);
        return await RunAsync(directory, tenants, wanted, fleet, async tenant =>
        {
            if (await Edge.RunAsync(engine.Adapters.For(tenant.Provider), tenant, target,
                () => readings.FindEqualAsync(tenant, fleet.Seed is not null, cancellationToken)).ConfigureAwait(false) is { } state)
                return new(tenant.Id, TenantState.Equal, state, null, [], default);
            if (fleet.Creates && execute) await CreateAsync(tenant, cancellationToken).ConfigureAwait(false);
            var work = new TenantWork(engine.Adapters.For(tenant.Provider), tenant.With(wanted), engine.ToolVersion)
            {
                Seed = seeds.GetValueOrDefault(tenant.Provider),
            };
            return await SyncAsync(work, tenant, target, wanted, execute, options with { Waited = waits.Of(tenant.Id) }, proofs,
                cancellationToken).ConfigureAwait(false);
        }, cancellationToken, waits).ConfigureAwait(false);
    }

    /// <summary>Compares every tenant with the target; read-only, and without a plan. A tenant that differs is no
    /// failure, and carries its findings (10xx); one that is not there failed.</summary>
    /// <exception cref="SchemaSyncException">SSY02xx: the target itself is refused. SSY06xx: the directory does not tell. What fails on one
    /// tenant is in its result.</exception>
    /// <exception cref="FleetCanceledException">It was cancelled; with what was done by then.</exception>
    public async Task<FleetReport> ValidateAsync(ITenantDirectory directory, SchemaTarget target, FleetOptions fleet,
        CancellationToken cancellationToken = default)
    {
        var tenants = await ListAsync(directory, cancellationToken).ConfigureAwait(false);
        if (tenants.Count == 0) return new([]);
        var wanted = await NormalizeAsync(tenants, target, fleet, cancellationToken).ConfigureAwait(false);
        var readings = new SharedReadings(engine, target, wanted);
        await readings.AskAsync(tenants.Select(t => t.Context), fleet.Parallelism, cancellationToken).ConfigureAwait(false);
        return await RunAsync(directory, tenants, wanted, fleet, tenant =>
            Edge.RunAsync(engine.Adapters.For(tenant.Provider), tenant, target, async () =>
            {
                var validation = await readings.ValidateAsync(tenant, cancellationToken).ConfigureAwait(false);
                return new TenantResult(tenant.Id, validation.IsEqual ? TenantState.Equal : TenantState.Differs,
                    validation.Diff.From.Fingerprint, null, validation.Diagnostics, default);
            }), cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Reads in which state every tenant is; one whose schema cannot be read failed. Of tenants that look alike one is
    /// read.</summary>
    /// <exception cref="SchemaSyncException">SSY06xx: the directory does not tell.</exception>
    public async Task<FleetReport> ReadAsync(ITenantDirectory directory, int parallelism, CancellationToken cancellationToken = default)
    {
        var tenants = await ListAsync(directory, cancellationToken).ConfigureAwait(false);
        var states = new SharedStates(engine);
        await states.AskAsync(tenants.Select(t => t.Context), parallelism, cancellationToken).ConfigureAwait(false);
        var results = new TenantResult[tenants.Count];
        var parallel = new ParallelOptions { MaxDegreeOfParallelism = Math.Max(1, parallelism), CancellationToken = cancellationToken };
        await Parallel.ForAsync(0, results.Length, parallel, async (i, token) =>
            results[i] = await ReadAsync(states, tenants[i].Context, token).ConfigureAwait(false)).ConfigureAwait(false);
        return new(results);
    }

    private async Task<TenantResult> ReadAsync(SharedStates states, TenantContext tenant, CancellationToken cancellationToken)
    {
        try
        {
            var state = await Edge.RunAsync(engine.Adapters.For(tenant.Provider), tenant, () => states.OfAsync(tenant, cancellationToken))
                .ConfigureAwait(false);
            return new(tenant.Id, TenantState.Equal, state, null, [], default);
        }
        catch (SchemaSyncException e)
        {
            return TenantResult.Failed(tenant.Id, e.Diagnostics);
        }
    }

    /// <summary>The tenants of a directory; where several are schemas of one database, it is not theirs alone.</summary>
    private async Task<IReadOnlyList<Tenant>> ListAsync(ITenantDirectory directory, CancellationToken cancellationToken)
    {
        var tenants = await directory.ListAsync(cancellationToken).ConfigureAwait(false);
        if (tenants.All(t => t.Context.Schema is null || t.Context.SharesDatabase)) return tenants;
        var crowded = tenants.Where(t => t.Context.Schema is not null).GroupBy(t => PlaceOf(t, shares: true).Shared)
            .Where(g => g.Key is not null && g.Skip(1).Any()).SelectMany(g => g).ToHashSet();
        return [.. tenants.Select(t => crowded.Contains(t) ? t with { Context = t.Context with { SharesDatabase = true } } : t)];
    }

    private Task<bool> CreateAsync(TenantContext tenant, CancellationToken cancellationToken)
    {
        var adapter = engine.Adapters.For(tenant.Provider);
        return Edge.RunAsync(adapter, tenant, async () =>
        {
            await adapter.CreateAsync(tenant, cancellationToken).ConfigureAwait(false);
            return true;
        });
    }

    /// <summary>The target in server form, from the first tenant that can be asked. One that is gone fails by
    /// itself and not all others, as long as a run goes on after failures.</summary>
    private async Task<Snapshot> NormalizeAsync(IReadOnlyList<Tenant> tenants,
        SchemaTarget target, FleetOptions fleet, CancellationToken cancellationToken)
    {
        // Each may take a whole time limit, and a server that is down is down for all.
        const int MostAsked = 3;
        var asked = Math.Min(tenants.Count, fleet.StopAfter > 0 ? Math.Min(MostAsked, fleet.StopAfter) : MostAsked);
        for (var i = 0; ; i++)
        {
            var tenant = tenants[i].Context;
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

    private Task<TenantResult> SyncAsync(TenantWork work, TenantContext tenant, SchemaTarget target, Snapshot wanted, bool execute,
        ExecutionOptions options, SharedProofs proofs, CancellationToken cancellationToken)
    {
        var adapter = engine.Adapters.For(tenant.Provider);
        return Edge.RunAsync(adapter, tenant, target, async () =>
        {
            Task<Plan> Prove(Plan plan) =>
                proofs.ProveAsync(plan,
                    p => Edge.RunAsync(adapter, tenant, () => new PlanProof(adapter).ProveAsync(tenant, p, cancellationToken)));
            // Once one was brought to the target others are likely to need the same; until then looking disturbs nobody.
            var report = execute && proofs.HaveServed
                ? await work.SyncAtOnceAsync(wanted, options, Prove, cancellationToken).ConfigureAwait(false) : null;
            report ??= await work.SyncAsync(wanted, execute, options, Prove, cancellationToken).ConfigureAwait(false);
            if (report.Outcome == Outcome.Done) proofs.HaveServed = true;
            var state = report.Outcome switch { Outcome.NothingToDo => TenantState.Equal,
                Outcome.Planned => TenantState.Differs, _ => TenantState.Done };
            return new TenantResult(tenant.Id, state, report.Plan.From.Fingerprint, state == TenantState.Equal ? null : report.Plan,
                [.. report.Plan.Hazards.Select(h => h.Diagnostic).Where(d => d.Entry == ExecutionDiagnostics.LedgerNotRead)], default);
        });
    }

    private async Task<FleetReport> RunAsync(ITenantDirectory directory, IReadOnlyList<Tenant> tenants, Snapshot wanted,
        FleetOptions options, Func<TenantContext, Task<TenantResult>> work, CancellationToken cancellationToken, LockWaits? waits = null)
    {
        var shares = TenantContext.SharedSchemas(wanted.Objects).Count > 0;
        var (order, canaries) = FleetOrder.Of(tenants, options, t => PlaceOf(t, shares));
        var run = new FleetRun(ControlOf(options, wanted, canaries), options, work) { Waits = waits };
        try
        {
            await run.RunAsync(order, tenants.Select(t => t.Context), cancellationToken).ConfigureAwait(false);
            return await MeanwhileAsync(run, directory, tenants, order[^1].Stage, cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException e) when (cancellationToken.IsCancellationRequested)
        {
            throw new FleetCanceledException(await run.ReportAsync(CancellationToken.None).ConfigureAwait(false), e);
        }
    }

    /// <summary>Takes those that came while others were at work, and tells those that went from those that failed.</summary>
    private async Task<FleetReport> MeanwhileAsync(FleetRun run, ITenantDirectory directory, IReadOnlyList<Tenant> known, int stage,
        CancellationToken cancellationToken)
    {
        for (; ; )
        {
            var report = await run.ReportAsync(cancellationToken).ConfigureAwait(false);
            if (report.Stopped is not null || report.HadEnded) return report;
            var now = await ListAsync(directory, cancellationToken).ConfigureAwait(false);
            var ids = now.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
            var gone = report.Tenants.Where(t => t.State == TenantState.Failed && !ids.Contains(t.Tenant)).Select(t => t.Tenant).ToList();
            foreach (var tenant in gone) await run.GoneAsync(tenant, cancellationToken).ConfigureAwait(false);
            var there = known.Select(t => t.Id).ToHashSet(StringComparer.Ordinal);
            var come = now.Where(t => !there.Contains(t.Id)).ToList();
            if (come.Count == 0) return gone.Count == 0 ? report : await run.ReportAsync(cancellationToken).ConfigureAwait(false);
            known = [.. known, .. come];
            await run.RunAsync([.. come.Select(t => new StagedTenant(t.Id, stage, PlaceOf(t, shares: false).Server))],
                come.Select(t => t.Context), cancellationToken).ConfigureAwait(false);
        }
    }

    private FleetControl ControlOf(FleetOptions options, Snapshot wanted, int canaries)
    {
        var rules = new FleetRules(canaries, options.StopAfter, options.StopShare, options.PerServer,
            options.Control?.Lease ?? TimeSpan.Zero) { Again = options.Control?.Again ?? false };
        if (options.Control is not { } control) return new MemoryControl(rules);
        var target = wanted.Fingerprint;
        var adapter = engine.Adapters.For(control.Place.Provider);
        return new ControlDatabase(adapter, control.Place, control.Run ?? target.Short, target.Value, rules);
    }

    // A connection string that cannot be read is the failure of its own tenant.
    private (string Server, string? Shared) PlaceOf(Tenant tenant, bool shares)
    {
        var adapter = engine.Adapters.For(tenant.Context.Provider);
        try
        {
            return (adapter.PlaceOf(tenant.Context).Server ?? "", shares ? adapter.OwnPlaceOf(tenant.Context)?.Server : null);
        }
        catch (SchemaSyncException)
        {
            return ("", null);
        }
    }
}
