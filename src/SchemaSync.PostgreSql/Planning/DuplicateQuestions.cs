namespace SchemaSync.PostgreSql.Planning;

/// <summary>Questions to rows before the first step: which of them would share a key.</summary>
internal sealed class DuplicateQuestions(PlanState state, PlanSteps steps, Table after)
{
    private readonly RowsToCome _rows = new(state, after);

    /// <summary>Asks the rows as they are, or as the plan leaves them; nothing where they cannot tell.</summary>
    public void Ask(Change change, Index index)
    {
        if (!index.NullsNotDistinct && index.Columns.Any(p => p.Expression is null && _rows.IsNull(p.Column))) return;
        var isKnown = IsKnown(index);
        if ((isKnown ? PostgreSqlText.Quote(state.Former(after.Name)) : Coming(index)) is not { } from) return;
        string Text(SqlExpression e) => $"({(isKnown ? state.Former(after.Name, e) : state.FormerWords(e))})";
        string Name(Identifier column) => PostgreSqlText.Quote(isKnown ? state.Former(after.Name, column) : column);
        var keys = index.Columns.Select(p => p.Expression is { } e ? Text(e) : Name(p.Column)).ToList();
        var conditions = (index.NullsNotDistinct ? [] : keys.Select(k => $"{k} IS NOT NULL"))
            .Concat(index.Where is { } where ? [Text(where)] : []).ToList();
        // A number there would be the place of a column, and another constant is refused; it is the same in every row.
        var groups = index.Columns.Zip(keys).Where(k => k.First.Expression is not { } e || !IsConstant(e)).Select(k => k.Second).ToList();
        steps.Ask(new(change.Id,
            $"SELECT {string.Join(", ", keys)}, pg_catalog.count(*) AS rows FROM {from}"
                + $"{(conditions.Count == 0 ? "" : $" WHERE {string.Join(" AND ", conditions)}")}"
                + $"{(groups.Count == 0 ? "" : $" GROUP BY {string.Join(", ", groups)}")} "
                + "HAVING pg_catalog.count(*) OPERATOR(pg_catalog.>) 1",
            "several rows share a key"));
    }

    private bool IsKnown(Index index) =>
        index.Columns.All(p => p.Expression is { } e ? state.IsKnown(after, e) : state.IsKnown(after, p.Column))
            && (index.Where is null || state.IsKnown(after, index.Where));

    private string? Coming(Index index) => _rows.From(index.Columns.Where(p => p.Expression is null).Select(p => p.Column),
        index.Columns.Select(p => p.Expression).Append(index.Where).OfType<SqlExpression>());

    private static bool IsConstant(SqlExpression key)
    {
        var tokens = Lexer.Read(key.Text).Significant.Where(t => !t.Is("(") && !t.Is(")") && !t.Is("-") && !t.Is("+")).ToList();
        return tokens is [var one]
            && (PostgreSqlText.NameOf(one) is null || one.ToString().ToUpperInvariant() is "TRUE" or "FALSE" or "NULL");
    }
}
