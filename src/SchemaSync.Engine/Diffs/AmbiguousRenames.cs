namespace SchemaSync.Engine.Diffs;

/// <summary>
/// Finds a drop and an add that may be one rename (HAZARDS row 9). They are never taken for one: the plan carries
/// SSY0303 until the user declares which it is.
/// </summary>
internal static class AmbiguousRenames
{
    /// <summary>One finding for each dropped object whose shape a new one has.</summary>
    public static IEnumerable<Diagnostic> Find(IReadOnlyList<Change> changes, Snapshot to, StringComparer names)
    {
        var meant = to.Intents.Where(i => i.Kind == IntentKind.Dropped).ToList();
        var adds = changes.OfType<Change.Add>().Where(a => a.After is Column or Table).ToList();
        foreach (var drop in changes.OfType<Change.Drop>().Where(d => d.Before is Column or Table))
        {
            if (meant.Any(i => i.Subject.Kind == drop.Before.Kind && names.Equals(i.Subject.OwnerName.ToString(), drop.Owner.ToString())
                && names.Equals(i.FormerId.QualifiedName.ToString(), drop.Id.QualifiedName.ToString()))) continue;
            if (adds.Find(a =>
                a.Owner == drop.Owner && a.Id.Schema.IsEmpty == drop.Id.Schema.IsEmpty && SameShape(drop.Before, a.After)) is not { } add)
                    continue;
            yield return Diagnostic.Of(DiffDiagnostics.AmbiguousRename, drop.Id.ToString(), add.Id.ToString(),
                add.Id.Schema == drop.Id.Schema ? drop.Before.LocalName.Value : drop.Id.QualifiedName.ToString()) with { Subject = add.Id };
        }
    }

    private static bool SameShape(SchemaObject before, SchemaObject after) => (before, after) switch
    {
        (Column b, Column a) => b.Type == a.Type && b.Computed == a.Computed,
        // A partition keeps the bounds of its rows under any name; its columns are its parent's.
        (Table b, Table a) =>
            b.Bound?.Canonical == a.Bound?.Canonical
                && b.Columns.Select(c => (c.Name, c.Type)).SequenceEqual(a.Columns.Select(c => (c.Name, c.Type))),
        _ => false,
    };
}
