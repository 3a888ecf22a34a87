namespace SchemaSync.Engine.Planning;

/// <summary>
/// What stands in a schema that a plan drops or renames, and is not the plan's. It never goes along: the plan is refused before its
/// first statement. Pure.
/// </summary>
internal static class SchemaRemains
{
    private const int Shown = 10;

    /// <summary>One finding for each schema that would not be empty (SSY0225), or in which something of others would be called otherwise
    /// (SSY0245).</summary>
    /// <param name="changes">The changes of a plan.</param>
    /// <param name="from">What is ours.</param>
    /// <param name="present">Everything that is in the database.</param>
    public static IEnumerable<Diagnostic> Find(IReadOnlyCollection<Change> changes, Snapshot from, Snapshot present) =>
        Dropped(changes, present).Concat(Renamed(changes, from, present));

    private static IEnumerable<Diagnostic> Renamed(IReadOnlyCollection<Change> changes, Snapshot from, Snapshot present)
    {
        var renamed = changes.OfType<Change.Rename>().Where(r => r.Before is Schema).ToList();
        if (renamed.Count == 0) yield break;
        var ours = from.Objects.Select(ObjectId.Of).ToHashSet();
        var owners = ours.Where(id => id.Kind.IsOwner).Select(id => id.QualifiedName).ToHashSet();
        var theirs = present.Objects.Select(ObjectId.Of).Concat(present.Unsupported.Select(u => u.Id))
            .Where(id => !ours.Contains(id) && (id.Owner.IsEmpty || !owners.Contains(id.OwnerName))).Distinct().ToList();
        foreach (var rename in renamed)
        {
            var rest = theirs.Where(id => id.Schema == rename.Before.LocalName).Select(id => id.ToString()).Order(StringComparer.Ordinal)
                .ToList();
            if (rest.Count > 0)
                yield return Diagnostic.Of(InspectionDiagnostics.SchemaOfOthers, ObjectId.Of((Schema)rename.Before).ToString(),
                    Words(rest)) with { Subject = rename.Id };
        }
    }

    private static IEnumerable<Diagnostic> Dropped(IReadOnlyCollection<Change> changes, Snapshot present)
    {
        var dropped = changes.OfType<Change.Drop>().Where(d => d.Before is Schema).ToList();
        if (dropped.Count == 0) yield break;
        var gone = changes.SelectMany(c => c.Goes).ToHashSet();
        var owners = gone.Where(id => id.Kind.IsOwner).Select(id => id.QualifiedName).ToHashSet();
        bool Stays(ObjectId id) => !gone.Contains(id) && (id.Owner.IsEmpty || !owners.Contains(id.OwnerName));
        var ids = present.Objects.Where(o => o is not Sequence { OwnedBy: { } owner } || !owners.Contains(owner.Table)).Select(ObjectId.Of)
            .Concat(present.Unsupported.Select(u => u.Id)).Concat(present.Beside).Distinct().Where(Stays).ToList();
        var extensions = present.Objects.OfType<Extension>().Where(e => Stays(ObjectId.Of(e))).ToList();
        foreach (var schema in dropped)
        {
            var name = schema.Id.Name;
            var rest = ids.Where(id => id.Schema == name).Concat(extensions.Where(e => e.Schema == name.Value).Select(ObjectId.Of))
                .Select(id => id.ToString()).Distinct().Order(StringComparer.Ordinal).ToList();
            if (rest.Count > 0)
                yield return Diagnostic.Of(InspectionDiagnostics.SchemaNotEmpty, schema.Id.ToString(),
                    Words(rest)) with { Subject = schema.Id };
        }
    }

    private static string Words(List<string> rest) =>
        string.Join(", ", rest.Take(Shown)) + (rest.Count > Shown ? FormattableString.Invariant($" and {rest.Count - Shown} more") : "");
}
