namespace SchemaSync.PostgreSql.Sql;

/// <summary>
/// Whether a text is one statement. The driver cuts a text at its semicolons and sends the pieces; only BEGIN ATOMIC has some inside
/// one statement (manual, CREATE FUNCTION).
/// </summary>
internal static class StatementText
{
    /// <summary>Why it is not; null when it is.</summary>
    public static string? Fault(string sql)
    {
        var lexed = Lexer.Read(sql);
        if (lexed.Error is { } error) return $"holds {error}";
        var tokens = lexed.Significant;
        var at = tokens.FindIndex(t => t.Is(";"));
        if (at < 0 || at == tokens.Count - 1) return null;
        if (BlockBefore(tokens, at) is { } start) return Block(tokens, start);
        return $"begins a second statement at character {tokens[at].Start + 1}";
    }

    /// <summary>The text cut as the driver cuts it. An extension is said to be one: the whole database has it, so scratch treats it
    /// otherwise.</summary>
    public static IEnumerable<(ObjectId? Subject, string Sql)> Parts(string sql)
    {
        var start = 0;
        foreach (var end in Lexer.Read(sql).Significant.Where(t => t.Is(";")).Select(t => t.End).Append(sql.Length))
        {
            var part = sql[start..end].Trim();
            start = end;
            if (Lexer.Read(part).Significant is { Count: > 0 } tokens && !tokens[0].Is(";")) yield return (Extension(tokens), part);
        }
    }

    private static ObjectId? Extension(List<SqlToken> tokens)
    {
        if (tokens.Count < 3 || !tokens[0].IsWord("CREATE") || !tokens[1].IsWord("EXTENSION")) return null;
        var name = tokens[2].IsWord("IF") && tokens.Count > 5 ? 5 : 2;
        return PostgreSqlText.NameOf(tokens[name]) is { } extension
            ? ObjectId.Top(ObjectKind.Extension, new(new Identifier(extension))) : null;
    }

    /// <summary>The driver cuts a text at every semicolon, and BEGIN ATOMIC has some
    /// inside: within a constant it leaves them alone.</summary>
    public static string Undivided(string sql) =>
        sql.Contains(';', StringComparison.Ordinal) && Lexer.Read(sql).Significant is var tokens
            && tokens.Take(tokens.Count - 1).Any(t => t.Is(";"))
        ? $"DO {PostgreSqlText.Dollar($"BEGIN EXECUTE {PostgreSqlText.Dollar(sql, "$statement$")}; END")}"
        : sql;

    /// <summary>
    /// Why the tokens from BEGIN ATOMIC on are not one block; null when they are. Its END stands where a statement would begin, and nothing
    /// else may be called so there.
    /// </summary>
    public static string? Block(IReadOnlyList<SqlToken> tokens, int start)
    {
        var depth = 0;
        for (var i = start + 2; i < tokens.Count; i++)
        {
            var isBegin = i == start + 2 || tokens[i - 1].Is(";");
            if (depth == 0 && isBegin && tokens[i].IsWord("END"))
            {
                var rest = i + 1 < tokens.Count && tokens[i + 1].Is(";") ? i + 2 : i + 1;
                return rest >= tokens.Count ? null : $"begins a second statement at character {tokens[rest].Start + 1}";
            }

            depth += Opens(tokens[i]);
            if (depth < 0) return $"closes a bracket that it did not open, at character {tokens[i].Start + 1}";
            if (depth > 0 && tokens[i].Is(";")) return "leaves a bracket open";
        }

        return "leaves a BEGIN ATOMIC without its END";
    }

    private static int Opens(SqlToken token) => token.Is("(") || token.Is("[") ? 1 : token.Is(")") || token.Is("]") ? -1 : 0;

    // No other clause of CREATE FUNCTION admits two names side by side.
    private static int? BlockBefore(List<SqlToken> tokens, int end)
    {
        var word = tokens.Count > 3 && tokens[1].IsWord("OR") && tokens[2].IsWord("REPLACE") ? 3 : 1;
        if (!tokens[0].IsWord("CREATE") || !(tokens[word].IsWord("FUNCTION") || tokens[word].IsWord("PROCEDURE"))) return null;
        var depth = 0;
        for (var i = 0; i < end - 1; i++)
        {
            if (tokens[i].Is("(")) depth++;
            else if (tokens[i].Is(")")) depth--;
            else if (depth == 0 && tokens[i].IsWord("BEGIN") && tokens[i + 1].IsWord("ATOMIC")) return i;
        }

        return null;
    }
}
