namespace SchemaSync.Engine.Execution;

/// <summary>What the ledger of a tenant says, where that is little: its last run succeeded, and nothing else is to be known.</summary>
/// <param name="End">Where that run ended; null where none was.</param>
internal readonly record struct LedgerStanding(Fingerprint? End)
{
    /// <summary>Whether a look at the tenant's ledger alone showed the same.</summary>
    public bool Fits(PresentState present) => present is { LedgerFault: null, IsUnfinished: false, Began: null }
        && (End is { } end ? present.Ours is [var only] && only.Fingerprint == end : present.Ours.Count == 0);

    /// <summary>Asks about many tenants of a database at once.</summary>
    /// <returns>Those of which it can be told; nothing of the others.</returns>
    public static async Task<IReadOnlyDictionary<Identifier, LedgerStanding>> ReadAsync(DatabaseSession session,
        IReadOnlyList<Identifier> tenants, CancellationToken cancellationToken)
    {
        var standings = new Dictionary<Identifier, LedgerStanding>();
        var found = await session.FindLedgersAsync(tenants, cancellationToken).ConfigureAwait(false);
        if (found is not { Ledger: { Fault: null } ledger }) return standings;
        foreach (var tenant in tenants)
            if (!found.Elsewhere.Contains(tenant)) standings[tenant] = new(null);
        if (!LedgerFormat.IsThere(ledger.Columns, ledger.Tables.IsShared)) return standings;
        var rows = await LedgerCommand.ReadUnseenAsync(session, $"{ledger.Tables.Look(writes: false)};\n{ledger.Tables.Standings}",
            r => (Tenant: new Identifier(r.GetString(0)), End: r.GetString(1), IsAll: r.GetInt32(2) == 1), cancellationToken)
            .ConfigureAwait(false);
        foreach (var (tenant, end, isAll) in rows.Where(r => standings.ContainsKey(r.Tenant)))
        {
            if (isAll) standings[tenant] = new(new Fingerprint(end));
            else standings.Remove(tenant);
        }

        return standings;
    }
}
