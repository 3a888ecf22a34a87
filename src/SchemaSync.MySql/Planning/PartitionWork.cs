using System.Globalization;

namespace SchemaSync.MySql.Planning;

/// <summary>What a change of partitions becomes: rows go from partition to partition wherever another one takes them; only
/// what no partition takes is dropped, and only what cannot be told divides all rows anew.</summary>
internal static class PartitionWork
{
    /// <summary>The statements; the server takes none of them together with another change.</summary>
    public static IEnumerable<Step> Steps(Change change, Table before, Table after, Func<string, TableChange> online)
    {
        if (before.PartitionBy == after.PartitionBy && before.Partitions == after.Partitions) return [];
        Step Copy(string clause, params IEnumerable<Hazard> hazards) =>
            Step(change, after, clause, isCopy: true, hazards) with { Online = online(clause) };
        if (after.PartitionBy is not { } by) return [Copy("REMOVE PARTITIONING")];
        if (before.PartitionBy is { } former)
        {
            if (Counted(former, by) is { } numbers && before.Partitions.IsEmpty && after.Partitions.IsEmpty) return [Copy(numbers)];
            if (former.Canonical == by.Canonical && Named(before.Partitions, after.Partitions) is { } named) return [Copy(named)];
            if (former.Canonical == by.Canonical && PartitionMoves.Between(by, before.Partitions, after.Partitions) is { } moves)
                return Moved(change, after, moves, Copy);
        }

        return [Copy(Partitions.Render(after), MayFail(change, after))];
    }

    private static IEnumerable<Step> Moved(Change change, Table after,
        IReadOnlyList<PartitionMove> moves, Func<string, Hazard[], Step> copy)
    {
        var gone = moves.Where(m => m.After.IsEmpty).SelectMany(m => m.Before).ToList();
        if (gone.Count > 0)
        {
            var what = $"{(gone.Count == 1 ? "partition" : FormattableString.Invariant($"{gone.Count} partitions,"))} "
                + $"{string.Join(", ", gone.Select(p => p.Name))}, whose rows no other takes";
            yield return Step(change, after, $"DROP PARTITION {MySqlText.Names(gone.Select(p => p.Name))}", isCopy: false,
                PlanHazards.Loses(change.Id, $"dropping partitions of {change.Id}", what));
        }

        foreach (var move in moves.Where(m => m.IsReorganized))
            yield return copy($"REORGANIZE PARTITION {MySqlText.Names(move.Before.Select(p => p.Name))} INTO ({Rendered(move.After)})", []);
        var added = moves.Where(m => m.Before.IsEmpty).SelectMany(m => m.After).ToList();
        if (added.Count > 0) yield return Step(change, after, $"ADD PARTITION ({Rendered(added)})", isCopy: false);
    }

    private static string Rendered(IEnumerable<Partition> partitions) => string.Join(", ", partitions.Select(Partitions.Render));

    /// <summary>Partitions by hash or key that have a number and no names: more or fewer of them.</summary>
    private static string? Counted(SqlExpression before, SqlExpression after)
    {
        var (b, a) = (Lexer.Read(before.Canonical).Significant, Lexer.Read(after.Canonical).Significant);
        if (b.Count != a.Count || b.Count < 3 || !b[^2].IsWord("PARTITIONS") || b[0].IsWord("RANGE") || b[0].IsWord("LIST")) return null;
        if (!b.SkipLast(1).Select(t => t.ToString())
            .SequenceEqual(a.SkipLast(1).Select(t => t.ToString()), StringComparer.OrdinalIgnoreCase)) return null;
        var more = int.Parse(a[^1].Span, CultureInfo.InvariantCulture) - int.Parse(b[^1].Span, CultureInfo.InvariantCulture);
        return more == 0
            ? null
            : FormattableString.Invariant($"{(more > 0 ? "ADD PARTITION PARTITIONS" : "COALESCE PARTITION")} {Math.Abs(more)}");
    }

    /// <summary>The same where they have names: the last ones go, or new ones follow.</summary>
    private static string? Named(EquatableArray<Partition> before, EquatableArray<Partition> after)
    {
        if (before.IsEmpty || after.IsEmpty || before.Concat(after).Any(p => p.Values is not null)) return null;
        if (after.Count > before.Count && after.Take(before.Count).SequenceEqual(before))
            return $"ADD PARTITION ({Rendered(after.Skip(before.Count))})";
        return after.Count < before.Count && before.Take(after.Count).SequenceEqual(after)
            ? FormattableString.Invariant($"COALESCE PARTITION {before.Count - after.Count}")
            : null;
    }

    private static Hazard MayFail(Change change, Table after) =>
        PlanHazards.MayFail(change.Id, change.ToString(), after.Name, "a row belongs to no partition");

    private static Step Step(Change change, Table table, string clause, bool isCopy, params IEnumerable<Hazard> hazards) => new()
    {
        Sql = $"ALTER TABLE {MySqlText.Quote(table.Name)}{(clause.Contains('\n', StringComparison.Ordinal) ? '\n' : ' ')}{clause}",
        Serves = change.ToString(), Subject = change.Id, Transaction = TransactionMode.None,
        Lock = isCopy ? LockMode.BlocksWrites : LockMode.BlocksReads, Rows = isCopy ? RowAccess.Rewrite : RowAccess.None,
        Hazards =
        [
            .. isCopy ? (IEnumerable<Hazard>)
            [
                PlanHazards.Rewrites(change.Id, change.ToString(), table.Name),
                PlanHazards.BlocksWrites(change.Id, change.ToString(), table.Name),
            ] : [],
            .. hazards,
        ],
        Reverse = hazards.Any(h => h.Code == Hazards.LosesData.Code)
            ? new(ReverseKind.Impossible, "the rows of the partitions are gone")
            : new(ReverseKind.Sql, "an ALTER TABLE back to the former partitions"),
    };
}
