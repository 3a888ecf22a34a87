namespace SchemaSync.PostgreSql.Planning;

/// <summary>
/// Which rows a partition takes, as a condition: the key columns and the constants of the bound, in the words in which the server prints
/// them, between operators of its own. What a walk over the tokens does not recognise (an expression, a collation, a hash) has none.
/// </summary>
internal static class BoundCondition
{
    /// <summary>The columns of a key, such as <c>RANGE (a, b)</c>; null where it is anything else than columns, or a hash.</summary>
    public static IReadOnlyList<Identifier>? Columns(SqlExpression? key)
    {
        if (key is null || Lexer.Read(key.Text).Significant is not [var method, _, ..] tokens) return null;
        if (!(method.IsWord("RANGE") || method.IsWord("LIST")) || Items(tokens, 1) is not { } items) return null;
        var names = items.ConvertAll(i => i is [var only] ? PostgreSqlText.NameOf(only) : null);
        return names.TrueForAll(n => n is not null) ? names.ConvertAll(n => new Identifier(n!)) : null;
    }

    /// <summary>The condition; null where there is none to be had.</summary>
    /// <param name="bound">Such as <c>FOR VALUES FROM (1) TO (10)</c>.</param>
    /// <param name="columns">The key columns, in quotes.</param>
    public static string? Of(SqlExpression? bound, IReadOnlyList<string> columns)
    {
        if (bound is null || Lexer.Read(bound.Text).Significant is not [_, _, var kind, ..] tokens) return null;
        if (Items(tokens, 3) is not { } first) return null;
        if (kind.IsWord("IN") && columns is [var column]) return $"({string.Join(" OR ", first.Select(i => Is(column, i)))})";
        if (!kind.IsWord("FROM") || first.Count != columns.Count) return null;
        var to = SqlTokens.Closing(tokens, 3) + 1;
        if (to >= tokens.Count || !tokens[to].IsWord("TO") || Items(tokens, to + 1) is not { } last || last.Count != columns.Count)
            return null;
        return $"({Beyond(columns, first, 0, ">", "MINVALUE", "MAXVALUE", isIn: true)} "
            + $"AND {Beyond(columns, last, 0, "<", "MAXVALUE", "MINVALUE", isIn: false)})";
    }

    private static string Is(string column, List<SqlToken> item) =>
        item is [var only] && only.IsWord("NULL") ? $"{column} IS NULL" : $"{column} OPERATOR(pg_catalog.=) {Text(item)}";

    // Of several columns the first that differs decides; the lower end belongs to the partition, and the upper one does not.
    private static string Beyond(IReadOnlyList<string> columns, List<List<SqlToken>> ends, int at, string way, string open, string never,
        bool isIn)
    {
        if (ends[at] is [var only] && (only.IsWord(open) || only.IsWord(never))) return only.IsWord(open) ? "true" : "false";
        var (column, end) = (columns[at], Text(ends[at]));
        if (at == columns.Count - 1) return $"{column} OPERATOR(pg_catalog.{way}{(isIn ? "=" : "")}) {end}";
        return $"({column} OPERATOR(pg_catalog.{way}) {end} OR ({column} OPERATOR(pg_catalog.=) {end} "
            + $"AND {Beyond(columns, ends, at + 1, way, open, never, isIn)}))";
    }

    private static string Text(List<SqlToken> item) => item[0].Source[item[0].Start..item[^1].End];

    /// <summary>What stands between commas inside a pair of brackets.</summary>
    private static List<List<SqlToken>>? Items(IReadOnlyList<SqlToken> tokens, int open)
    {
        var close = open < tokens.Count && tokens[open].Is("(") ? SqlTokens.Closing(tokens, open) : -1;
        if (close < 0) return null;
        var items = new List<List<SqlToken>> { new() };
        var depth = 0;
        for (var i = open + 1; i < close; i++)
        {
            depth += tokens[i].Is("(") || tokens[i].Is("[") ? 1 : tokens[i].Is(")") || tokens[i].Is("]") ? -1 : 0;
            if (depth == 0 && tokens[i].Is(",")) items.Add([]);
            else items[^1].Add(tokens[i]);
        }

        return items.TrueForAll(i => i.Count > 0) ? items : null;
    }
}
