namespace SchemaSync.Engine;

/// <summary>What a change of partitions becomes: a new partition at the end and one that goes by themselves, everything else by dividing the rows anew.</summary>
internal static class MySqlPartitionWork
{
    /// <summary>The statements; the server takes none of them together with another change.</summary>
    public static IEnumerable<Step> Steps(Change change, Table before, Table after, Func<string, TableChange> online)
    {
        if (before.PartitionBy == after.PartitionBy && before.Partitions == after.Partitions) yield break;
        var table = MySqlText.Quote(after.Name);
        if (after.PartitionBy is null)
        {
            yield return Step(change, after, $"ALTER TABLE {table} REMOVE PARTITIONING", isCopy: true) with { Online = online("REMOVE PARTITIONING") };
            yield break;
        }

        if (before.PartitionBy?.Canonical != after.PartitionBy.Canonical || Grown(before.Partitions, after.Partitions) is not { } kept)
        {
            yield return Step(change, after, $"ALTER TABLE {table}\n{MySqlPartitions.Render(after)}", isCopy: true, MayFail(change, after)) with { Online = online(MySqlPartitions.Render(after)) };
            yield break;
        }

        var gone = before.Partitions.Except(after.Partitions).ToList();
        if (gone.Count > 0)
        {
            yield return Step(change, after, $"ALTER TABLE {table} DROP PARTITION {MySqlText.Names(gone.Select(p => p.Name))}", isCopy: false,
                new Hazard(Diagnostic.Of(Hazards.LosesData, $"dropping partitions of {change.Path}", $"partition {string.Join(", ", gone.Select(p => p.Name))}") with { Subject = change.Path }));
        }

        var added = after.Partitions.Skip(kept).ToList();
        if (added.Count > 0) yield return Step(change, after, $"ALTER TABLE {table} ADD PARTITION ({string.Join(", ", added.Select(MySqlPartitions.Render))})", isCopy: false);
    }

    /// <summary>How many of the new partitions were there before, when all the others come behind them; null where one comes in between, changes or takes over rows.</summary>
    private static int? Grown(EquatableArray<Partition> before, EquatableArray<Partition> after)
    {
        if (before.IsEmpty || before.Any(p => p.Values is null)) return null;
        var kept = before.Where(after.Contains).ToList();
        if (!after.Take(kept.Count).SequenceEqual(kept)) return null;
        // Without the last range the rows above it would be taken by none, or by a new one: both are not what DROP and ADD do.
        var names = before.Select(p => p.Name).ToHashSet();
        return after.Skip(kept.Count).Any(p => names.Contains(p.Name)) || (kept.Count < after.Count && kept.Count < before.Count) ? null : kept.Count;
    }

    private static Hazard MayFail(Change change, Table after) =>
        new(Diagnostic.Of(Hazards.MayFail, change.ToString(), after.Name.Value, "a row belongs to no partition") with { Subject = change.Path });

    private static Step Step(Change change, Table table, string sql, bool isCopy, params IEnumerable<Hazard> hazards) => new()
    {
        Sql = sql, Serves = change.ToString(), Subject = change.Path, Transaction = TransactionMode.None,
        Lock = isCopy ? LockMode.BlocksWrites : LockMode.BlocksReads, Rows = isCopy ? RowAccess.Rewrite : RowAccess.None,
        Hazards =
        [
            .. isCopy ? (IEnumerable<Hazard>)
            [
                new(Diagnostic.Of(Hazards.RewritesTable, change.ToString(), table.Name.Value) with { Subject = change.Path }),
                new(Diagnostic.Of(Hazards.BlocksWrites, change.ToString(), table.Name.Value) with { Subject = change.Path }),
            ] : [],
            .. hazards,
        ],
        Reverse = hazards.Any(h => h.Code == Hazards.LosesData.Code) ? new(ReverseKind.Impossible, "the rows of the partitions are gone") : new(ReverseKind.Sql, "an ALTER TABLE back to the former partitions"),
    };
}
