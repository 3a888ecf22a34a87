namespace SchemaSync.PostgreSql.Planning;

/// <summary>Indexes of a table or materialized view that is there already.</summary>
internal sealed class IndexWork(PlanState state, PlanSteps steps, QualifiedName owner)
{
    private bool IsPartitioned => state.ToTables.TryGetValue(owner, out var table) && table.PartitionBy is not null;

    /// <summary>New, changed and superfluous indexes.</summary>
    /// <param name="changes">Changes of indexes.</param>
    /// <param name="lost">Columns that go, or get another type: an index on one of them goes with the transaction that changes it.</param>
    public void Plan(IEnumerable<Change> changes, IReadOnlySet<Identifier> lost)
    {
        foreach (var change in changes)
        {
            switch (change)
            {
                case Change.Add { After: Index index }: Add(change, index); break;
                case Change.Drop { Before: Index index }: Drop(change, index, GoesNow(index, lost)); break;
                case Change.Alter { Before: Index before, After: Index after }:
                    Alter(change, before, after, GoesNow(before, lost)); break;
            }
        }
    }

    private bool GoesNow(Index index, IReadOnlySet<Identifier> lost) =>
        Uses(index, lost) || state.CallsReplaced(index) || state.IsMadeWithTable(index.Name);

    /// <summary>A unique or plain index, built beside the writers where the server can; duplicates are looked for first.</summary>
    public void Build(Change change, Index index)
    {
        var hazards = index.Unique ? [PlanHazards.MayFail(change.Id, change.ToString(), owner, "two rows share a key")] : (Hazard[])[];
        if (index.Unique && state.ToTables.TryGetValue(owner, out var table))
            new DuplicateQuestions(state, steps, table).Ask(change, index);
        var plain = IndexText.Create(owner, index);
        if (IsPartitioned && state.IsClosed(owner))
        {
            steps.Add(Phase.Online, PartitionedIndex.BuildAtOnce(change, owner, index, hazards));
            return;
        }

        if (IsPartitioned)
        {
            steps.Ask(PartitionedIndex.NoOthers(state, change, owner));
            foreach (var step in PartitionedIndex.Build(state, change, owner, index, hazards)) steps.Add(Phase.Online, step);
            return;
        }

        steps.Add(Phase.Online, new Step
        {
            Sql = IndexText.Create(owner, index, concurrently: true),
            TransactionalSql = plain,
            Serves = change.ToString(),
            Subject = change.Id,
            Lock = LockMode.BlocksDdl,
            Rows = RowAccess.Scan,
            Transaction = TransactionMode.None,
            Hazards = [.. hazards],
            Reverse = new(ReverseKind.Sql, $"DROP INDEX CONCURRENTLY IF EXISTS {Named(index.Name)}"),
        });
    }

    private void Add(Change change, Index index)
    {
        Build(change, index);
        if (index.Comment is { } comment)
            steps.Add(Phase.Online, PlanSteps.Brief(change.ToString(), change.Id, CommentText.Set(owner, index, comment)));
    }

    private void Drop(Change change, Index index, bool now)
    {
        var isLost = change switch
        {
            Change.Drop { Before: Index { Unique: true, Invalid: false } gone } => !TemporaryName.Is(gone.Name),
            Change.Alter { Before: Index { Unique: true, Invalid: false }, After: Index { Unique: false } } => true,
            _ => false,
        };
        Hazard[] hazards = isLost ? [PlanHazards.Weakens(change, owner)] : [];
        var plain = $"DROP INDEX {Named(index.Name)}";
        var isAside = TemporaryName.IsAside(index.Name) && !index.Invalid;
        if (now || (IsPartitioned && !isAside))
        {
            if (index.Unique) KeptForeignKeys.Apart(state, steps, owner, index.Columns.Select(c => c.Column));
            steps.Catalogue(Phase.DropKeys, change, plain, IndexText.Create(owner, index), hazards);
            return;
        }

        // What a run that died left, and a name that is taken again, go first; what it put aside still serves.
        var isFirst = index.Invalid || (TemporaryName.Is(index.Name) && change is Change.Drop && !isAside)
            || state.IsNameToCome(index.Name);
        var drop = IsPartitioned
            ? PlanSteps.Brief(change.ToString(), change.Id, plain, null, hazards) with { Transaction = TransactionMode.Alone }
            : new Step
        {
            Sql = $"DROP INDEX CONCURRENTLY {Named(index.Name)}",
            TransactionalSql = plain,
            Serves = change.ToString(),
            Subject = change.Id,
            Lock = LockMode.BlocksDdl,
            Transaction = TransactionMode.None,
            Hazards = [.. hazards],
        };
        if (isFirst || !index.Unique) steps.Add(isFirst ? Phase.Leftovers : Phase.OnlineDrops, drop);
        else KeptForeignKeys.Around(state, steps, Phase.OnlineDrops, owner, index.Columns.Select(c => c.Column), drop);
    }

    private void Alter(Change change, Index before, Index after, bool now)
    {
        if (!now && (before with { Comment = after.Comment }).HasSameFacets(after))
        {
            steps.Catalogue(Phase.Alter, change, CommentText.Set(owner, after, after.Comment));
            return;
        }

        // A partitioned index takes no parameters once it is there.
        if (!now && !IsPartitioned && (before with { Options = after.Options, Comment = after.Comment }).HasSameFacets(after)
            && !after.Options.Concat(before.Options).Any(o => !StorageOptions.IsParameter(o)))
        {
            OptionWork.Parameters(steps, Phase.Alter, change, $"ALTER INDEX {Named(after.Name)}", before.Options, after.Options);
            if (before.Comment != after.Comment) steps.Catalogue(Phase.Alter, change, CommentText.Set(owner, after, after.Comment));
            return;
        }

        // What failed half-way serves no query: it goes before, not after its successor is
        // there. Of a partitioned table it may serve most partitions.
        if (now || (before.Invalid && (!IsPartitioned || HasAside(before)))) Drop(change, before, now);
        else Replace(change, before);
        Add(change, after);
        IndexMarks.Keep(state, steps, change, owner, after.Name);
    }

    /// <summary>The old one serves under another name until the new one is there (HAZARDS row 18).</summary>
    private void Replace(Change change, Index before)
    {
        var aside = TemporaryName.Of(TemporaryName.Aside, owner, before.Name);
        steps.Catalogue(Phase.Rename, change, $"ALTER INDEX {Named(before.Name)} RENAME TO {PostgreSqlText.Quote(aside)}",
            $"ALTER INDEX {Named(aside)} RENAME TO {PostgreSqlText.Quote(before.Name)}");
        Drop(change, before with { Name = aside, Invalid = before.Invalid && !IsPartitioned }, now: false);
    }

    // A run that died left the one before it under that name.
    private bool HasAside(Index index) =>
        state.FromTables.TryGetValue(owner, out var table)
            && table.Indexes.Any(i => i.Name == TemporaryName.Of(TemporaryName.Aside, owner, index.Name));

    // An index is in its table's schema, wherever the session looks.
    private string Named(Identifier index) => PostgreSqlText.Quote(owner.Sibling(index));

    /// <summary>Whether an index goes with one of these columns.</summary>
    public static bool Uses(Index index, IReadOnlySet<Identifier> lost) =>
        index.Columns.Any(p => lost.Contains(p.Column)) || index.Include.Any(lost.Contains) || lost.Any(c => ObjectUses.Names(index, c));
}
