namespace SchemaSync.Engine.Proof;

/// <summary>
/// Where a run is its own proof. What is built in one transaction beside nothing of ours, and compared with the target before that
/// is committed, shows all that a scratch copy of an empty state would; when it fails, nothing stays. So it is built once, not twice.
/// </summary>
internal static class RunAsProof
{
    /// <summary>Whether a run of the plan shows what its proof would.</summary>
    public static bool Suffices(Plan plan) =>
        !plan.IsEmpty && !plan.IsRevert && plan.DataChecks.IsEmpty && plan.From.Objects.All(o => o is Schema)
        && Batch.Of(plan.Steps).ToList() is [{ Mode: TransactionMode.Shared }] && plan.Steps.All(s => s.Fallback is null)
        && !plan.Steps.Any(s => s.IsHook || s.Subject.Kind == ObjectKind.SqlObject) && IsAlone(plan);

    // A statement that fails in the end must not have locked, read or run anything of others. Bodies of routines are read on scratch alone.
    private static bool IsAlone(Plan plan) =>
        plan.Scope is { Neighbours.IsEmpty: true } && plan.Surroundings == Surroundings.None
        && !plan.To.Objects.Any(o => o is Routine) && ExternalNeeds.Of(plan).Count == 0;
}
