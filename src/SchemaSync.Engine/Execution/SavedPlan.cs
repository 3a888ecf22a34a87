namespace SchemaSync.Engine.Execution;

/// <summary>
/// Whether a plan from a file is what SchemaSync does between its two states. Planners are pure, so it is made again and compared; a digest
/// would only tell whether somebody forgot to compute it anew.
/// </summary>
internal static class SavedPlan
{
    /// <summary>Refuses a plan that is not the one that was made and proved in its place.</summary>
    /// <exception cref="SchemaSyncException">SSY0519.</exception>
    public static void Check(Plan saved, Plan made, string database, string toolVersion)
    {
        if (Difference(saved, made) is not { } difference) return;
        var cause = saved.Tool == toolVersion
            ? "it was edited, or made for another server"
            : $"it was made by SchemaSync {(saved.Tool.Length == 0 ? "of an unknown version" : saved.Tool)}, and this is {toolVersion}";
        throw new SchemaSyncException(ExecutionDiagnostics.ForeignPlan, database, difference, cause);
    }

    private static string? Difference(Plan saved, Plan made)
    {
        if (saved.From.Fingerprint != made.From.Fingerprint || saved.To.Fingerprint != made.To.Fingerprint)
            return "does not lead from and to the states of the run that it takes back";
        if (Extra(saved.Steps, made.Steps, s => s.Sql) is { } more)
            return $"holds a statement that SchemaSync does not make between its two states ({more.Sql})";
        if (Extra(made.Steps, saved.Steps, s => s.Sql) is { } less) return $"lacks a statement that its two states need ({less.Sql})";
        if (Extra(saved.Steps, made.Steps, s => s) is { } other)
            return $"says something else about a statement than SchemaSync does ({other.Sql})";
        if (saved.Steps != made.Steps) return "holds its statements in another order";
        if (saved.DataChecks != made.DataChecks) return "asks other questions to the rows before it starts";
        if (saved.Changes != made.Changes) return "names other changes than those between its two states";
        // What depends on the database it is applied to is found out there, and asked for whatever the file says.
        return made.Hazards.FirstOrDefault(h => !saved.Hazards.Contains(h)) is { } hidden ? $"leaves out the hazard {hidden.Code}" : null;
    }

    private static Step? Extra<T>(IEnumerable<Step> steps, IEnumerable<Step> than, Func<Step, T> by)
    {
        var there = than.Select(by).ToHashSet();
        return steps.FirstOrDefault(s => !there.Contains(by(s)));
    }
}
