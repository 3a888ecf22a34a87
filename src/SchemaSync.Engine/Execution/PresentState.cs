namespace SchemaSync.Engine;

/// <summary>What a read-only look at a tenant's database shows.</summary>
/// <param name="Snapshot">Everything in it.</param>
/// <param name="Ours">States whose objects runs of ours created; empty without a run.</param>
/// <param name="IsUnfinished">Whether a run says that it goes on, be it alive or dead.</param>
/// <param name="Dialect">The dialect of the server.</param>
internal sealed record PresentState(Snapshot Snapshot, IReadOnlyList<Snapshot> Ours, bool IsUnfinished, Dialect Dialect)
{
    /// <summary>Looks at the database. One that does not exist yet is empty, where the adapter says so.</summary>
    public static async Task<PresentState> ReadAsync(DatabaseAdapter adapter, TenantContext tenant, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        await using (session.ConfigureAwait(false)) return await ReadAsync(session, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same on a session that is open.</summary>
    public static async Task<PresentState> ReadAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        var snapshot = await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false);
        var (ours, isUnfinished) = await new AuditLedger(session).OurStatesAsync(cancellationToken).ConfigureAwait(false);
        return new(snapshot, ours, isUnfinished, session.Dialect);
    }

    /// <summary>Which of it is ours, seen from a target.</summary>
    public ManagedScope Scope(Snapshot target, bool includeUnmanaged) => includeUnmanaged ? ManagedScope.Everything : ManagedScope.Of(Dialect, [target, .. Ours]);
}
