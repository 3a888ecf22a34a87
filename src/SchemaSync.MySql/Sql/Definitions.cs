namespace SchemaSync.MySql.Sql;

/// <summary>Finds pieces in what SHOW CREATE prints, by tokens and by its fixed layout: one line for each part of a table.</summary>
internal static class Definitions
{
    /// <summary>The parser of a full-text index; null for the built-in one.</summary>
    public static string? ParserOf(string? table, string index)
    {
        const string Parser = "WITH PARSER `";
        var line = table?.Split('\n').FirstOrDefault(l =>
            l.StartsWith($"  FULLTEXT KEY {MySqlText.Quote(new Identifier(index))} ", StringComparison.Ordinal));
        var at = line?.IndexOf(Parser, StringComparison.Ordinal) ?? -1;
        return at < 0 ? null : line![(at + Parser.Length)..].Split('`')[0];
    }

    /// <summary>The parameters of an index over vectors, which stand behind its column as <c>`M`=8</c>.</summary>
    public static IEnumerable<TableOption> ParametersOf(string? table, string index)
    {
        var start = $"  VECTOR KEY {MySqlText.Quote(new Identifier(index))} ";
        if (table?.Split('\n').FirstOrDefault(l => l.StartsWith(start, StringComparison.Ordinal)) is not { } line) yield break;
        var tokens = Lexer.Read(line[start.Length..]).Significant;
        for (var i = 1; i + 1 < tokens.Count; i++)
            if (tokens[i].Is("=") && MySqlText.NameOf(tokens[i - 1]) is { } name) yield return new(name, tokens[i + 1].ToString());
    }

    /// <summary>The query of a view, and the names its head gives to the columns.</summary>
    public static (EquatableArray<Identifier> Columns, string Query, string Algorithm)? View(string text, string checkOption)
    {
        var tokens = Lexer.Read(text).Significant;
        var at = tokens.FindIndex(t => t.IsWord("VIEW"));
        var algorithm = tokens.FindIndex(t => t.IsWord("ALGORITHM"));
        if (at < 0 || algorithm < 0 || algorithm > at) return null;
        var next = at + 2;
        while (next < tokens.Count && tokens[next].Is(".")) next += 2;
        var columns = new List<Identifier>();
        if (next < tokens.Count && tokens[next].Is("("))
        {
            for (next++; !tokens[next].Is(")"); next++)
            {
                if (!tokens[next].Is(",")) columns.Add(new(MySqlText.NameOf(tokens[next])!));
            }

            next++;
        }

        if (next >= tokens.Count || !tokens[next].IsWord("AS")) return null;
        var query = text[tokens[next].End..].Trim();
        var suffix = $" WITH {checkOption} CHECK OPTION";
        if (checkOption != "NONE" && query.EndsWith(suffix, StringComparison.OrdinalIgnoreCase)) query = query[..^suffix.Length].TrimEnd();
        return (columns.ToEquatableArray(), query, tokens[algorithm + 2].ToString());
    }

    /// <summary>The statement of a trigger.</summary>
    public static string? Trigger(string text)
    {
        var tokens = Lexer.Read(text).Significant;
        var row = tokens.FindIndex(t => t.IsWord("ROW"));
        if (row < 2 || !tokens[row - 1].IsWord("EACH")) return null;
        if (row + 2 < tokens.Count && (tokens[row + 1].IsWord("FOLLOWS") || tokens[row + 1].IsWord("PRECEDES"))) row += 2;
        return row + 1 < tokens.Count ? text[tokens[row + 1].Start..] : null;
    }

    /// <summary>What stands between the parentheses of a routine's head, what a function returns, and the body.</summary>
    public static (string Arguments, string? Returns, string Body)? Routine(string text, bool isProcedure)
    {
        var tokens = Lexer.Read(text).Significant;
        var open = tokens.FindIndex(t => t.Is("("));
        if (open < 0) return null;
        var close = SqlTokens.Closing(tokens, open);
        if (close < 0) return null;
        var arguments = text[tokens[open].End..tokens[close].Start];
        if (isProcedure) return (arguments, null, Body(text, tokens[close].End));
        // The head is printed one clause a line: RETURNS alone follows on the first.
        if (close + 1 >= tokens.Count || !tokens[close + 1].IsWord("RETURNS")) return null;
        var end = text.IndexOf('\n', tokens[close + 1].End);
        return end < 0 ? null : (arguments, text[tokens[close + 1].End..end].Trim(), Body(text, end));
    }

    // Every clause of the head stands on a line of its own that begins with four spaces; the body begins at the margin.
    private static string Body(string text, int at)
    {
        var start = text.IndexOf('\n', at) + 1;
        while (text.AsSpan(start).StartsWith("    ", StringComparison.Ordinal)) start = text.IndexOf('\n', start) + 1;
        return text[start..];
    }
}
