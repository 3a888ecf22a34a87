using System.Data;
using System.Data.Common;

namespace SchemaSync.Engine.Execution;

/// <summary>What the ledger of a tenant says, where that is little: its last run succeeded, and nothing else is to be known.</summary>
/// <param name="End">Where that run ended; null where none was.</param>
internal readonly record struct LedgerStanding(Fingerprint? End)
{
    // Where each has tables of its own, so many are opened at a time.
    private const int AtOnce = 250;

    /// <summary>Whether a look at the tenant's ledger alone showed the same.</summary>
    public bool Fits(PresentState present) => present is { LedgerFault: null, IsUnfinished: false, Began: null }
        && (End is { } end ? present.Ours is [var only] && only.Fingerprint == end : present.Ours.Count == 0);

    /// <summary>Asks about many tenants of a database at once.</summary>
    /// <returns>Those of which it can be told; nothing of the others.</returns>
    public static async Task<IReadOnlyDictionary<Identifier, LedgerStanding>> ReadAsync(DatabaseSession session,
        IReadOnlyList<Identifier> tenants, CancellationToken cancellationToken)
    {
        var standings = new Dictionary<Identifier, LedgerStanding>();
        foreach (var part in tenants.Chunk(AtOnce))
        {
            try
            {
                await ReadAsync(session, part, standings, cancellationToken).ConfigureAwait(false);
            }
            catch (Exception e) when (e is LedgerFault || (e is DbException && session.Connection.State == ConnectionState.Open))
            {
                // Whoever is asked alone says what is wrong with its ledger.
                foreach (var tenant in part) standings.Remove(tenant);
            }
        }

        return standings;
    }

    private static async Task ReadAsync(DatabaseSession session, IReadOnlyList<Identifier> tenants,
        Dictionary<Identifier, LedgerStanding> standings, CancellationToken cancellationToken)
    {
        var found = await session.FindLedgersAsync(tenants, cancellationToken).ConfigureAwait(false);
        if (found is not { Ledger: { Fault: null, Tables: var tables } ledger }) return;
        foreach (var tenant in tenants.Where(t => !found.Elsewhere.Contains(t))) standings[tenant] = new(null);
        if (!LedgerFormat.IsThere(ledger.Columns, tables.IsShared)) return;
        var look = tables.Look(writes: false) is { Length: > 0 } needed ? $"{needed};\n" : "";
        var rows = await LedgerCommand.ReadUnseenAsync(session, look + Question(tables),
            r => (Tenant: new Identifier(r.GetString(0)), End: r.GetValue(1) as string, IsAll: r.GetInt32(2) == 1), cancellationToken)
            .ConfigureAwait(false);
        foreach (var (tenant, end, isAll) in rows.Where(r => standings.ContainsKey(r.Tenant)))
        {
            // Whoever may write to the database may have put anything there.
            if (isAll && end is not null) standings[tenant] = new(new Fingerprint(end));
            else standings.Remove(tenant);
        }
    }

    /// <summary>For each tenant with runs its name, where its last run was going, and whether that is all there is to know: it succeeded,
    /// none is going on, all of them can be read, and what it names is kept.</summary>
    private static string Question(LedgerTables tables)
    {
        var states = tables.Table(LedgerFormat.Snapshots);
        return $"""
            SELECT l.tenant, l.to_fingerprint, CASE WHEN l.outcome = '{LedgerEntry.Succeeded}' AND l.running = 0
                AND l.oldest = {LedgerFormat.Version} AND l.newest = {LedgerFormat.Version}
                AND EXISTS (SELECT 1 FROM {states} s WHERE s.tenant = l.tenant AND s.fingerprint = l.to_fingerprint)
                AND NOT EXISTS (SELECT 1 FROM {states} m WHERE m.tenant = l.tenant AND m.fingerprint = '{MadeObjects.Key.Value}')
              THEN 1 ELSE 0 END
            FROM (SELECT tenant, to_fingerprint, outcome,
                row_number() OVER (PARTITION BY tenant ORDER BY finished_at DESC, run_id DESC) AS place_in_time,
                sum(CASE WHEN outcome = '{LedgerEntry.Running}' THEN 1 ELSE 0 END) OVER (PARTITION BY tenant) AS running,
                min(format) OVER (PARTITION BY tenant) AS oldest, max(format) OVER (PARTITION BY tenant) AS newest
              FROM {tables.Table(LedgerFormat.Runs)} r{tables.Where(LedgerFormat.Runs)}) l
            WHERE l.place_in_time = 1
            """;
    }
}
