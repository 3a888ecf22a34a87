namespace SchemaSync.Engine;

/// <summary>
/// Which objects of a database are ours: declared, or made by a run of ours, or named by a declared rename or drop.
/// A trigger belongs to whoever owns its table; everything else is left alone.
/// </summary>
internal sealed class ManagedScope
{
    private readonly HashSet<string>? _names;

    private ManagedScope(HashSet<string>? names) => _names = names;

    /// <summary>Everything in the database.</summary>
    public static ManagedScope Everything { get; } = new(null);

    /// <summary>The objects of these snapshots and what their intents name.</summary>
    public static ManagedScope Of(Dialect dialect, params IEnumerable<Snapshot?> snapshots)
    {
        var names = new HashSet<string>(dialect.Names);
        foreach (var snapshot in snapshots.OfType<Snapshot>())
        {
            names.UnionWith(snapshot.Objects.Select(o => o.Name.Value));
            names.UnionWith(snapshot.Intents.Where(i => i.Subject.Owner.IsEmpty).Select(i => i.Former.Value));
        }

        return new(names);
    }

    /// <summary>The part of a snapshot that is ours.</summary>
    public Snapshot Restrict(Snapshot snapshot) => _names is null ? snapshot : new()
    {
        Form = snapshot.Form,
        Objects = snapshot.Objects.Where(Holds).ToEquatableArray(),
        Intents = snapshot.Intents,
        Unsupported = snapshot.Unsupported.Where(Holds).ToEquatableArray(),
    };

    /// <summary>The part of a snapshot that is not ours.</summary>
    public EquatableArray<ObjectPath> Outside(Snapshot snapshot) => _names is null ? [] :
    [
        .. snapshot.Objects.Where(o => !Holds(o)).Select(ObjectPath.Of)
            .Concat(snapshot.Unsupported.Where(u => !Holds(u)).Select(u => u.Path))
            .Distinct().OrderBy(p => p.ToString(), StringComparer.Ordinal),
    ];

    private bool Holds(SchemaObject subject) => _names!.Contains(subject.Name.Value) || (subject is Trigger trigger && _names.Contains(trigger.On.Value));

    private bool Holds(UnsupportedObject subject) => _names!.Contains(subject.Path.Owner.IsEmpty ? subject.Path.Key : subject.Path.Owner.Value);
}
