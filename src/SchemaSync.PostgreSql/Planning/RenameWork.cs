namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Renames of tables and columns; the server rewrites every reference itself. A name that is still taken (swaps, chains) is
/// reached through a temporary one.
/// </summary>
internal static class RenameWork
{
    /// <summary>Tables first, then columns under their table's new name.</summary>
    public static void Plan(PlanSteps steps, PlanState state)
    {
        var renames = state.Diff.Changes.OfType<Change.Rename>().ToList();
        Add(steps, renames.Where(r => r.After is Table).ToList(), state.Diff.From.Objects.Select(o => o.Name.Name), (table, before, after) => $"ALTER TABLE {Q(table.Sibling(before))} RENAME TO {Q(after)}");
        foreach (var group in renames.Where(r => r.After is Column).GroupBy(r => r.Owner).OrderBy(g => g.Key))
        {
            var taken = state.Diff.From.Tables.Single(t => t.Name == state.Former(group.Key)).Columns.Select(c => c.Name);
            Add(steps, [.. group], taken, (owner, before, after) => $"ALTER TABLE {Q(owner)} RENAME COLUMN {Q(before)} TO {Q(after)}");
        }
    }

    private static void Add(PlanSteps steps, List<Change.Rename> renames, IEnumerable<Identifier> taken, Func<QualifiedName, Identifier, Identifier, string> sql)
    {
        var names = taken.ToHashSet();
        var blocked = renames.Where(r => names.Contains(r.After.LocalName)).ToList();
        foreach (var rename in blocked) Emit(rename, rename.Before.LocalName, Temporary(rename));
        foreach (var rename in renames.Except(blocked)) Emit(rename, rename.Before.LocalName, rename.After.LocalName);
        foreach (var rename in blocked) Emit(rename, Temporary(rename), rename.After.LocalName);

        void Emit(Change.Rename rename, Identifier before, Identifier after) =>
            steps.Catalogue(Phase.Rename, rename, sql(Of(rename), before, after), sql(Of(rename), after, before), PlanHazards.Breaks(rename));
    }

    // The table of a column, or the table itself, of which the schema stays.
    private static QualifiedName Of(Change.Rename rename) => rename.After is Table table ? table.Name : rename.Owner;

    private static Identifier Temporary(Change.Rename rename) => TemporaryName.Of("rename", rename.Owner, rename.Before.LocalName);

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
