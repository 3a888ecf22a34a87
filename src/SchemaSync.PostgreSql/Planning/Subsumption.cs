namespace SchemaSync.PostgreSql.Planning;

/// <summary>What the server does by itself along with another change.</summary>
internal static class Subsumption
{
    /// <summary>The changes of a diff that need no step.</summary>
    public static IEnumerable<Change> Of(Diff diff, Dialect dialect) => 
        Followed(diff, dialect).Concat(TakenOver(diff)).Concat(PartitionMove.Subsumed(diff));

    // Views of which nothing changes but the new names of tables, which the server writes into them.
    private static IEnumerable<Change> Followed(Diff diff, Dialect dialect)
    {
        if (diff.Former.Objects.Count == 0) return [];
        var uses = new ObjectUses(diff.Start.Objects.Concat(diff.To.Objects), diff.To.Form.IsServer);
        return diff.Changes.OfType<Change.Alter>().Where(c => c.Before is View or MaterializedView && IsFollowed(diff, c, uses, dialect));
    }

    private static bool IsFollowed(Diff diff, Change.Alter change, ObjectUses uses, Dialect dialect)
    {
        var renamed = change.Before.MapExpressions(text =>
            diff.Former.Objects.Aggregate(text, (t, names) => dialect.RenameIn(t, names.Value.Name, names.Key.Name)));
        return ((IGrantable)renamed).WithGrants(((IGrantable)change.After).Grants).HasSameFacets(change.After)
            && !diff.Former.Columns.Keys.Any(c => uses.Of((TopLevelObject)change.Before).Contains(c.Owner));
    }

    // A unique index that becomes the index of a constraint of its name.
    private static IEnumerable<Change> TakenOver(Diff diff)
    {
        var keys = diff.Changes.OfType<Change.Add>().Where(a => a.After is PrimaryKey or UniqueConstraint)
            .ToLookup(a => (a.Owner, a.After.LocalName));
        if (keys.Count == 0) return [];
        var tables = diff.Start.Tables.ToDictionary(t => t.Name);
        return diff.Changes.OfType<Change.Drop>().Where(d => d.Before is Index && tables.TryGetValue(d.Owner, out var table)
            && keys[(d.Owner, d.Before.LocalName)].Any(a => ConstraintWork.IsTakenOver(table, a.After)));
    }
}
