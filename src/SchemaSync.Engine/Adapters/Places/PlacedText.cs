namespace SchemaSync.Engine.Adapters.Places;

/// <summary>
/// Whether a text stays in its place: closes what it opens, ends nothing that it did not begin, and holds one thing only.
/// Tokens, no grammar; what a lexer cannot tell apart does not stay.
/// </summary>
public static class PlacedText
{
    // Each begins another clause, or a statement; all are reserved where a column could be called so.
    private static readonly HashSet<string> Openers = new(StringComparer.OrdinalIgnoreCase)
    {
        "SELECT", "INTO", "REFERENCES", "CONSTRAINT", "CHECK", "PRIMARY", "FOREIGN", "UNIQUE", "CREATE", "AS", "GRANT", "DO",
    };

    /// <summary>Why it does not stay, as the end of "its default …"; null when it does.</summary>
    public static string? Fault(LexedSql lexed, SqlPlace place)
    {
        if (place == SqlPlace.Data) return null;
        if (lexed.Error is { } error) return $"holds {error}";
        var tokens = lexed.Significant;
        return place switch
        {
            SqlPlace.Word => IsName(tokens) ? null : "is not one word",
            SqlPlace.Words => tokens.TrueForAll(IsWord) ? Opener(tokens) : "is more than words",
            SqlPlace.Value =>
                tokens.Count == 1
                    ? null
                    : Unclosed(tokens, isList: true) ?? (SqlTokens.IsParenthesised(tokens) ? null : "is more than one value"),
            SqlPlace.Element => Unclosed(tokens, isList: false) ?? Swallowing(lexed),
            SqlPlace.List => Unclosed(tokens, isList: true) ?? Swallowing(lexed),
            SqlPlace.Clause => Unclosed(tokens, isList: false) ?? Opener(tokens) ?? Swallowing(lexed),
            SqlPlace.Query => Unclosed(WithoutEnd(tokens), isList: true),
            _ => throw new InvalidOperationException($"a dialect has to say what stays in a {place}"),
        };
    }

    /// <summary>Brackets that do not fit, a second statement, or a comma where one element belongs; null when there is none.</summary>
    public static string? Unclosed(IReadOnlyList<SqlToken> tokens, bool isList)
    {
        var open = new Stack<char>();
        foreach (var token in tokens)
        {
            if (token.Kind is not (SqlTokenKind.Punctuation or SqlTokenKind.Operator) || token.Length != 1) continue;
            switch (token.Span[0])
            {
                case '(' or '[':
                    open.Push(token.Span[0] == '(' ? ')' : ']');
                    break;
                case ')' or ']' when open.Count == 0 || open.Pop() != token.Span[0]:
                    return $"closes a bracket that it did not open, at character {token.Start + 1}";
                case ';':
                    return $"begins a second statement at character {token.Start + 1}";
                case ',' when open.Count == 0 && !isList:
                    return $"begins a second element at character {token.Start + 1}";
            }
        }

        return open.Count == 0 ? null : "leaves a bracket open";
    }

    /// <summary>Tokens without a semicolon at their end.</summary>
    public static IReadOnlyList<SqlToken> WithoutEnd(List<SqlToken> tokens) =>
        tokens.Count > 0 && tokens[^1].Is(";") ? tokens.GetRange(0, tokens.Count - 1) : tokens;

    // Behind a point every word is a name.
    private static string? Opener(List<SqlToken> tokens)
    {
        var depth = 0;
        for (var i = 0; i < tokens.Count; i++)
        {
            var token = tokens[i];
            if (token.Is("(") || token.Is("[")) depth++;
            else if (token.Is(")") || token.Is("]")) depth--;
            else if (depth > 0 || token.Kind != SqlTokenKind.Name || (i > 0 && tokens[i - 1].Is("."))) continue;
            else if (Openers.Contains(token.ToString())) return $"begins another clause with {token}";
        }

        return null;
    }

    // A comment up to the end of its line takes what we write behind it.
    private static string? Swallowing(LexedSql lexed) =>
        lexed.Tokens is [.., { Kind: SqlTokenKind.Comment } last] && last.Span is not ['/', ..]
            ? "ends in a comment, which takes what follows it; end the line behind it, or leave it out"
            : null;

    private static bool IsWord(SqlToken token) =>
        token.Kind is SqlTokenKind.Name or SqlTokenKind.Number || (token.Kind == SqlTokenKind.QuotedName && token.Span[0] == '"');

    private static bool IsName(List<SqlToken> tokens)
    {
        if (tokens is [{ Kind: SqlTokenKind.String or SqlTokenKind.Blob }]) return true;
        if (tokens is [{ Kind: SqlTokenKind.Operator }, { Kind: SqlTokenKind.Number }]) return true;
        for (var i = 0; i < tokens.Count; i++)
        {
            var isName = tokens[i].Kind is SqlTokenKind.Name or SqlTokenKind.QuotedName or SqlTokenKind.Number;
            if (i % 2 == 0 ? !isName : !tokens[i].Is(".")) return false;
        }

        return tokens.Count % 2 == 1;
    }
}
