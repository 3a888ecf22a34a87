namespace SchemaSync.Engine.Plans;

/// <summary>Steps that run between one begin and its commit.</summary>
/// <param name="Mode">How they share transactions.</param>
/// <param name="Steps">At least one.</param>
internal sealed record Batch(TransactionMode Mode, IReadOnlyList<Step> Steps)
{
    /// <summary>Shared neighbours together, every other step by itself.</summary>
    public static IEnumerable<Batch> Of(IEnumerable<Step> steps)
    {
        var shared = new List<Step>();
        foreach (var step in steps)
        {
            if (step.Transaction == TransactionMode.Shared)
            {
                shared.Add(step);
                continue;
            }

            if (shared.Count > 0) yield return new(TransactionMode.Shared, shared);
            shared = [];
            yield return new(step.Transaction, [step]);
        }

        if (shared.Count > 0) yield return new(TransactionMode.Shared, shared);
    }
}
