namespace SchemaSync.Engine;

/// <summary>How a plan is made.</summary>
/// <param name="IncludeUnmanaged">Objects that nobody declared and no run of ours created are part of the comparison, and so may be dropped.</param>
/// <param name="Prove">The plan is replayed on a scratch database; without it the plan carries SSY0401 and is never run.</param>
public sealed record PlanOptions(bool IncludeUnmanaged = false, bool Prove = true);
