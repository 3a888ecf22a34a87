using System.Text;

namespace SchemaSync.Engine;

/// <summary>
/// An index of a partitioned table, which no server builds concurrently: made for the table alone, built beside the writers on
/// each partition, and attached; with the last one it becomes valid (HAZARDS row 15).
/// </summary>
internal static class PartitionedIndex
{
    private const int MaxBytes = 63;

    /// <summary>The steps, for a table and whatever partitions it has.</summary>
    public static IEnumerable<Step> Build(PlanState state, Change change, Identifier table, Index index, params Hazard[] hazards) =>
        Build(state.Partitions, change, table, index, NumberOf(state, table, index), hazards);

    /// <summary>The names that the indexes of the partitions get.</summary>
    public static IEnumerable<Identifier> Names(PlanState state, Identifier table, Index index) => Names(state.Partitions, table, index, NumberOf(state, table, index));

    private static IEnumerable<Step> Build(ILookup<Identifier, Table> partitions, Change change, Identifier table, Index index, int number, Hazard[] hazards)
    {
        Step Step(string sql, TransactionMode mode) => PlanSteps.Brief(change.ToString(), change.Path, sql, null, hazards) with { Transaction = mode };

        // Reads no row, since the table itself has none.
        yield return Step(IndexText.Create(table, index, only: true), TransactionMode.Alone) with
        {
            Lock = LockMode.BlocksWrites, Reverse = new(ReverseKind.Sql, $"DROP INDEX IF EXISTS {PostgreSqlText.Quote(index.Name)}"),
        };
        foreach (var partition in partitions[table].OrderBy(p => p.Name))
        {
            var part = index with { Name = NameOf(partition, index, number), Comment = null };
            if (partition.PartitionBy is not null)
            {
                foreach (var step in Build(partitions, change, partition.Name, part, number, hazards)) yield return step;
            }
            else
            {
                yield return Step(IndexText.Create(partition.Name, part, concurrently: true), TransactionMode.None) with
                {
                    TransactionalSql = IndexText.Create(partition.Name, part), Lock = LockMode.BlocksDdl, Rows = RowAccess.Scan,
                    Reverse = new(ReverseKind.Sql, $"DROP INDEX CONCURRENTLY IF EXISTS {PostgreSqlText.Quote(part.Name)}"),
                };
            }

            yield return Step($"ALTER INDEX {PostgreSqlText.Quote(index.Name)} ATTACH PARTITION {PostgreSqlText.Quote(part.Name)}", TransactionMode.Alone) with { Lock = LockMode.BlocksDdl };
        }
    }

    private static IEnumerable<Identifier> Names(ILookup<Identifier, Table> partitions, Identifier table, Index index, int number) =>
        partitions[table].Select(p => NameOf(p, index, number)).Concat(partitions[table].SelectMany(p => Names(partitions, p.Name, index, number)));

    // Several indexes on the same columns: those that are there have the first names, and new ones follow.
    private static int NumberOf(PlanState state, Identifier table, Index index)
    {
        var before = state.FromTables.TryGetValue(table, out var former) ? former.Indexes : [];
        var others = before.Concat(state.ToTables.TryGetValue(table, out var after) ? after.Indexes.Where(i => i.Name.CompareTo(index.Name) < 0 && !before.Any(b => b.Name == i.Name)) : []);
        return others.Count(i => i.Name != index.Name && Columns(i) == Columns(index));
    }

    private static string Columns(Index index) => string.Join('_', index.Columns.Select(c => c.Expression is null ? c.Column.Value : "expr"));

    // As the server calls them when it makes them itself (makeObjectName): table, columns, idx; the longer part is cut first.
    private static Identifier NameOf(Table partition, Index index, int number)
    {
        var (first, second) = (partition.Name.Value, Columns(index));
        var suffix = number == 0 ? "_idx" : $"_idx{number}";
        while (Encoding.UTF8.GetByteCount(first) + Encoding.UTF8.GetByteCount(second) + 1 + suffix.Length > MaxBytes)
        {
            if (Encoding.UTF8.GetByteCount(first) > Encoding.UTF8.GetByteCount(second)) first = first[..^1];
            else second = second[..^1];
        }

        return new($"{first}_{second}{suffix}");
    }
}
