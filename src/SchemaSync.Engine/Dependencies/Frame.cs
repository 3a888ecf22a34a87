namespace SchemaSync.Engine.Dependencies;

/// <summary>
/// What of a table stands for it where others refer to it or read it: its columns, its keys, and how its rows are spread.
/// </summary>
internal static class Frame
{
    /// <summary>The table without what only its own rows need; of its foreign keys those that <paramref name="keeps"/> says.</summary>
    /// <param name="table">The table.</param>
    /// <param name="carries">Whether a foreign key needs an index.</param>
    /// <param name="keeps">Which of its foreign keys stay.</param>
    public static Table Of(Table table, Func<Index, bool> carries, Func<ForeignKey, bool> keeps) => table with
    {
        Columns = table.Columns.Select(Plain).ToEquatableArray(),
        CheckConstraints = [],
        ExclusionConstraints = [],
        Policies = [],
        ForeignKeys = table.ForeignKeys.Where(keeps).ToEquatableArray(),
        Indexes = table.Indexes.Where(i => IsKey(i) && (i.Unique || carries(i))).ToEquatableArray(),
        Comment = null,
        Grants = null,
        External = [],
    };

    // A default, and what a column is computed from, may call anything.
    private static Column Plain(Column column) =>
        column with { Default = null, Computed = null, Identity = null, OnUpdate = null, Comment = null };

    private static bool IsKey(Index index) =>
        index.Where is null && index.Columns.All(c => c.Expression is null && c.OperatorClass is null);
}
