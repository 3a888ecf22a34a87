namespace SchemaSync.Engine.Execution;

/// <summary>
/// Where a plan takes what is not ours: a sequence that somebody gave to a table of ours moves along with the table, and what somebody
/// put onto one, such as a rule, is renamed and goes with it. Pure.
/// </summary>
internal static class MovedAlong
{
    /// <summary>What is not ours and is there after the plan, as it is called then.</summary>
    /// <param name="outside">What is not ours.</param>
    /// <param name="present">Everything that is in the database before the plan.</param>
    /// <param name="changes">What the plan changes.</param>
    public static EquatableArray<ObjectId> Of(EquatableArray<ObjectId> outside, Snapshot present, IReadOnlyCollection<Change> changes)
    {
        outside = OnOwners(outside, changes);
        var moves = changes.OfType<Change.Rename>()
            .Where(r => r is { Before: Table before, After: Table after } && before.Name.Schema != after.Name.Schema)
            .ToDictionary(r => ((Table)r.Before).Name, r => ((Table)r.After).Name.Schema);
        if (moves.Count == 0) return outside;
        var moved = present.Objects.OfType<Sequence>().Where(s => s.OwnedBy is { } owner && moves.ContainsKey(owner.Table))
            .ToDictionary(ObjectId.Of, s => moves[s.OwnedBy!.Table]);
        return outside.Select(id => moved.TryGetValue(id, out var schema) ? id with { Schema = schema } : id).ToEquatableArray();
    }

    private static EquatableArray<ObjectId> OnOwners(EquatableArray<ObjectId> outside, IReadOnlyCollection<Change> changes)
    {
        if (outside.All(id => id.Owner.IsEmpty)) return outside;
        var gone = changes.OfType<Change.Drop>().Where(d => d.Id.Kind.IsOwner).Select(d => d.Id.QualifiedName).ToHashSet();
        var named = changes.OfType<Change.Rename>().Where(r => r.After is Table)
            .ToDictionary(r => ((Table)r.Before).Name, r => ((Table)r.After).Name);
        return outside.Where(id => id.Owner.IsEmpty || !gone.Contains(id.OwnerName))
            .Select(id => !id.Owner.IsEmpty && named.TryGetValue(id.OwnerName, out var now) ? id
                with { Schema = now.Schema, Owner = now.Name } : id).ToEquatableArray();
    }
}
