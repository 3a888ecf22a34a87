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
    /// The triggers and indexes that a plan drops although no run of ours created them and their table stays, with that table. They belong to whoever
    /// owns it, but others put theirs on tables of ours: an audit, a full-text index that is kept up to date, an index somebody needed at night.
    /// </summary>
    public IEnumerable<(ObjectPath Path, Identifier Table)> DropsOfOthers(Plan plan)
    {
        var former = plan.Changes.OfType<Change.Rename>().Where(r => r.Owner.IsEmpty).ToDictionary(r => r.After.Name.Value, r => r.Before.Name.Value, Dialect.Names);
        var staying = plan.To.Objects.Where(o => o is not Trigger).Select(o => o.Name.Value).Concat(former.Values).ToHashSet(Dialect.Names);
        var created = Ours.SelectMany(s => s.Objects).SelectMany(Parts).ToList();
        bool IsOurs(Identifier table, SchemaObject part) => created.Any(c => c.Part.Kind == part.Kind && Dialect.Names.Equals(c.Part.Name.Value, part.Name.Value)
            && (Dialect.Names.Equals(c.Table.Value, table.Value) || Dialect.Names.Equals(c.Table.Value, former.GetValueOrDefault(table.Value, ""))));
        return plan.Changes.OfType<Change.Drop>().SelectMany(d => d.Before switch
        {
            Trigger trigger => [(Path: ObjectPath.Of(trigger), Table: trigger.On, Part: d.Before)],
            // A unique one is asked for already, as integrity (SSY0409).
            Index { Unique: false, Invalid: false } => [(d.Path, d.Owner, d.Before)],
            _ => Array.Empty<(ObjectPath Path, Identifier Table, SchemaObject Part)>(),
        }).Where(d => staying.Contains(d.Table.Value) && !IsOurs(d.Table, d.Part)).Select(d => (d.Path, d.Table));
    }

    private static IEnumerable<(Identifier Table, SchemaObject Part)> Parts(SchemaObject subject) =>
        subject is Trigger trigger ? [(trigger.On, trigger)] : subject.Children.OfType<Index>().Select(i => (subject.Name, (SchemaObject)i));
}
