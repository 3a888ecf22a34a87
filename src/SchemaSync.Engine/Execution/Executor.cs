namespace SchemaSync.Engine;

/// <summary>Runs one plan on one tenant: policy, lock, start check, data checks, steps, end check, ledger.</summary>
internal sealed class Executor(DatabaseAdapter adapter, string toolVersion)
{
    /// <summary>Runs the plan, or finds that another run did.</summary>
    /// <exception cref="SchemaSyncException">SSY0401, SSY05xx, SSY0204: refused or failed, and rolled back.</exception>
    public async Task<ExecutionReport> RunAsync(TenantContext tenant, Plan plan, ExecutionOptions options, string action, CancellationToken cancellationToken)
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
            // By now the session is closed, and with it everything the run did is rolled back.
            await RecordFailureAsync(tenant, run).ConfigureAwait(false);
            if (e is SchemaSyncException or OperationCanceledException || adapter.Explain(tenant, e) is not { } diagnostic) throw;
            throw new SchemaSyncException([diagnostic], e);
        }
    }

    /// <summary>Corrects the ledger where nothing is left to do, but a run died before it could say so. One that is alive is waited for.</summary>
    public Task<ExecutionReport> SettleAsync(TenantContext tenant, Plan plan, ExecutionOptions options, CancellationToken cancellationToken) =>
        RunLockedAsync(new PlanRun(adapter, tenant, plan, options, LedgerEntry.Sync, toolVersion), tenant, options, cancellationToken);

    private async Task<ExecutionReport> RunLockedAsync(PlanRun run, TenantContext tenant, ExecutionOptions options, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant, SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        await using (session.Runner.ConfigureAwait(false))
        {
            await session.Runner.LockAsync(options.LockTimeout, cancellationToken).ConfigureAwait(false);
            return await run.RunAsync(session, cancellationToken).ConfigureAwait(false);
        }
    }

    private async Task RecordFailureAsync(TenantContext tenant, PlanRun run)
    {
        try
        {
            var session = await adapter.OpenAsync(tenant, SessionAccess.Write, CancellationToken.None).ConfigureAwait(false);
            await using (session.ConfigureAwait(false))
            await using (session.Runner.ConfigureAwait(false))
            {
                await session.Runner.LockAsync(TimeSpan.FromSeconds(5), CancellationToken.None).ConfigureAwait(false);
                await session.Runner.BeginAsync(TransactionMode.Shared, CancellationToken.None).ConfigureAwait(false);
                await run.RecordFailureAsync(session, CancellationToken.None).ConfigureAwait(false);
                await session.Runner.CommitAsync(CancellationToken.None).ConfigureAwait(false);
                await session.Runner.CompleteAsync(CancellationToken.None).ConfigureAwait(false);
            }
        }
        catch (Exception e) when (e is SchemaSyncException || adapter.Explain(tenant, e) is not null)
        {
            // The row is for the record; a database that cannot take it now must not hide why the run failed.
        }
    }
}
