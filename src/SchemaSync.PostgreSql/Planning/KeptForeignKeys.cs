namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Foreign keys that stay as they are while the key they refer to is replaced. The server ties each of them to one unique index and
/// refuses to drop that one, so they go and come in the transaction that swaps it, and the rows are read again afterwards.
/// </summary>
internal static class KeptForeignKeys
{
    /// <summary>Adds a step that drops the index or key over these columns, with what has to happen around it.</summary>
    public static void Around(PlanState state, PlanSteps steps, Phase phase,
        QualifiedName table, IEnumerable<Identifier> columns, Step drop)
    {
        var keys = On(state, table, [.. columns]).ToList();
        foreach (var (owner, key) in keys)
            steps.Add(phase, Brief(owner, key, $"DROP CONSTRAINT {PostgreSqlText.Quote(key.Name)}", LockMode.BlocksReads));
        steps.Add(phase,
            keys.Count == 0
                ? drop
                : drop with
                {
                    Transaction = TransactionMode.Shared,
                    Sql = drop.TransactionalSql ?? drop.Sql,
                    TransactionalSql = null,
                    Lock = LockMode.BlocksReads,
                });
        foreach (var (owner, key) in keys) Add(state, steps, phase, owner, key);
        foreach (var (owner, key) in keys) Validate(state, steps, phase, owner, key);
    }

    /// <summary>For a key that goes in one phase and comes in another: its foreign keys
    /// go before it, and come back after its successor.</summary>
    public static void Apart(PlanState state, PlanSteps steps, QualifiedName table, IEnumerable<Identifier> columns)
    {
        foreach (var (owner, key) in On(state, table, [.. columns]))
        {
            var mayFail = PlanHazards.MayFail(ObjectId.Of(owner, key), $"keep {ObjectId.Of(owner, key)}", owner,
                $"it refers to a row of {table} that is not there");
            steps.Add(Phase.DropForeignKeys, Brief(owner, key, $"DROP CONSTRAINT {PostgreSqlText.Quote(key.Name)}", LockMode.BlocksReads));
            Add(state, steps, Phase.OnlineKeys, owner, key, mayFail);
            Validate(state, steps, Phase.OnlineKeys, owner, key, mayFail);
        }
    }

    /// <summary>Foreign keys of both sides that refer to these columns; those that change are made anew by their own change.</summary>
    private static IEnumerable<(QualifiedName Table, ForeignKey Key)> On(PlanState state, QualifiedName table, HashSet<Identifier> columns)
    {
        var changed = state.Diff.Changes.Where(c => c.Subject is ForeignKey).Select(c => (c.Owner, c.Subject.LocalName)).ToHashSet();
        return state.FromTables.Values.Where(t => state.ToTables.ContainsKey(t.Name)).OrderBy(t => t.Name)
            .SelectMany(t =>
                t.ForeignKeys
                    .Where(k => k.ReferencedTable == table && columns.SetEquals(k.ReferencedColumns) && !changed.Contains((t.Name, k.Name)))
                    .Select(k => (t.Name, k)));
    }

    private static void Add(PlanState state, PlanSteps steps, Phase phase, QualifiedName owner, ForeignKey key,
        params Hazard[] hazards)
    {
        var isRead = IsReadAtOnce(state, owner, key);
        steps.Add(phase,
            Brief(owner, key, $"ADD {ConstraintText.Define(key.NotEnforced || isRead ? key : key with { NotValid = true })}",
                LockMode.BlocksWrites) with
            {
                Rows = isRead ? RowAccess.Scan : RowAccess.None,
                Hazards = isRead
                    ? [.. hazards, PlanHazards.BlocksWrites(ObjectId.Of(owner, key), $"keep {ObjectId.Of(owner, key)}", owner)]
                    : [],
            });
        if (key.Comment is { } comment)
            steps.Add(phase,
                PlanSteps.Brief($"keep {ObjectId.Of(owner, key)}", ObjectId.Of(owner, key), CommentText.Set(owner, key, comment)));
    }

    // What VALIDATE finds of a partitioned table is not told to its partitions, and until version 18 one has no key that is not valid.
    private static bool IsReadAtOnce(PlanState state, QualifiedName owner, ForeignKey key) => !key.NotValid && !key.NotEnforced
        && (state.IsPartitioned(key.ReferencedTable) || (state.IsPartitioned(owner) && !state.Server.ValidatesKeysOfPartitions));

    private static void Validate(PlanState state, PlanSteps steps, Phase phase, QualifiedName owner, ForeignKey key,
        params Hazard[] hazards)
    {
        if (key.NotValid || key.NotEnforced || IsReadAtOnce(state, owner, key)) return;
        steps.Add(phase,
            Brief(owner, key, $"VALIDATE CONSTRAINT {PostgreSqlText.Quote(key.Name)}", LockMode.BlocksDdl) with
            {
                Transaction = TransactionMode.Alone,
                Rows = RowAccess.Scan,
                Hazards = [.. hazards],
            });
    }

    private static Step Brief(QualifiedName owner, ForeignKey key, string clause, LockMode mode) =>
        PlanSteps.Brief($"keep {ObjectId.Of(owner, key)}", ObjectId.Of(owner, key),
            $"ALTER TABLE {PostgreSqlText.Quote(owner)} {clause}") with { Lock = mode };
}
