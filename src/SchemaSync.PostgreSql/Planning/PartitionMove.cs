namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// A table that becomes a partition, or a partition that becomes a table of its own: the server attaches and detaches it where it stands
/// (manual, ALTER TABLE). What a partition has of its table is no part of it here, so its columns seem to go and come: they do not.
/// </summary>
internal static class PartitionMove
{
    /// <summary>The changes that come along with it.</summary>
    public static IEnumerable<Change> Subsumed(Diff diff)
    {
        var parents = diff.Changes.OfType<Change.Alter>().Where(IsMove)
            .ToDictionary(c => c.Id.QualifiedName, c => Parent(diff, (Table)c.Before, (Table)c.After));
        return parents.Count == 0 ? [] : diff.Changes.Where(c => c is Change.Add or Change.Drop
            && parents.TryGetValue(c.Owner, out var parent) && parent is not null && IsOf(parent, (SchemaPart)c.Subject));
    }

    /// <summary>Whether a change is of that kind.</summary>
    public static bool IsMove(Change change) =>
        change is Change.Alter { Before: Table before, After: Table after } && before.PartitionOf != after.PartitionOf;

    /// <summary>Adds the statement.</summary>
    /// <exception cref="SchemaSyncException">SSY0305: the two are not alike, or the name that a key gets is another one.</exception>
    public static void Plan(PlanState state, PlanSteps steps, Change.Alter change)
    {
        var (before, after) = ((Table)change.Before, (Table)change.After);
        if (!before.PartitionOf.IsEmpty && !after.PartitionOf.IsEmpty)
            Cannot(change, $"it is a partition of {before.PartitionOf} still; declare it as a table of its own, run that, and then this");
        if (Parent(state.Diff, before, after) is not { } parent) return;
        if (state.Diff.Changes.Any(c => c.Owner == parent.Name || (c.Owner.IsEmpty && c.Id == ObjectId.Of(parent))))
            Cannot(change, $"{parent.Name} changes at the same time; do one in a run of its own");
        if (after.PartitionOf.IsEmpty) Detach(state, steps, change, parent, after);
        else Attach(state, steps, change, parent, after);
    }

    private static void Attach(PlanState state, PlanSteps steps, Change.Alter change, Table parent, Table after)
    {
        var before = state.FromTables[after.Name];
        MustBeAlike(change, parent, before);
        if (parent.Columns.Any(c => c.Identity is not null)) Cannot(change, $"{parent.Name} numbers its rows by itself; {ByHand(parent)}");
        var missing = parent.CheckConstraints.FirstOrDefault(c => !before.CheckConstraints.Any(b => IsLike(b, c)));
        if (missing is not null) Cannot(change, $"{after.Name} has no check {missing.Name} as {parent.Name} has it; add that first");
        new PartitionQuestions(state, steps).AskOne(change, after);
        steps.Add(Phase.Alter, PlanSteps.Brief(change.ToString(), change.Id,
            $"ALTER TABLE {Q(parent.Name)} ATTACH PARTITION {Q(after.Name)} {after.Bound!.Text}",
            $"ALTER TABLE {Q(parent.Name)} DETACH PARTITION {Q(after.Name)}",
            PlanHazards.BlocksReads(change.Id, change.ToString(), after.Name),
            PlanHazards.MayFail(change.Id, change.ToString(), after.Name, "it is outside the bound")) with { Rows = RowAccess.Scan });
    }

    private static void Detach(PlanState state, PlanSteps steps, Change.Alter change, Table parent, Table after)
    {
        MustBeAlike(change, parent, after);
        // The server named what it made for the partition when that came, after the name that it had.
        var former = state.Former(after.Name);
        var renamed = after.Children.OfType<SchemaPart>().FirstOrDefault(p => p is PrimaryKey or UniqueConstraint or Index
            && IsOf(parent, p) && p.Name != ConstraintName.OfServer(former, p));
        if (renamed is not null)
            Cannot(change, $"the server calls {ObjectId.Of(after.Name, renamed)} {ConstraintName.OfServer(former, renamed)}; "
                + "declare it so, and rename it in the next run");
        var kept = parent.Children.FirstOrDefault(p => p is not (Column or Policy)
            && !after.Children.Any(c => c.Kind == p.Kind && IsLike(c, p)));
        if (kept is not null)
            Cannot(change, $"it keeps what it has as {ObjectId.Of(parent.Name, kept)}; "
                + $"declare that of {after.Name} too, and drop it in the next run");
        var bound = ((Table)change.Before).Bound!.Text;
        // Before another one takes rows that it took.
        steps.Catalogue(Phase.MakeRoom, change, $"ALTER TABLE {Q(parent.Name)} DETACH PARTITION {Q(after.Name)}",
            $"ALTER TABLE {Q(parent.Name)} ATTACH PARTITION {Q(after.Name)} {bound}",
            PlanHazards.Breaks(change, (Table)change.Before));
    }

    private static void MustBeAlike(Change change, Table parent, Table table)
    {
        var other = parent.Columns.FirstOrDefault(c => table.Column(c.Name) is not { } own || !IsLike(own, c))
            ?? table.Columns.FirstOrDefault(c => parent.Column(c.Name) is null);
        if (other is not null)
            Cannot(change, $"{other.Name} is not the same in {table.Name} and {parent.Name}; make both alike in a run before");
    }

    private static Table? Parent(Diff diff, Table before, Table after) =>
        diff.To.Tables.FirstOrDefault(t => t.Name == (after.PartitionOf.IsEmpty ? before.PartitionOf : after.PartitionOf));

    // Columns are held against each other where the move is planned.
    private static bool IsOf(Table parent, SchemaPart part) =>
        part is Column || parent.Children.Any(p => p.Kind == part.Kind && IsLike(part, p));

    private static bool IsLike(SchemaPart one, SchemaPart other) => one switch
    {
        PrimaryKey or UniqueConstraint or Index => (one with { Name = other.Name, Comment = other.Comment }).HasSameFacets(other),
        _ => one.Name == other.Name && (one with { Comment = other.Comment }).HasSameFacets(other),
    };

    private static string ByHand(Table parent) => $"by hand: copy the rows into {parent.Name}";

    private static void Cannot(Change change, string why) => throw PlanState.CannotPlan(change.Id, change.ToString(), why);

    private static string Q(QualifiedName name) => PostgreSqlText.Quote(name);
}
