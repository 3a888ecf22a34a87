namespace SchemaSync.Engine.Plans;

/// <summary>How long a step may wait for its lock, and how long it may take; null where nothing ends it.</summary>
/// <param name="Lock">The wait for a lock; after it the step gives way, and is tried again.</param>
/// <param name="Statement">The whole statement.</param>
public sealed record StepTimeouts(TimeSpan? Lock, TimeSpan? Statement)
{
    /// <summary>Nothing ends it.</summary>
    public static StepTimeouts None { get; } = new(null, null);
}
