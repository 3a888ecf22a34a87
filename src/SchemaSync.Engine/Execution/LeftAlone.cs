namespace SchemaSync.Engine.Execution;

/// <summary>What is not ours and was left out of every comparison: after a run it has to be there still. Pure.</summary>
internal sealed class LeftAlone
{
    private readonly EquatableArray<ObjectId> _objects;
    private readonly List<(ObjectId Id, string Facet)> _facets;

    private LeftAlone(EquatableArray<ObjectId> objects, List<(ObjectId, string)> facets) => (_objects, _facets) = (objects, facets);

    /// <summary>What it is, as it is called after a plan.</summary>
    /// <param name="outside">The objects that are not ours.</param>
    /// <param name="present">Everything that is in the database before the plan.</param>
    /// <param name="changes">What the plan changes.</param>
    public static LeftAlone Of(EquatableArray<ObjectId> outside, Snapshot present, EquatableArray<Change> changes)
    {
        // What goes takes it along, and of a table whose parts change each was asked for.
        var touched = changes.Where(c => c is Change.Drop or Change.Rename).Select(c => c.Id)
            .Concat(changes.OfType<Change.Rename>().Where(r => r.Before is TopLevelObject)
                .Select(r => ObjectId.Of((TopLevelObject)r.Before))).ToHashSet();
        var owners = changes.Where(c => !c.Owner.IsEmpty).Select(c => c.Owner).ToHashSet();
        var facets = present.Objects.Where(o => !o.Opaque.IsEmpty && !touched.Contains(ObjectId.Of(o)) && !owners.Contains(o.Name))
            .SelectMany(o => o.Opaque.Select(f => (ObjectId.Of(o), f.Name))).ToList();
        return new(MovedAlong.Of(outside, present, changes), facets);
    }

    /// <summary>The first that is gone, in words; null where all is there.</summary>
    public string? FirstLost(ManagedScope scope, Snapshot after, Func<ObjectId, bool> isExpected)
    {
        var lost = _objects.Except(scope.Outside(after)).Where(o => !isExpected(o)).ToList();
        if (lost.Count > 0) return $"{lost[0]}";
        if (_facets.Count == 0) return null;
        var there = after.Objects.SelectMany(o => o.Opaque.Select(f => (ObjectId.Of(o), f.Name))).ToHashSet();
        return _facets.Where(f => !there.Contains(f)).Select(f => $"{f.Facet} of {f.Id}").FirstOrDefault();
    }
}
