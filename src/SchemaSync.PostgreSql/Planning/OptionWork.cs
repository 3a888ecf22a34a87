namespace SchemaSync.PostgreSql.Planning;

/// <summary>Options and comment of a table, and storage parameters of anything.</summary>
internal static class OptionWork
{
    // Nothing we know does these to a table with rows in it, or only by moving every row without being asked to.
    private static readonly string[] Fixed = [StorageOptions.Method, StorageOptions.Tablespace];

    /// <summary>Changes of a table's own facets.</summary>
    public static void Plan(PlanState state, PlanSteps steps, Change.Alter change, Table before, Table after)
    {
        var head = $"ALTER TABLE {PostgreSqlText.Quote(after.Name)}";
        if (before.PartitionBy?.Canonical != after.PartitionBy?.Canonical)
            throw PlanState.CannotPlan(change.Id, change.ToString(),
                "it is a partition that is partitioned itself; declare it as a table of its own, run that, and then make it one again");
        if (before.Options.Concat(after.Options).Where(o => Fixed.Contains(o.Name)).GroupBy(o => o)
            .FirstOrDefault(g => g.Count() == 1) is { } moved)
            throw PlanState.CannotPlan(change.Id, change.ToString(), $"{moved.Key.Name} would move every row");
        if (!PartitionMove.IsMove(change) && before.Bound?.Canonical != after.Bound?.Canonical)
        {
            new PartitionQuestions(state, steps).AskOne(change, after);
            Rebind(steps, change, after);
        }

        Logged(steps, change, before, after, head);
        foreach (var option in before.Options.Where(o => after.Options.All(a => a.Name != o.Name)))
        {
            if (TableText.Option(option, isSet: false) is { } clause) Add(steps, change, $"{head} {clause}", option);
        }

        foreach (var option in after.Options.Except(before.Options))
        {
            if (TableText.Option(option, isSet: true) is { } clause) Add(steps, change, $"{head} {clause}", option);
        }

        Parameters(steps, Phase.Alter, change, head, before.Options, after.Options);
        if (before.Comment != after.Comment) steps.Catalogue(Phase.Alter, change, CommentText.Set(default, after, after.Comment));
    }

    /// <summary>SET and RESET of storage parameters.</summary>
    public static void Parameters(PlanSteps steps, Phase phase, Change change, string head,
        EquatableArray<TableOption> before, EquatableArray<TableOption> after)
    {
        var set = StorageOptions.Parameters(after.Except(before));
        if (set.Length > 0) steps.Add(phase, Mild(change, $"{head} SET {set}"));
        var gone = before.Where(StorageOptions.IsParameter).Where(b => after.All(a => a.Name != b.Name))
            .Select(StorageOptions.Name).ToList();
        if (gone.Count > 0) steps.Add(phase, Mild(change, $"{head} RESET ({string.Join(", ", gone)})"));
    }

    // Rows that the policies hide are hidden only once the policies are there; an index it names has been built by then.
    private static void Add(PlanSteps steps, Change change, string sql, TableOption option) =>
        steps.Catalogue(option.Name is StorageOptions.ReplicaIdentity or StorageOptions.Cluster ? Phase.OnlineKeys : Phase.CreateBodies,
            change, sql);

    // Others come, go and move in between, out of each other's way; what changes in the table that holds them comes later, and
    // reaches all of them.
    private static void Rebind(PlanSteps steps, Change.Alter change, Table after)
    {
        steps.Catalogue(Phase.MakeRoom, change,
            $"ALTER TABLE {PostgreSqlText.Quote(after.PartitionOf)} DETACH PARTITION {PostgreSqlText.Quote(after.Name)}");
        steps.Add(Phase.Create,
            PlanSteps.Brief(change.ToString(), change.Id,
                $"ALTER TABLE {PostgreSqlText.Quote(after.PartitionOf)} ATTACH "
                    + $"PARTITION {PostgreSqlText.Quote(after.Name)} {after.Bound!.Text}", null,
            PlanHazards.BlocksReads(change.Id, change.ToString(), after.Name),
            PlanHazards.MayFail(change.Id, change.ToString(), after.Name, "it is outside the new bound")) with
            {
                Rows = RowAccess.Scan,
            });
    }

    private static void Logged(PlanSteps steps, Change change, Table before, Table after, string head)
    {
        var (was, isNow) = (before.Options.Any(o => o.Name == StorageOptions.Unlogged),
            after.Options.Any(o => o.Name == StorageOptions.Unlogged));
        if (was == isNow) return;
        steps.Add(Phase.Alter,
            PlanSteps.Brief(change.ToString(), change.Id, $"{head} SET {(isNow ? "UNLOGGED" : "LOGGED")}",
                $"{head} SET {(isNow ? "LOGGED" : "UNLOGGED")}",
            PlanHazards.Rewrites(change.Id, change.ToString(), after.Name)) with { Rows = RowAccess.Rewrite });
    }

    private static Step Mild(Change change, string sql) =>
        PlanSteps.Brief(change.ToString(), change.Id, sql) with { Lock = LockMode.BlocksDdl };
}
