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

    /// <summary>
    /// The triggers that a plan drops although no run of ours created them and their table stays. A trigger belongs to whoever
    /// owns its table, but other tools put theirs on tables of ours: an audit, a full-text index that is kept up to date.
    /// </summary>
    public IEnumerable<Trigger> TriggersOfOthers(Plan plan)
    {
        var former = plan.Changes.OfType<Change.Rename>().Where(r => r.Owner.IsEmpty).ToDictionary(r => r.After.Name.Value, r => r.Before.Name.Value, Dialect.Names);
        var staying = plan.To.Objects.Where(o => o is not Trigger).Select(o => o.Name.Value).ToHashSet(Dialect.Names);
        var created = Ours.SelectMany(s => s.Objects).OfType<Trigger>().ToList();
        bool IsOurs(Trigger trigger) => created.Any(t => Dialect.Names.Equals(t.Name.Value, trigger.Name.Value)
            && (Dialect.Names.Equals(t.On.Value, trigger.On.Value) || Dialect.Names.Equals(t.On.Value, former.GetValueOrDefault(trigger.On.Value, ""))));
        bool Stays(string table) => staying.Contains(table) || former.ContainsValue(table);
        return plan.Changes.OfType<Change.Drop>().Select(d => d.Before).OfType<Trigger>().Where(t => Stays(t.On.Value) && !IsOurs(t));
    }
}
