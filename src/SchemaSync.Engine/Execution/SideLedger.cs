using System.Globalization;

namespace SchemaSync.Engine.Execution;

/// <summary>Puts a ledger that nobody can read aside, under other names: nothing of
/// it is lost, and the next run begins a new one.</summary>
internal sealed class SideLedger(DatabaseAdapter adapter, TenantContext tenant)
{
    /// <summary>The new names of its tables; none where there is no ledger, or one that can be read.</summary>
    /// <exception cref="SchemaSyncException">SSY0518: a newer version wrote it, or the
    /// account may not read it, so it is not damaged.</exception>
    public async Task<IReadOnlyList<string>> RunAsync(CancellationToken cancellationToken)
    {
        var faults = await FaultsAsync(cancellationToken).ConfigureAwait(false);
        if (faults.Count == 0) return [];
        if (faults.FirstOrDefault(f => !f.Arguments[2].Contains("--set-aside", StringComparison.Ordinal)) is { } sound)
            throw new SchemaSyncException([sound]);
        var session = await adapter.OpenAsync(tenant, SessionAccess.Write, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        await using (session.Runner.ConfigureAwait(false))
        {
            await session.Runner.LockAsync(new ExecutionOptions().LockTimeout, cancellationToken).ConfigureAwait(false);
            await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
            var suffix = DateTime.UtcNow.ToString(LedgerTables.AsideFormat, CultureInfo.InvariantCulture);
            var tables = await new LedgerReader(adapter, tenant, session).TablesAsync(cancellationToken).ConfigureAwait(false);
            foreach (var sql in tables.SelectMany(t => session.Ledger.SetAside(t, suffix)))
                await LedgerCommand.RunUnseenAsync(session, sql, cancellationToken).ConfigureAwait(false);
            await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
            await session.Runner.CompleteAsync(cancellationToken).ConfigureAwait(false);
            return [.. tables.Select(t => session.Ledger.Aside(t, suffix)).Distinct()];
        }
    }

    private async Task<IReadOnlyList<Diagnostic>> FaultsAsync(CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false))
        {
            var reader = new LedgerReader(adapter, tenant, session);
            var reading = await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
            if (reading.Findings.Count > 0) return reading.Findings;
            // Those that reading does not need, and going back step by step would.
            foreach (var run in reading.Where(r => r.Outcome == LedgerEntry.Succeeded))
            {
                try
                {
                    await reader.StateAsync(run.From, run, cancellationToken).ConfigureAwait(false);
                    await reader.StateAsync(run.To, run, cancellationToken).ConfigureAwait(false);
                }
                catch (SchemaSyncException e)
                {
                    return e.Diagnostics;
                }
            }

            return [];
        }
    }
}
