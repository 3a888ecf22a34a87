namespace SchemaSync.Engine.Execution;

/// <summary>Where a plan takes what is not ours: a sequence that somebody gave to a table of ours moves along with the table. Pure.</summary>
internal static class MovedAlong
{
    /// <summary>What is not ours, as it is called after the plan.</summary>
    /// <param name="outside">What is not ours.</param>
    /// <param name="present">Everything that is in the database before the plan.</param>
    /// <param name="changes">What the plan changes.</param>
    public static EquatableArray<ObjectId> Of(EquatableArray<ObjectId> outside, Snapshot present, IEnumerable<Change> changes)
    {
        var moves = changes.OfType<Change.Rename>().Where(r => r is { Before: Table before, After: Table after } && before.Name.Schema != after.Name.Schema)
            .ToDictionary(r => ((Table)r.Before).Name, r => ((Table)r.After).Name.Schema);
        if (moves.Count == 0) return outside;
        var moved = present.Objects.OfType<Sequence>().Where(s => s.OwnedBy is { } owner && moves.ContainsKey(owner.Table))
            .ToDictionary(ObjectId.Of, s => moves[s.OwnedBy!.Table]);
        return outside.Select(id => moved.TryGetValue(id, out var schema) ? id with { Schema = schema } : id).ToEquatableArray();
    }
}
