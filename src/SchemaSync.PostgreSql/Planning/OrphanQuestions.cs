namespace SchemaSync.PostgreSql.Planning;

/// <summary>Questions to rows before the first step: which of them would refer to nothing.</summary>
internal sealed class OrphanQuestions(PlanState state, PlanSteps steps, Table after)
{
    /// <summary>Asks about one key.</summary>
    public void Ask(Change change, ForeignKey key)
    {
        var isOutside = state.IsOutside(key.ReferencedTable);
        var meaning = $"a row refers to a row of {key.ReferencedTable} that is not there";
        if (key.Period || key.Columns.Any(new RowsToCome(state, after).IsNull)) return;
        if (Rows(after.Name, key.Columns, "c") is not { } children) return;
        var columns = Columns("c", after.Name, key.Columns);
        var filled = string.Join(" AND ", columns.Select(c => $"{c} IS NOT NULL"));
        var rows = $"SELECT {string.Join(", ", columns)} FROM {children} WHERE {filled}";
        if (ComesEmpty(key.ReferencedTable)) steps.Ask(new(change.Id, rows, meaning));
        var parents = isOutside ? $"{PostgreSqlText.Quote(key.ReferencedTable)} AS p"
            : Rows(key.ReferencedTable, key.ReferencedColumns, "p");
        if (parents is null || key.ReferencedColumns.IsEmpty) return;
        var keys = Columns("p", key.ReferencedTable, key.ReferencedColumns);
        var join = string.Join(" AND ", keys.Zip(columns, (p, c) => $"{p} OPERATOR(pg_catalog.=) {c}"));
        // An extension brings an equality of its own, which only the server finds without looking through the path.
        var isOurs = !isOutside && key.Columns.Select(c => after.Column(c))
            .Concat(key.ReferencedColumns.Select(c => state.ToTables[key.ReferencedTable].Column(c)))
            .All(c => c is not null && state.HasServersEquality(c.Type.Native ?? ""));
        steps.Ask(new(change.Id,
            isOurs ? $"{rows} AND NOT EXISTS (SELECT FROM {parents} WHERE {join})"
                : $"{rows} EXCEPT SELECT {string.Join(", ", keys)} FROM {parents}",
            meaning));
    }

    // What runs along with its making may fill it, and one that is divided gets the rows of its parts.
    private bool ComesEmpty(QualifiedName table) => !state.FromTables.ContainsKey(table)
        && state.ToTables.TryGetValue(table, out var made) && made is { PartitionBy: null, PartitionOf.IsEmpty: true }
        && !state.Diff.To.Intents.Any(i => i.Kind is IntentKind.Before or IntentKind.After);

    // A table as it is where that tells, and else its rows to come.
    private string? Rows(QualifiedName table, IEnumerable<Identifier> columns, string alias) =>
        !state.ToTables.TryGetValue(table, out var to) || !state.FromTables.ContainsKey(table) ? null
        : columns.All(c => state.IsKnown(to, c)) ? $"{PostgreSqlText.Quote(state.Former(table))} AS {alias}"
        : new RowsToCome(state, to).From(columns, alias);

    private List<string> Columns(string alias, QualifiedName table, IReadOnlyCollection<Identifier> columns)
    {
        var isAsItIs = !state.ToTables.TryGetValue(table, out var to) || columns.All(c => state.IsKnown(to, c));
        return [.. columns.Select(c => $"{alias}.{PostgreSqlText.Quote(isAsItIs ? state.Former(table, c) : c)}")];
    }
}
