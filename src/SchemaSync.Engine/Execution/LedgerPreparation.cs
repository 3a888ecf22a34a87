namespace SchemaSync.Engine.Execution;

/// <summary>
/// What comes before a run may write to the ledger: to find it, and to make the tables that many tenants share, in a transaction of its
/// own, for which nobody waits longer than that takes.
/// </summary>
internal static class LedgerPreparation
{
    /// <summary>Prepares the ledger of a tenant.</summary>
    /// <exception cref="SchemaSyncException">SSY0518: it cannot be read. SSY0612: it cannot be made.</exception>
    public static async Task RunAsync(DatabaseAdapter adapter, TenantContext tenant, DatabaseSession session,
        CancellationToken cancellationToken)
    {
        if (await new LedgerReader(adapter, tenant, session).IsThereAsync(cancellationToken).ConfigureAwait(false)) return;
        var tables = session.Ledger;
        if (tables.Prepare.Count == 0) return;
        try
        {
            await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
            foreach (var sql in tables.Prepare)
                await LedgerCommand.RunUnseenAsync(session, sql, cancellationToken).ConfigureAwait(false);
            await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (adapter.Explain(tenant, e) is { } refused && refused.Entry == InspectionDiagnostics.NoPermission)
        {
            throw new SchemaSyncException([Diagnostic.Of(TenancyDiagnostics.NoSharedLedger, adapter.DisplayName(tenant),
                e.Message.Split('\n')[0].TrimEnd('.', '\r'), tables.Advice)], e);
        }
    }
}
