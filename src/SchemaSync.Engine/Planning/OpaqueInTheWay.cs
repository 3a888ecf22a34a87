namespace SchemaSync.Engine.Planning;

/// <summary>
/// What the model has no words for, and a plan would have to make, change or drop: nobody knows a statement for it. The plan is refused
/// before its first statement, with what the server says of it, and only for the sake of what is really asked for. Pure.
/// </summary>
internal static class OpaqueInTheWay
{
    private const int Shown = 600;

    /// <summary>One finding (SSY0305) for each of them.</summary>
    /// <param name="diff">The difference.</param>
    /// <param name="present">Everything that is in the database.</param>
    /// <param name="spelling">How texts name columns.</param>
    public static IEnumerable<Diagnostic> Find(Diff diff, Snapshot present, Spelling spelling)
    {
        var asked = diff.Changes.SelectMany(Asked).ToList();
        if (present.Objects.All(o => o is not OpaqueObject && o.Opaque.IsEmpty)) return asked;
        var former = diff.Changes.OfType<Change.Rename>().Where(r => r.After is Table)
            .ToDictionary(r => ((Table)r.After).Name, r => ((Table)r.Before).Name);
        var parts = diff.Changes.Where(c => c.Subject is SchemaPart).Select(c =>
            (Change: c, Owner: former.GetValueOrDefault(c.Owner, c.Owner))).ToList();
        var ours = diff.From.Objects.Select(ObjectId.Of).ToHashSet();
        return asked.Concat(Bound(parts, present, ours)).Concat(Standing(parts, present, spelling)).DistinctBy(d => (d.Subject, d.Message));
    }

    /// <summary>
    /// One finding (SSY0305) for each object that is dropped and made again on the way, and would lose what it has beyond the model.
    /// </summary>
    /// <param name="steps">The steps of a plan.</param>
    /// <param name="changes">Its changes.</param>
    /// <param name="present">Everything that is in the database.</param>
    public static IEnumerable<Diagnostic> FindLost(EquatableArray<Step> steps, EquatableArray<Change> changes, Snapshot present)
    {
        var beyond = present.Objects.Where(o => !o.Opaque.IsEmpty).Select(o => (Id: ObjectId.Of(o), What: Words(o.Opaque)))
            .Concat(present.Objects.OfType<OpaqueObject>().Where(o => !o.Owner.IsEmpty)
                .SelectMany(o => present.Objects.Where(p => p.Name == o.Identity.OwnerName && p.Kind.IsOwner)
                .Select(p => (Id: ObjectId.Of(p), What: $"{o.Identity} {Text(o.Definition)}")))).ToList();
        if (beyond.Count == 0) yield break;
        var gone = changes.OfType<Change.Drop>().Select(d => d.Id).ToHashSet();
        var remade = steps.Where(s => s.Sql.StartsWith("DROP ", StringComparison.Ordinal) && s.Subject.Owner.IsEmpty
            && !gone.Contains(s.Subject)).ToLookup(s => s.Subject, s => s.Serves);
        foreach (var (id, what) in beyond.Where(b => remade.Contains(b.Id)))
            yield return Diagnostic.Of(DiffDiagnostics.CannotPlan, remade[id].First(),
                $"it is dropped and made again on the way, and would lose {what}") with { Subject = id };
    }

    private static IEnumerable<Diagnostic> Asked(Change change) => change switch
    {
        Change.Add { After: OpaqueObject after } => [Refused(change, $"make it by hand:\n{Text(after.Definition)}")],
        Change.Drop { Before: OpaqueObject before } => [Refused(change, $"drop it by hand:\n{Text(before.Definition)}")],
        Change.Alter { Before: OpaqueObject before, After: OpaqueObject after } =>
            [Refused(change, $"make it anew by hand:\n{Text(after.Definition)}\nIt is now:\n{Text(before.Definition)}")],
        Change.Alter { Before: OpaqueObject before } => [Refused(change,
            $"drop it by hand, and the declared one is made:\n{Text(before.Definition)}")],
        Change.Alter { After: OpaqueObject after } => [Refused(change, $"make it anew by hand:\n{Text(after.Definition)}")],
        Change.Alter { Before: TopLevelObject before, After: TopLevelObject after } => Facets(change, before, after),
        Change.Add { After: TopLevelObject { Opaque.IsEmpty: false } added } =>
            [Refused(change, $"make it by hand, with {Words(added.Opaque)}")],
        _ => [],
    };

    private static IEnumerable<Diagnostic> Facets(Change change, TopLevelObject before, TopLevelObject after)
    {
        if (before.Opaque == after.Opaque) return [];
        var other = after.Opaque.Where(f => !before.Opaque.Contains(f))
            .Concat(before.Opaque.Where(b => !after.Opaque.Any(a => a.Name == b.Name))).ToEquatableArray();
        return [Refused(change, $"change by hand {Words(other)}")];
    }

    /// <summary>
    /// Columns and checks that hang together with what the model has no words for, in their own table or in one that follows it.
    /// </summary>
    private static IEnumerable<Diagnostic> Bound(List<(Change Change, QualifiedName Owner)> parts, Snapshot present, HashSet<ObjectId> ours)
    {
        var facets = present.Objects.Where(o => !o.Opaque.IsEmpty).SelectMany(o => o.Opaque.Select(f => (Object: o, Facet: f))).ToList();
        foreach (var (change, owner) in parts)
        {
            var before = change switch { Change.Rename rename => rename.Before.LocalName, _ => change.Subject.LocalName };
            foreach (var (subject, facet) in facets)
            {
                if (subject.Name == owner && facet.Parts.Contains(before)) yield
                    return Refused(change, $"{ObjectId.Of(subject)} has it by {Words([facet])}");
                else if (change.Subject is Column or CheckConstraint && facet.Follows.Contains(owner)
                    && ours.Contains(ObjectId.Of(subject))) yield return Refused(change,
                    $"{ObjectId.Of(subject)} follows it by {Words([facet])}");
            }
        }
    }

    /// <summary>What stands on a table and names a column that goes: the server drops it along, or refuses.</summary>
    private static IEnumerable<Diagnostic> Standing(List<(Change Change, QualifiedName Owner)> parts, Snapshot present, Spelling spelling)
    {
        var standing = present.Objects.OfType<OpaqueObject>().Where(o => !o.Owner.IsEmpty).ToLookup(o => o.Identity.OwnerName);
        foreach (var (change, owner) in parts.Where(p => p.Change is Change.Drop { Before: Column }))
            foreach (var opaque in standing[owner].Where(o => Names(new(o.Definition), change.Subject.LocalName, spelling)))
                yield return Refused(change, $"{opaque.Identity} names it, drop that by hand before:\n{Text(opaque.Definition)}");
    }

    private static bool Names(SqlExpression text, Identifier name, Spelling spelling) =>
        spelling.RenameIn(text, name, new(name.Value + "_")) != text;

    private static Diagnostic Refused(Change change, string why) => Diagnostic.Of(DiffDiagnostics.CannotPlan, change.ToString(), why)
        with { Subject = change.Id };

    private static string Words(EquatableArray<OpaqueFacet> facets) => string.Join(", ",
        facets.Select(f => $"{f.Name} {Text(f.Definition)}"));

    private static string Text(string definition) => definition.Length <= Shown ? definition : definition[..Shown] + " …";
}
