namespace SchemaSync.Engine.Planning;

/// <summary>
/// Finds what a plan's proof has to look at. What is only added leaves what is built on its table alone; what goes, is renamed or
/// becomes another takes along what depends on it, because the server may refuse it, and the planner may have made it again.
/// </summary>
internal static class ClosurePass
{
    /// <summary>The scope of steps that were planned for a diff.</summary>
    /// <param name="diff">The diff.</param>
    /// <param name="steps">The steps; what they are about belongs to the scope, whatever the diff says.</param>
    /// <param name="current">Everything in the database, whosever it is.</param>
    /// <param name="dialect">The dialect of all.</param>
    public static ProofScope Of(Diff diff, EquatableArray<Step> steps, Snapshot current, Dialect dialect)
    {
        var start = diff.Start;
        var own = diff.From.Objects.Concat(start.Objects).Concat(diff.To.Objects).Select(ObjectId.Of)
            .ToHashSet(new ObjectIdComparer(dialect.Names));
        var others = Neighbours.Among(current, own);
        var graph = new DependencyGraph(start.Objects.Concat(diff.To.Objects), others, dialect, diff.To.Form.IsServer && dialect.TellsUses);
        var closure = Closure.Of(graph, Seeds(diff, steps, others, dialect));
        var both = start.Objects.Concat(diff.To.Objects).ToList();
        return new(
            diff.From.With(closure.PartOf(diff.From.Objects, start.Objects, both)),
            diff.To.With(closure.PartOf(diff.To.Objects, diff.To.Objects, both)),
            [.. Neighbours.Of(closure, others)],
            closure);
    }

    private static IEnumerable<Seed> Seeds(Diff diff, EquatableArray<Step> steps, IReadOnlyList<TopLevelObject> others, Dialect dialect)
    {
        var owners = new Dictionary<QualifiedName, ObjectId>();
        foreach (var subject in diff.From.Objects.Concat(diff.To.Objects).Where(o => o is not (Trigger or Routine)))
            owners.TryAdd(subject.Name, ObjectId.Of(subject));
        ObjectId Whole(ObjectId id) => id.Kind.IsPart && owners.TryGetValue(id.OwnerName, out var owner) ? owner : id;
        foreach (var change in diff.Changes)
        {
            var id = Whole(change.Id);
            // What is added to a domain is added to every value of it.
            var disturbs = !dialect.RewritesTexts || Disturbs(change) || (id.Kind == ObjectKind.Domain && change.Id != id);
            yield return new(id, disturbs ? Disturbance.Everything : Disturbance.None);
        }

        // What moves begins where it stood.
        var moved = diff.Changes.OfType<Change.Rename>().Select(r => r.Before).OfType<TopLevelObject>();
        foreach (var place in moved.Select(o => o.Name.Schema).Where(s => !s.IsEmpty).Distinct())
            yield return new(ObjectId.Top(ObjectKind.Schema, new(place)), Disturbance.None);
        // Those of one table may have an order among them.
        var watched = diff.Changes.Select(c => c.Subject).OfType<Trigger>().Select(t => t.On).ToHashSet();
        foreach (var trigger in diff.To.Objects.OfType<Trigger>().Where(t => watched.Contains(t.On)))
            yield return new(ObjectId.Of(trigger), Disturbance.None);
        foreach (var id in Read(diff, steps, others, dialect)) yield return new(id, Disturbance.None);
        foreach (var id in steps.Select(s => s.Subject).Distinct()) yield return new(Whole(id), Disturbance.None);
    }

    // SQL that gives rows their values, or runs along, may read anything.
    private static IEnumerable<ObjectId> Read(
        Diff diff, EquatableArray<Step> steps, IReadOnlyList<TopLevelObject> others, Dialect dialect)
    {
        var (values, named) = (RowValues.Of(diff.Changes, diff.To, dialect), HookPass.Names(steps, dialect));
        if (named.Count == 0 && !values.All.Any()) return [];
        return diff.From.Objects.Concat(diff.To.Objects).Concat(others)
            .Where(o => values.Reads(o.LocalName) || named.Contains(o.LocalName.Value)).Select(ObjectId.Of);
    }

    // What is new, or is nobody's to build on, leaves everything else as it is.
    private static bool Disturbs(Change change) => change switch
    {
        Change.Add => false,
        // Its rows move into another table of its name.
        Change.Alter { Before: Table before, After: Table after }
            when before.PartitionBy?.Canonical != after.PartitionBy?.Canonical => true,
        Change.Alter { After: Table or Index or Policy or Trigger or CheckConstraint } => false,
        Change.Drop { Before: CheckConstraint or Policy or Trigger or ForeignKey } => false,
        Change.Rename { After: Index or Policy or Trigger } => false,
        _ => true,
    };
}
