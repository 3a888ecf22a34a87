namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Parts of a table that stay as they are but hang on a column that is dropped and added again, and go
/// with it, or call a function that goes while another one of its name comes.
/// </summary>
internal static class RemadeParts
{
    /// <summary>They go before, and come again after.</summary>
    public static IEnumerable<Change> Of(PlanState state, Table after, IReadOnlyList<Change> changes)
    {
        var alters = changes.OfType<Change.Alter>().Where(c => c.After is Column).ToList();
        var columns = alters.Where(ColumnWork.IsReplaced).Select(c => c.After.LocalName)
            .Concat(ColumnWork.Around(state, after.Name, alters).Select(c => c.Name)).ToHashSet();
        if (columns.Count == 0 && state.Replaced.Count == 0) yield break;
        foreach (var part in state.FromTables[after.Name].Children.OfType<SchemaPart>()
            .Where(c => c is not (Column or Policy) && (Uses(c, columns) || state.CallsReplaced(c))))
        {
            var name = changes.OfType<Change.Rename>().FirstOrDefault(r => ReferenceEquals(r.Before, part))?.After.LocalName ?? part.Name;
            var next = after.Children.FirstOrDefault(c => c.Kind == part.Kind && c.LocalName == name);
            if (next is not null && !changes.Any(c => c is Change.Alter && c.Subject.Kind == part.Kind && c.Subject.LocalName == name))
                yield return new Change.Alter(after.Name, part with { Name = name }, next);
        }
    }

    /// <summary>Whether a change is of that kind: nothing differs.</summary>
    public static bool IsOne(Change.Alter change) => change.Before.HasSameFacets(change.After);

    /// <summary>Whether a part hangs on one of these columns.</summary>
    public static bool Uses(SchemaObject part, IReadOnlySet<Identifier> columns) =>
        columns.Any(c => ObjectUses.Names(part, c)) || Keys(part).Any(columns.Contains);

    /// <summary>The columns that a part names in its head.</summary>
    public static IEnumerable<Identifier> Keys(SchemaObject part) => part switch
    {
        PrimaryKey key => key.Columns.Select(c => c.Column).Concat(key.Include),
        UniqueConstraint key => key.Columns.Select(c => c.Column).Concat(key.Include),
        Index index => index.Columns.Select(c => c.Column).Concat(index.Include),
        ForeignKey key => key.Columns,
        _ => [],
    };
}
