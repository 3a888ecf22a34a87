namespace SchemaSync.Engine.Execution;

/// <summary>What a read-only look at a tenant's database shows.</summary>
/// <param name="Snapshot">Everything in it.</param>
/// <param name="Ours">States whose objects runs of ours created; empty without a run.</param>
/// <param name="IsUnfinished">Whether a run says that it goes on, be it alive or dead.</param>
/// <param name="Dialect">The dialect of the server.</param>
internal sealed record PresentState(Snapshot Snapshot, IReadOnlyList<Snapshot> Ours, bool IsUnfinished, Dialect Dialect)
{
    /// <summary>What the server told of it, without what only the ledger knows.</summary>
    public required Snapshot Read { get; init; }

    /// <summary>Why the ledger could not be read (SSY0518); then nothing is known to be ours but
    /// what is declared. Null when it was, or when there is none.</summary>
    public SchemaSyncException? LedgerFault { get; init; }

    /// <summary>Where the first of the runs began that came after the last successful one; null where none did.</summary>
    public Snapshot? Began { get; init; }

    /// <summary>Whether a run of ours has come to its end there.</summary>
    public bool HasSucceeded { get; init; }

    /// <summary>Whether nobody has used it yet for what a target declares: its first run is still to come to its end, and began where
    /// none of these tables was, under its former name neither. What tenants share was there before most of them.</summary>
    public bool IsNewFor(Snapshot target)
    {
        var former = target.Intents.Where(i => i.Kind == IntentKind.RenamedFrom && i.Subject.Kind == ObjectKind.Table)
            .Select(i => i.FormerId);
        var tables = target.Tables.Select(ObjectId.Of).Concat(former).Where(id => id.Schema.IsEmpty)
            .ToHashSet(new ObjectIdComparer(Dialect.Names));
        return LedgerFault is null && !HasSucceeded && !(Began ?? Snapshot).Tables.Any(t => tables.Contains(ObjectId.Of(t)));
    }

    /// <summary>The same for those who only read and go on without it (SSY0520).</summary>
    public IEnumerable<Diagnostic> Notes =>
        LedgerFault is null ? [] : [new(ExecutionDiagnostics.LedgerNotRead, LedgerFault.Diagnostics[0].Arguments)];

    /// <summary>Looks at the database. One that does not exist yet is empty, where the adapter says so.</summary>
    public static async Task<PresentState> ReadAsync(DatabaseAdapter adapter, TenantContext tenant, CancellationToken cancellationToken)
    {
        var session = await adapter.OpenAsync(tenant, SessionAccess.Read, cancellationToken).ConfigureAwait(false);
        PresentState present;
        await using (session.ConfigureAwait(false))
            present = await ReadAsync(adapter, tenant, session, cancellationToken).ConfigureAwait(false);
        // Runs of ours may have left something in a schema that nobody declares any more.
        var wider = tenant.With(present.Ours);
        return wider == tenant ? present : await ReadAsync(adapter, wider, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>The same on a session that is open.</summary>
    public static async Task<PresentState> ReadAsync(DatabaseAdapter adapter, TenantContext tenant,
        DatabaseSession session, CancellationToken cancellationToken) =>
        await ReadAsync(adapter, tenant, session, await session.Inspector.InspectAsync(cancellationToken).ConfigureAwait(false),
            cancellationToken).ConfigureAwait(false);

    /// <summary>The same where it is known what stands in the database: only what runs of ours left there is asked.</summary>
    public static async Task<PresentState> ReadAsync(DatabaseAdapter adapter, TenantContext tenant,
        DatabaseSession session, Snapshot snapshot, CancellationToken cancellationToken)
    {
        try
        {
            var (ours, began, isUnfinished, made, hasSucceeded) =
                await new LedgerReader(adapter, tenant, session).OurStatesAsync(cancellationToken).ConfigureAwait(false);
            return new(made.In(snapshot), ours, isUnfinished, session.Dialect)
            {
                Read = snapshot,
                Began = began,
                HasSucceeded = hasSucceeded,
            };
        }
        catch (SchemaSyncException e) when (e.Diagnostics is [{ } only] && only.Entry == ExecutionDiagnostics.UnreadableLedger)
        {
            return new(snapshot, [], IsUnfinished: false, session.Dialect) { Read = snapshot, LedgerFault = e };
        }
    }

    /// <summary>Which of it is ours, seen from a target.</summary>
    public ManagedScope Scope(Snapshot target, bool includeUnmanaged) => includeUnmanaged ? ManagedScope.EverythingFor(target)
        : ManagedScope.For(Dialect, target, Ours);

    /// <summary>
    /// The triggers and indexes that a plan drops although no run of ours created them and their table stays, with that table. They belong
    /// to whoever owns it, but others put theirs on tables of ours: an audit, a full-text index that is kept up to date, an index somebody
    /// needed at night.
    /// </summary>
    public IEnumerable<(ObjectId Id, QualifiedName Table)> DropsOfOthers(Plan plan)
    {
        var former = plan.Changes.OfType<Change.Rename>().Where(r => r.After is Table)
            .ToDictionary(r => r.After.Key, r => ((Table)r.Before).Name, Dialect.Names);
        var staying = plan.To.Objects.Where(o => ObjectId.Of(o).Kind.IsOwner).Select(o => o.Key)
            .Concat(former.Values.Select(n => n.ToString())).ToHashSet(Dialect.Names);
        // A run that died may have renamed the table already, and left what it was about to drop.
        foreach (var intent in plan.To.Intents.Where(i =>
            i.Kind == IntentKind.RenamedFrom && i.Subject.Kind == ObjectKind.Table
                && !Snapshot.Tables.Any(t => ObjectId.Of(t) == i.FormerId)))
            former.TryAdd(intent.Subject.QualifiedName.ToString(), intent.FormerId.QualifiedName);
        var schemas = new FormerNames(plan.Changes).Schemas;
        var made = Ours.SelectMany(s => s.Objects).SelectMany(Parts).ToHashSet(new ObjectIdComparer(Dialect.Names));
        bool IsOurs(ObjectId id) =>
            made.Contains(id) || (schemas.TryGetValue(id.Schema, out var schema) && made.Contains(id with { Schema = schema }))
                || (former.TryGetValue(id.OwnerName.ToString(), out var table)
                    && made.Contains(id with { Schema = table.Schema, Owner = table.Name }));
        return plan.Changes.OfType<Change.Drop>().Select(d => d.Before switch
        {
            Trigger trigger => ObjectId.Of(trigger),
            // A unique one is asked for already, as integrity (SSY0409).
            Index { Unique: false, Invalid: false } => ObjectId.Of(d.Owner, d.Before),
            _ => (ObjectId?)null,
        }).OfType<ObjectId>().Where(id => staying.Contains(id.OwnerName.ToString()) && !IsOurs(id)).Select(id => (id, id.OwnerName));
    }

    private static IEnumerable<ObjectId> Parts(TopLevelObject subject) =>
        subject is Trigger ? [ObjectId.Of(subject)] : subject.Children.OfType<Index>().Select(i => ObjectId.Of(subject.Name, i));
}
