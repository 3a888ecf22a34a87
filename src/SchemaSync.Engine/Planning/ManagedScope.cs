namespace SchemaSync.Engine.Planning;

/// <summary>
/// Which objects of a database are ours: declared, or made by a run of ours, or named by a declared rename or drop. What decides is the
/// identity, never a bare name: a foreign function is no table of ours, and a foreign overload is no function of ours. What stands on a
/// table (triggers) belongs to whoever owns that table; everything else is left alone. What the model has no words for is ours where it
/// is declared, which only a snapshot can do: it is never dropped.
/// </summary>
internal sealed class ManagedScope
{
    private readonly HashSet<ObjectId>? _ids;
    private readonly Dictionary<ObjectId, Identifier> _moved;
    private readonly StringComparer _names;
    private readonly Lazy<HashSet<ObjectId>>? _opaque;

    private ManagedScope(HashSet<ObjectId>? ids, Dictionary<ObjectId, Identifier> moved, StringComparer names,
        Func<IEnumerable<ObjectId>>? opaque)
        => (_ids, _moved, _names, _opaque) = (ids, moved, names, opaque is null ? null : new(() => new(opaque(), ids?.Comparer)));

    /// <summary>Everything in the database.</summary>
    public static ManagedScope Everything { get; } = new(null, [], StringComparer.Ordinal, null);

    /// <summary>Everything that a plan to this target may change.</summary>
    public static ManagedScope EverythingFor(Snapshot target) => new(null, [], StringComparer.Ordinal, () =>
        SpokenOpaque.Identities(target));

    /// <summary>The objects of these snapshots and what their intents name.</summary>
    public static ManagedScope Of(Dialect dialect, params IReadOnlyList<Snapshot?> snapshots) =>
        Of(dialect, snapshots, () => snapshots.OfType<Snapshot>().SelectMany(SpokenOpaque.Identities));

    /// <summary>The objects of a target and of states that runs of ours led to, and what their intents name.</summary>
    public static ManagedScope For(Dialect dialect, Snapshot target, IEnumerable<Snapshot> ours) =>
        Of(dialect, [target, .. ours], () => SpokenOpaque.Identities(target));

    private static ManagedScope Of(Dialect dialect, IReadOnlyList<Snapshot?> snapshots, Func<IEnumerable<ObjectId>> opaque)
    {
        var ids = new HashSet<ObjectId>(new ObjectIdComparer(dialect.Names));
        var moved = new Dictionary<ObjectId, Identifier>(ids.Comparer);
        foreach (var snapshot in snapshots.OfType<Snapshot>())
        {
            ids.UnionWith(snapshot.Objects.Select(ObjectId.Of));
            // What stands in a schema that was called otherwise stood there before.
            if (SchemaRenames.Back(snapshot, dialect).Apply(snapshot) is var before && before != snapshot)
                ids.UnionWith(before.Objects.Select(ObjectId.Of));
            var former = snapshot.Intents.Where(i => i.IsAboutNames).Select(i => i.FormerId).Where(id => id.Owner.IsEmpty).ToList();
            ids.UnionWith(former);
            ids.UnionWith(snapshot.Intents.Where(i => i.Kind == IntentKind.RenamedFrom && i.Subject.Owner.IsEmpty)
                .SelectMany(i => Along(snapshot, i, dialect)).ToList());
            foreach (var intent in snapshot.Intents.Where(i => !i.FormerSchema.IsEmpty)) moved[intent.FormerId] = intent.Subject.Schema;
            // What stands in a schema cannot be built again without it.
            ids.UnionWith(former.Where(id => !id.Schema.IsEmpty).Select(id => ObjectId.Top(ObjectKind.Schema, new(id.Schema))));
        }

        return new(ids, moved, dialect.Names, opaque);
    }

    // A routine is told from others by types, which may be called otherwise still.
    private static IEnumerable<ObjectId> Along(Snapshot snapshot, Intent intent, Dialect dialect) =>
        snapshot.Objects.OfType<Routine>().Where(r => r.Signature is { Length: > 0 }).Select(r => ObjectId.Of(r) with
        {
            Signature = dialect.RetypeIn(new(r.Signature!), intent.Subject.QualifiedName, intent.FormerId.QualifiedName).Text,
        });

    /// <summary>The part of a snapshot that is ours.</summary>
    public Snapshot Restrict(Snapshot snapshot)
    {
        if (_ids is null && _opaque is null) return snapshot;
        var isOurs = Within(snapshot);
        return new()
        {
            Form = snapshot.Form,
            Objects = snapshot.Objects.Where(o => isOurs(ObjectId.Of(o))).ToEquatableArray(),
            Intents = snapshot.Intents,
            Unsupported = snapshot.Unsupported.Where(u => isOurs(u.Id)).ToEquatableArray(),
        };
    }

    /// <summary>The objects of a snapshot that are not ours, those that cannot be kept included.</summary>
    public EquatableArray<ObjectId> Outside(Snapshot snapshot)
    {
        if (_ids is null && _opaque is null) return [];
        var isOurs = Within(snapshot);
        return [.. All(snapshot).Where(id => !isOurs(id)).Distinct().OrderBy(id => id.ToString(), StringComparer.Ordinal)];
    }

    /// <summary>Whether an object of this snapshot is ours. What a trigger is on is looked at
    /// as it is now: another kind of that name is not ours.</summary>
    private Func<ObjectId, bool> Within(Snapshot snapshot)
    {
        var opaque = snapshot.Objects.OfType<OpaqueObject>().Select(ObjectId.Of).ToHashSet();
        bool IsSpoken(ObjectId id) => _opaque!.Value.Contains(id);
        if (_ids is null) return id => !opaque.Contains(id) || IsSpoken(id);
        var owners = All(snapshot).Where(id => id.Kind.IsOwner && _ids.Contains(id)).Select(id => id.QualifiedName.ToString())
            .ToHashSet(_names);
        var along = snapshot.Objects.OfType<Sequence>().Where(MovesAlong).Select(ObjectId.Of).ToHashSet(_ids.Comparer);
        return id => opaque.Contains(id) ? IsSpoken(id) : _ids.Contains(id) || along.Contains(id)
            || (!id.Owner.IsEmpty && owners.Contains(id.OwnerName.ToString()));
    }

    // What a table owns moves along with it, and is declared where it arrives.
    private bool MovesAlong(Sequence sequence) =>
        sequence.OwnedBy is { } owner && _moved.TryGetValue(ObjectId.Top(ObjectKind.Table, owner.Table), out var schema)
        && _ids!.Contains(ObjectId.Of(sequence) with { Schema = schema });

    private static IEnumerable<ObjectId> All(Snapshot snapshot) =>
        snapshot.WithoutMade().Select(ObjectId.Of).Concat(snapshot.Unsupported.Select(u => u.Id));
}
