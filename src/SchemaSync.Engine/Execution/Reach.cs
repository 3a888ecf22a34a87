namespace SchemaSync.Engine.Execution;

/// <summary>
/// What bodies name beyond their own database or schema. A foreign key there would not be kept; a body may be right, but nobody should
/// get it unawares.
/// </summary>
internal static class Reach
{
    /// <summary>One finding (SSY0229) for each place that a target's body names.</summary>
    public static IEnumerable<Diagnostic> Of(Snapshot target, Dialect dialect, IReadOnlyDictionary<ObjectId, SourceLocation> locations) =>
        from managed in new[] { Shared(target) }
        from subject in target.Objects
        from place in dialect.OtherPlaces(subject, Known(managed, subject)).Distinct()
        let path = ObjectId.Of(subject)
        let note = Diagnostic.Of(InspectionDiagnostics.NamesAnotherPlace, path.ToString(), place)
        select note with { Subject = path, Location = locations.GetValueOrDefault(path) };

    /// <summary>The hazards (SSY0420) of a plan that brings such bodies.</summary>
    public static IEnumerable<Hazard> Of(Plan plan, Dialect dialect) =>
        from managed in new[] { Shared(plan.To) }
        from change in plan.Changes
        where change is Change.Add or Change.Alter
        let subject = change.Subject as TopLevelObject
        where subject is not null
        from place in dialect.OtherPlaces(subject, Known(managed, subject)).Distinct()
        select new Hazard(Diagnostic.Of(Hazards.ReachesAnotherPlace, change.ToString(), place) with { Subject = change.Id });

    /// <summary>The same of declared SQL that runs along.</summary>
    public static IEnumerable<Hazard> OfHooks(Plan plan, Dialect dialect) =>
        from managed in new[] { Shared(plan.To) }
        from step in plan.Steps
        where step.IsHook || step.Subject.Kind == ObjectKind.SqlObject
        from place in dialect.OtherPlaces(PlacedHooks.AsBody(step.Sql), managed).Distinct()
        select new Hazard(Diagnostic.Of(Hazards.ReachesAnotherPlace, step.Serves, place) with { Subject = step.Subject });

    // Where the server itself says what of others is needed, that is looked for before the first
    // statement. In a text that is a text to the server too, nobody knows.
    private static HashSet<string> Known(HashSet<string> managed, TopLevelObject subject) =>
        subject.External.IsEmpty || subject is Routine { IsAtomic: false } ? managed
        : [.. managed, .. subject.External.Select(e => e.Id.Schema.IsEmpty ? e.Id.Name.Value : e.Id.Schema.Value)];

    // What the target itself holds is no other place.
    private static HashSet<string> Shared(Snapshot target) =>
        target.Objects.OfType<Schema>().Select(s => s.Name.Name.Value).ToHashSet(StringComparer.Ordinal);
}
