namespace SchemaSync.Engine.Plans;

/// <summary>
/// What a proof builds, runs and compares: the closure of a plan's changes within its two states, and what that leans on of objects that are not
/// ours. What the changes do not touch is neither built nor asked.
/// </summary>
internal sealed class ProofScope(Snapshot from, Snapshot to, Closure? closure)
{
    /// <summary>Both states of a plan as a whole.</summary>
    public static ProofScope Whole(Plan plan) => new(plan.From, plan.To, closure: null);

    /// <summary>What is built before the first step.</summary>
    public Snapshot From { get; } = from;

    /// <summary>What is there after the last.</summary>
    public Snapshot To { get; } = to;

    /// <summary>How an object came to be built: what changes first, the object itself last.</summary>
    public IReadOnlyList<ObjectId> PathTo(ObjectId id) => closure?.PathTo(id) ?? [];
}
