namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// An index of a partitioned table, which no server builds concurrently: made for the table alone, built beside the writers on
/// each partition, and attached; with the last one it becomes valid (HAZARDS row 15).
/// </summary>
internal static class PartitionedIndex
{
    /// <summary>The steps, for a table and whatever partitions it has.</summary>
    public static IEnumerable<Step> Build(PlanState state, Change change, QualifiedName table, Index index, params Hazard[] hazards) =>
        Build(state, change, table, index, index, hazards);

    /// <summary>The one step for a table with partitions that only the server can reach: it takes all of them, and writers wait.</summary>
    public static Step BuildAtOnce(Change change, QualifiedName table, Index index, params Hazard[] hazards) =>
        PlanSteps.Brief(change.ToString(), change.Id, IndexText.Create(table, index),
            $"DROP INDEX IF EXISTS {PostgreSqlText.Quote(table.Sibling(index.Name))}",
            [PlanHazards.BlocksWrites(change.Id, change.ToString(), table), .. hazards]) with
        {
            Transaction = TransactionMode.Alone, Lock = LockMode.BlocksWrites, Rows = RowAccess.Scan,
        };

    /// <summary>A question before the first step: a partition that came since the plan was made would be left out.</summary>
    public static DataCheck NoOthers(PlanState state, Change change, QualifiedName table)
    {
        // Those that go with the plan are there by then.
        var before = state.FromTables.Values.Where(t => !t.PartitionOf.IsEmpty).ToLookup(t => t.PartitionOf);
        var known = string.Join(", ", Tree(state.Partitions, table).Concat(Tree(before, table))
            .Select(p => PostgreSqlText.Literal(state.Former(p.Name).Name.Value)).Distinct());
        return new(change.Id,
            "SELECT c.relname AS partition FROM "
            + $"pg_catalog.pg_partition_tree({PostgreSqlText.Literal(PostgreSqlText.Quote(state.Former(table)))}::pg_catalog.regclass) t "
            + "JOIN pg_catalog.pg_class c ON c.oid OPERATOR(pg_catalog.=) t.relid::pg_catalog.oid "
            + $"WHERE t.level OPERATOR(pg_catalog.>) 0 AND c.relname OPERATOR(pg_catalog.<>) ALL (ARRAY[{known}]::pg_catalog.name[])",
            $"{table} has a partition that came after the plan was made");
    }

    /// <summary>The names that the indexes of the partitions get.</summary>
    public static IEnumerable<Identifier> Names(PlanState state, QualifiedName table, Index index) =>
        Tree(state.Partitions, table).Select(p => NameOf(state, table, p, index));

    private static IEnumerable<Step> Build(PlanState state, Change change, QualifiedName table, Index index, Index root, Hazard[] hazards)
    {
        Step Step(string sql, TransactionMode mode) =>
            PlanSteps.Brief(change.ToString(), change.Id, sql, null, hazards) with { Transaction = mode };

        // Reads no row, since the table itself has none.
        yield return Step(IndexText.Create(table, index, only: true), TransactionMode.Alone) with
        {
            Lock = LockMode.BlocksWrites,
            Reverse = new(ReverseKind.Sql, $"DROP INDEX IF EXISTS {PostgreSqlText.Quote(table.Sibling(index.Name))}"),
        };
        foreach (var partition in state.Partitions[table].OrderBy(p => p.Name))
        {
            var part = index with { Name = NameOf(state, change.Owner, partition, root), Comment = null };
            if (partition.PartitionBy is not null)
            {
                foreach (var step in Build(state, change, partition.Name, part, root, hazards)) yield return step;
            }
            else
            {
                yield return Step(IndexText.Create(partition.Name, part, concurrently: true), TransactionMode.None) with
                {
                    TransactionalSql = IndexText.Create(partition.Name, part), Lock = LockMode.BlocksDdl, Rows = RowAccess.Scan,
                    Reverse = new(ReverseKind.Sql,
                        $"DROP INDEX CONCURRENTLY IF EXISTS {PostgreSqlText.Quote(partition.Name.Sibling(part.Name))}"),
                };
            }

            yield return Step(
                $"ALTER INDEX {PostgreSqlText.Quote(table.Sibling(index.Name))} ATTACH PARTITION "
                    + $"{PostgreSqlText.Quote(partition.Name.Sibling(part.Name))}", TransactionMode.Alone) with
            {
                Lock = LockMode.BlocksDdl,
            };
        }
    }

    private static IEnumerable<Table> Tree(ILookup<QualifiedName, Table> partitions, QualifiedName table) =>
        partitions[table].Concat(partitions[table].SelectMany(p => Tree(partitions, p.Name)));

    // Several indexes on the same columns: those that are there have the first names,
    // also one that this one takes the place of, and new ones follow.
    private static int NumberOf(PlanState state, QualifiedName table, Index index)
    {
        var before = state.FromTables.TryGetValue(table, out var former) ? former.Indexes : [];
        var others = before.Concat(state.ToTables.TryGetValue(table, out var after)
            ? after.Indexes.Where(i => i.Name.CompareTo(index.Name) < 0 && !before.Any(b => b.Name == i.Name))
            : []);
        return others.Count(i => Columns(i) == Columns(index));
    }

    private static string Columns(Index index) =>
        string.Join('_', index.Columns.Select(c => c.Expression is null ? c.Column.Value : "expr"));

    // What the live schema calls so is somebody's, whatever it is.
    private static Identifier NameOf(PlanState state, QualifiedName table, Table partition, Index index)
    {
        for (var number = NumberOf(state, table, index); ; number++)
        {
            var name = NameOf(partition, index, number);
            if (!state.TakenNames.Contains(name.Value)) return name;
        }
    }

    private static Identifier NameOf(Table partition, Index index, int number) =>
        ConstraintName.OfServer(partition.Name.Name, Columns(index), number == 0 ? "idx" : $"idx{number}");
}
