namespace SchemaSync.PostgreSql.Planning;

/// <summary>Questions before the first step: rows that the partitions to come do not take. The server would tell in the middle of the
/// run, and takes all of it back; who is told before has not waited for it.</summary>
internal sealed class PartitionQuestions(PlanState state, PlanSteps steps)
{
    private const string Default = "DEFAULT";

    /// <summary>A table that is made anew: every row has to find a partition.</summary>
    public void AskAll(RemadeTable table)
    {
        if (KeyOf(table.After) is not { } columns) return;
        if (Fits(table.After.Name, columns) is not { } fits) return;
        Ask(ObjectId.Of(table.After), table.After.Name, columns, $"({fits}) IS NOT TRUE", "a row fits into no partition");
    }

    /// <summary>A table that becomes a partition, or a partition that gets another bound: its rows have to be inside, and none of them in
    /// the partition that takes all others.</summary>
    public void AskOne(Change change, Table partition)
    {
        if (!state.ToTables.TryGetValue(partition.PartitionOf, out var parent) || KeyOf(parent) is not { } columns) return;
        if (partition.Bound?.Text == Default)
        {
            AskDefault(change, partition, columns);
            return;
        }

        if (BoundCondition.Of(partition.Bound, Quoted(partition.Name, columns)) is not { } fits) return;
        Ask(change.Id, partition.Name, columns, $"{fits} IS NOT TRUE", $"a row is outside the bound of {partition.Name}");
        var rest = state.FromTables.Values.FirstOrDefault(t => t.PartitionOf == partition.PartitionOf && t.Bound?.Text == Default);
        if (rest is not null && rest.Name != partition.Name) AskRest(change.Id, partition, rest, columns);
    }

    private void AskDefault(Change change, Table partition, IReadOnlyList<Identifier> columns)
    {
        var quoted = Quoted(partition.Name, columns);
        var others = state.Partitions[partition.PartitionOf].Where(p => p.Name != partition.Name).OrderBy(p => p.Name)
            .Select(p => BoundCondition.Of(p.Bound, quoted)).OfType<string>().ToList();
        if (others.Count > 0)
            Ask(change.Id, partition.Name, columns, string.Join(" OR ", others), $"a row of {partition.Name} belongs to another partition");
    }

    /// <summary>A new partition: none of its rows may be in the one that takes all others.</summary>
    public void AskNew(ObjectId id, Table partition, Table rest)
    {
        if (state.FromTables.TryGetValue(partition.PartitionOf, out var parent) && !state.Remade.Contains(parent.Name)
            && KeyOf(parent) is { } columns)
            AskRest(id, partition, rest, columns);
    }

    // One that goes, or takes other rows as well, is out of the way by then.
    private void AskRest(ObjectId id, Table partition, Table rest, IReadOnlyList<Identifier> columns)
    {
        var stays = !state.FromTables.ContainsKey(rest.Name) || (state.ToTables.TryGetValue(rest.Name, out var after)
            && after.PartitionOf == rest.PartitionOf && after.Bound?.Canonical == rest.Bound?.Canonical);
        if (stays && BoundCondition.Of(partition.Bound, Quoted(rest.Name, columns)) is { } fits)
            Ask(id, rest.Name, columns, fits, $"a row of {rest.Name} belongs to {partition.Name}; move it first");
    }

    /// <summary>The condition that some partition takes a row; null where that cannot be asked, or nothing is refused.</summary>
    private string? Fits(QualifiedName table, IReadOnlyList<Identifier> columns)
    {
        var quoted = Quoted(table, columns);
        var all = new List<string>();
        foreach (var part in state.Partitions[table].OrderBy(p => p.Name))
        {
            if (BoundCondition.Of(part.Bound, quoted) is not { } taken) return null;
            // One that is divided itself has to have a part for it too.
            var inside = part.PartitionBy is not null && BoundCondition.Columns(part.PartitionBy) is { } own && own.All(columns.Contains)
                ? Fits(part.Name, own) : null;
            all.Add(inside is null ? taken : $"({taken} AND ({inside}))");
        }

        return all.Count == 0 ? "false" : string.Join(" OR ", all);
    }

    // Of a type whose comparison is the server's own, and as they are before the first step.
    private IReadOnlyList<Identifier>? KeyOf(Table table) =>
        BoundCondition.Columns(table.PartitionBy) is { } columns && columns.All(c => state.IsKnown(table, c)
            && table.Column(c)?.Type.Native is { } type && state.HasServersEquality(type)) ? columns : null;

    // Columns are renamed in the table that is divided, and in all of its parts with it.
    private List<string> Quoted(QualifiedName table, IReadOnlyList<Identifier> columns)
    {
        while (state.FromTables.TryGetValue(table, out var part) && !part.PartitionOf.IsEmpty) table = part.PartitionOf;
        return [.. columns.Select(c => PostgreSqlText.Quote(state.Former(table, c)))];
    }

    private void Ask(ObjectId id, QualifiedName table, IReadOnlyList<Identifier> columns, string where, string meaning) =>
        steps.Ask(new(id, $"SELECT {string.Join(", ", Quoted(table, columns))} FROM "
            + $"{PostgreSqlText.Quote(state.Former(table))} WHERE {where}", meaning));
}
