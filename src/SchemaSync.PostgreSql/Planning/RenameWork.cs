namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Renames of tables and columns, and tables that move into another schema; the server rewrites every reference itself, and takes indexes,
/// constraints and owned sequences along. A name that is still taken (swaps, chains) is reached through a temporary one.
/// </summary>
internal static class RenameWork
{
    /// <summary>Tables first, then columns under their table's new name.</summary>
    public static void Plan(PlanSteps steps, PlanState state)
    {
        var renames = state.Diff.Changes.OfType<Change.Rename>().ToList();
        var tables = renames.Where(r => r.After is Table).ToList();
        MoveClashes.Refuse(state.Diff.From, renames.Where(IsMove));
        var moves = renames.Where(IsMove).Select(r => Move.Of(r, state.Diff.From)).ToList();
        foreach (var move in moves.Where(m => m.Via != m.Before.Name))
            Emit(steps, move, move.RenameTo(move.Before, move.Via), move.RenameTo(move.Before.Sibling(move.Via), move.Before.Name));
        foreach (var move in moves.Where(m => m.After.Schema != m.Before.Schema))
            Emit(steps, move, move.SetSchema(move.Before.Sibling(move.Via), move.After.Schema),
                move.SetSchema(move.After.Sibling(move.Via), move.Before.Schema));
        Add(steps, [.. tables.Except(moves.Select(m => m.Change))], state.Diff.From.Objects.Select(o => o.Name.Name),
            (table, before, after) => $"ALTER TABLE {Q(table.Sibling(before))} RENAME TO {Q(after)}");
        // A name that another one leaves is free once those have moved that wait for nobody.
        foreach (var move in moves.Where(m => m.Via != m.After.Name).OrderBy(m => m.Via != m.Before.Name))
            Emit(steps, move, move.RenameTo(move.After.Sibling(move.Via), move.After.Name), move.RenameTo(move.After, move.Via));
        foreach (var group in renames.Where(r => r.After is Column).GroupBy(r => r.Owner).OrderBy(g => g.Key))
        {
            var taken = state.Diff.From.Tables.Single(t => t.Name == state.Former(group.Key)).Columns.Select(c => c.Name);
            Add(steps, [.. group], taken, (owner, before, after) => $"ALTER TABLE {Q(owner)} RENAME COLUMN {Q(before)} TO {Q(after)}");
        }
    }

    private static void Add(PlanSteps steps, List<Change.Rename> renames, IEnumerable<Identifier> taken,
        Func<QualifiedName, Identifier, Identifier, string> sql)
    {
        var names = taken.ToHashSet();
        var blocked = renames.Where(r => names.Contains(r.After.LocalName)).ToList();
        foreach (var rename in blocked) Emit(rename, rename.Before.LocalName, Temporary(rename));
        foreach (var rename in renames.Except(blocked)) Emit(rename, rename.Before.LocalName, rename.After.LocalName);
        foreach (var rename in blocked) Emit(rename, Temporary(rename), rename.After.LocalName);

        void Emit(Change.Rename rename, Identifier before, Identifier after) =>
            steps.Catalogue(Phase.Rename, rename, sql(Of(rename), before, after),
                sql(Of(rename), after, before), PlanHazards.Breaks(rename));
    }

    private static void Emit(PlanSteps steps, Move move, string sql, string reverse) =>
        steps.Catalogue(Phase.Rename, move.Change, sql, reverse, PlanHazards.Breaks(move.Change));

    // A table that stays in its schema may have its columns renamed beside it, and goes its own way.
    private static bool IsMove(Change.Rename rename) =>
        rename is { Before: TopLevelObject before, After: TopLevelObject after }
            && (after is not Table || before.Name.Schema != after.Name.Schema);

    /// <summary>A table on its way into another schema; a type or sequence on its way to another name.</summary>
    /// <param name="Change">The change.</param>
    /// <param name="Before">Its name.</param>
    /// <param name="After">Its name there.</param>
    /// <param name="Via">What it is called while it moves: as before, unless that name is taken there.</param>
    private sealed record Move(Change.Rename Change, QualifiedName Before, QualifiedName After, Identifier Via)
    {
        public string RenameTo(QualifiedName from, Identifier to) => $"ALTER {Word} {Q(from)} RENAME TO {Q(to)}";

        public string SetSchema(QualifiedName of, Identifier to) => $"ALTER {Word} {Q(of)} SET SCHEMA {Q(to)}";

        private string Word => Change.After switch { Table => "TABLE", Sequence => "SEQUENCE", Domain => "DOMAIN", _ => "TYPE" };

        public static Move Of(Change.Rename rename, Snapshot from)
        {
            var (before, after) = (((TopLevelObject)rename.Before).Name, ((TopLevelObject)rename.After).Name);
            var isTaken = from.Objects.Any(o =>
                o is not Trigger && (o.Name == after || (before.Schema != after.Schema && o.Name == after.Sibling(before.Name))));
            return new(rename, before, after, isTaken ? TemporaryName.Of("rename", before, before.Name) : before.Name);
        }
    }

    // The table of a column, or the table itself, of which the schema stays.
    private static QualifiedName Of(Change.Rename rename) => rename.After is Table table ? table.Name : rename.Owner;

    private static Identifier Temporary(Change.Rename rename) => TemporaryName.Of("rename", rename.Owner, rename.Before.LocalName);

    private static string Q(Identifier name) => PostgreSqlText.Quote(name);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
