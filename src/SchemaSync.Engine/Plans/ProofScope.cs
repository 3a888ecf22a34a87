namespace SchemaSync.Engine.Plans;

/// <summary>
/// What a proof builds, runs and compares: the closure of a plan's changes within its two states, and what that leans on of
/// objects that are not ours. What the changes do not touch is neither built nor asked.
/// </summary>
internal sealed class ProofScope(Snapshot from, Snapshot to, EquatableArray<TopLevelObject> neighbours, Closure? closure)
{
    private readonly HashSet<ObjectId> _theirs = neighbours.Select(ObjectId.Of).ToHashSet();

    /// <summary>Both states of a plan as a whole.</summary>
    public static ProofScope Whole(Plan plan) => new(plan.From, plan.To, [], closure: null);

    /// <summary>What is ours before the first step.</summary>
    public Snapshot From { get; } = from;

    /// <summary>What is ours after the last.</summary>
    public Snapshot To { get; } = to;

    /// <summary>Objects that are not ours and that ours lean on: they are built, and nothing is said of them.</summary>
    public EquatableArray<TopLevelObject> Neighbours { get; } = neighbours;

    /// <summary>What tells it from the scopes of other plans between the same states.</summary>
    public Fingerprint Start => From.With(From.Objects.Concat(Neighbours)).Fingerprint;

    /// <summary>What of a reading is ours.</summary>
    public Snapshot OursOf(Snapshot read) => _theirs.Count == 0 ? read : new()
    {
        Form = read.Form,
        Objects = read.Objects.Where(o => !_theirs.Contains(ObjectId.Of(o))).ToEquatableArray(),
        Unsupported = read.Unsupported.Where(u => !_theirs.Contains(u.Id)).ToEquatableArray(),
    };

    /// <summary>The same without one of the neighbours.</summary>
    public ProofScope Without(TopLevelObject neighbour) =>
        new(From, To, Neighbours.Where(n => !ReferenceEquals(n, neighbour)).ToEquatableArray(), closure);

    /// <summary>How an object came to be built: what changes first, the object itself last.</summary>
    public IReadOnlyList<ObjectId> PathTo(ObjectId id) => closure?.PathTo(id) ?? [];
}
