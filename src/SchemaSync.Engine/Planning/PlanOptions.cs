namespace SchemaSync.Engine.Planning;

/// <summary>How a plan is made.</summary>
/// <param name="IncludeUnmanaged">Objects that nobody declared and no run of ours
/// created are part of the comparison, and so may be dropped.</param>
/// <param name="Prove">The plan is replayed on a scratch database; without it the plan carries SSY0401 and is never run.</param>
/// <param name="Transactional">All steps in one transaction, which may hold its locks
/// longer; otherwise online steps commit one by one.</param>
public sealed record PlanOptions(bool IncludeUnmanaged = false, bool Prove = true, bool Transactional = false);
