namespace SchemaSync.Engine.Planning;

/// <summary>The steps of a diff: those of its dialect, with objects that are SQL alone among them. Pure.</summary>
internal static class SchemaSteps
{
    /// <summary>Questions and steps.</summary>
    public static PlannedSteps Of(Diff diff, Dialect dialect)
    {
        if (diff.IsEmpty) return new([], []);
        var known = SubsumePass.Of(SqlObjectPass.Without(diff), dialect);
        var planned = known.IsEmpty && known.Replaced.IsEmpty ? new PlannedSteps([], []) : dialect.Plan(known);
        return planned with { Steps = SqlObjectPass.Among(planned.Steps, diff, dialect) };
    }
}
