namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Renames, and tables that move into another schema; the server rewrites every reference itself, and takes indexes, constraints
/// and owned sequences along. A name that is still taken (swaps, chains) is reached through a temporary one.
/// </summary>
internal static class RenameWork
{
    /// <summary>Schemas, before anything says where it is.</summary>
    public static void PlanSchemas(PlanSteps steps, PlanState state)
    {
        var waiting = state.Diff.Changes.OfType<Change.Rename>().Where(r => r.After is Schema).ToList();
        // In a chain the last goes first; a circle has no beginning, and is refused (SSY0302).
        while (waiting.Find(r => !waiting.Exists(o => o.Before.LocalName == r.After.LocalName)) is { } next)
        {
            var (old, name) = (Q(next.Before.LocalName), Q(next.After.LocalName));
            steps.Catalogue(Phase.Schemas, next, $"ALTER SCHEMA {old} RENAME TO {name}", $"ALTER SCHEMA {name} RENAME TO {old}",
                PlanHazards.Breaks(next));
            waiting.Remove(next);
        }
    }

    /// <summary>Triggers, policies, routines and views: ahead of everything, so that whatever is dropped has its new name.</summary>
    public static void PlanAhead(PlanSteps steps, PlanState state)
    {
        // What stands on a view is called while that has its name.
        foreach (var rename in state.Diff.Changes.OfType<Change.Rename>().OrderBy(r => r.After is not (Trigger or Policy)))
        {
            var (old, name) = (rename.Before.LocalName, rename.After.LocalName);
            switch (rename)
            {
                case { Before: Routine before, After: Routine after }:
                    var word = before.IsProcedure ? "PROCEDURE" : "FUNCTION";
                    Ahead(rename, $"ALTER {word} {BodyText.Named(state.Moved(after))} RENAME TO {Q(name)}",
                        $"ALTER {word} {BodyText.Named(state.Present(after))} RENAME TO {Q(old)}", PlanHazards.Breaks(rename));
                    break;
                case { Before: View or MaterializedView } when IsAhead(state, rename.Id.QualifiedName):
                    var move = Move.Of(rename, state.Diff.Moved);
                    Ahead(rename, move.RenameTo(move.Before, name), move.RenameTo(move.After, old), PlanHazards.Breaks(rename));
                    break;
                case { Before: Trigger, After: Trigger after }: On("TRIGGER", rename, after.On); break;
                case { After: Policy }: On("POLICY", rename, rename.Owner); break;
            }
        }

        // Their table is renamed later.
        void On(string word, Change.Rename rename, QualifiedName table) => Ahead(rename,
            $"ALTER {word} {Q(rename.Before.LocalName)} ON {Q(state.Present(table))} RENAME TO {Q(rename.After.LocalName)}",
            $"ALTER {word} {Q(rename.After.LocalName)} ON {Q(state.Present(table))} RENAME TO {Q(rename.Before.LocalName)}");

        void Ahead(Change.Rename rename, string sql, string reverse, params Hazard[] hazards) =>
            steps.Catalogue(Phase.DropPolicies, rename, sql, reverse, hazards);
    }

    /// <summary>Whether a view of this name gets it ahead of everything: it stays in its schema, and nothing has the name yet.</summary>
    public static bool IsAhead(PlanState state, QualifiedName view)
    {
        if (state.Present(view) == view || !state.To.Any(o => o is View or MaterializedView && o.Name == view)) return false;
        return state.Present(view).Schema == view.Schema
            && !state.Diff.Moved.Objects.Any(o => o is not (Trigger or Routine) && o.Name == view);
    }

    /// <summary>Tables first, then what is in them under their new name.</summary>
    /// <exception cref="SchemaSyncException">SSY0305: a view takes the name of something
    /// that gets another, and is made again as well.</exception>
    public static void Plan(PlanSteps steps, PlanState state, Bodies bodies)
    {
        var renames = state.Diff.Changes.OfType<Change.Rename>()
            .Where(r => r.After is not (View or MaterializedView) || !IsAhead(state, r.Id.QualifiedName)).ToList();
        if (renames.Find(r => r.After is View or MaterializedView && bodies.IsDropped(r.Id)) is { } remade)
            throw PlanState.CannotPlan(remade.Id, remade.ToString(),
                "something else has its new name, and it is dropped and made again on the way; do it in two runs");
        var tables = renames.Where(r => r.After is Table).ToList();
        MoveClashes.Refuse(state.Diff.Moved, renames.Where(IsMove));
        RefuseNames(state, tables);
        var moves = renames.Where(IsMove).Select(r => Move.Of(r, state.Diff.Moved)).ToList();
        foreach (var move in moves.Where(m => m.Via != m.Before.Name))
            Emit(steps, move, move.RenameTo(move.Before, move.Via), move.RenameTo(move.Before.Sibling(move.Via), move.Before.Name));
        foreach (var move in moves.Where(m => m.After.Schema != m.Before.Schema))
            Emit(steps, move, move.SetSchema(move.Before.Sibling(move.Via), move.After.Schema),
                move.SetSchema(move.After.Sibling(move.Via), move.Before.Schema));
        Add(steps, [.. tables.Except(moves.Select(m => m.Change))], state.Diff.Moved.Objects.Select(o => o.Name.Name),
            (table, before, after) => $"ALTER TABLE {Q(table.Sibling(before))} RENAME TO {Q(after)}");
        // A name that another one leaves is free once those have moved that wait for nobody.
        foreach (var move in moves.Where(m => m.Via != m.After.Name).OrderBy(m => m.Via != m.Before.Name))
            Emit(steps, move, move.RenameTo(move.After.Sibling(move.Via), move.After.Name), move.RenameTo(move.After, move.Via));
        foreach (var group in renames.Where(r => r.After is Column).GroupBy(r => r.Owner).OrderBy(g => g.Key))
        {
            var taken = state.Diff.Moved.Tables.Single(t => t.Name == state.Present(group.Key)).Columns.Select(c => c.Name);
            Add(steps, [.. group], taken, (owner, before, after) => $"ALTER TABLE {Q(owner)} RENAME COLUMN {Q(before)} TO {Q(after)}");
        }

        var indexes = state.Diff.Moved.Objects.SelectMany(o => o.Children).OfType<Index>().Select(i => i.Name);
        // What is dropped on the way comes with its own names.
        Add(steps, renames.FindAll(r => r.After is Index && !bodies.IsDropped(ObjectId.Top(ObjectKind.MaterializedView, r.Owner))), indexes,
            (owner, before, after) => $"ALTER INDEX {Q(owner.Sibling(before))} RENAME TO {Q(after)}", isNamed: false);
        foreach (var group in renames.Where(r => r.After is EnumLabel).GroupBy(r => r.Owner))
        {
            var words = state.Diff.Moved.Objects.OfType<EnumType>()
                .Single(t => t.Name == state.Present(group.Key)).Values.Select(v => new Identifier(v));
            Add(steps, [.. group], words,
                (type, before, after) =>
                    $"ALTER TYPE {Q(type)} RENAME VALUE {PostgreSqlText.Literal(before.Value)} TO {PostgreSqlText.Literal(after.Value)}");
        }
    }

    // It goes, or gets its own new name, only later.
    private static void RefuseNames(PlanState state, List<Change.Rename> tables)
    {
        foreach (var owner in state.Diff.Moved.Objects)
        {
            var taken = owner.Children.Where(c => c is Index or PrimaryKey or UniqueConstraint or ExclusionConstraint)
                .Select(c => owner.Name.Sibling(c.LocalName)).ToHashSet();
            if (tables.Find(r => taken.Contains(r.Id.QualifiedName)) is { } clash)
                throw PlanState.CannotPlan(clash.Id, clash.ToString(), $"an index of {ObjectId.Of(owner)} is called so; do it in two runs");
        }
    }

    private static void Add(PlanSteps steps, List<Change.Rename> renames, IEnumerable<Identifier> taken,
        Func<QualifiedName, Identifier, Identifier, string> sql, bool isNamed = true)
    {
        var names = taken.ToHashSet();
        var blocked = renames.Where(r => names.Contains(r.After.LocalName)).ToList();
        foreach (var rename in blocked) Emit(rename, rename.Before.LocalName, Temporary(rename));
        foreach (var rename in renames.Except(blocked)) Emit(rename, rename.Before.LocalName, rename.After.LocalName);
        foreach (var rename in blocked) Emit(rename, Temporary(rename), rename.After.LocalName);

        void Emit(Change.Rename rename, Identifier before, Identifier after) =>
            steps.Catalogue(Phase.Rename, rename, sql(Of(rename), before, after), sql(Of(rename), after, before),
                isNamed ? [PlanHazards.Breaks(rename)] : []);
    }

    private static void Emit(PlanSteps steps, Move move, string sql, string reverse) =>
        steps.Catalogue(Phase.Rename, move.Change, sql, reverse, PlanHazards.Breaks(move.Change));

    // A table that stays in its schema may have its columns renamed beside it, and goes its own way.
    private static bool IsMove(Change.Rename rename) =>
        rename is { Before: TopLevelObject before, After: TopLevelObject after } && after is not (Routine or Trigger or Schema)
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

        private string Word =>
            Change.After switch { Table => "TABLE", Sequence => "SEQUENCE", Domain => "DOMAIN", View => "VIEW",
                MaterializedView => "MATERIALIZED VIEW", _ => "TYPE" };

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
