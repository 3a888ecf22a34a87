using System.Text;

namespace SchemaSync.PostgreSql.Reading;

/// <summary>
/// The server's text as it would print it once more. Its own <c>(ARRAY[a, b])::t[]</c>, which it makes of <c>x IN (…)</c> on
/// varchar, is read back as a cast of every element: without this, a schema and its copy would differ.
/// </summary>
internal static class Canonical
{
    /// <summary>An expression of the catalogue.</summary>
    public static SqlExpression Expression(string text)
    {
        var settled = Settle(text);
        return new(settled, settled);
    }

    /// <summary>An expression, or null.</summary>
    public static SqlExpression? OrNull(string? text) => text is null ? null : Expression(text);

    /// <summary>The text with every such cast moved to the elements.</summary>
    public static string Settle(string text)
    {
        while (text.Contains("(ARRAY[", StringComparison.Ordinal) && Once(text) is { } next) text = next;
        return text;
    }

    private static string? Once(string text)
    {
        var tokens = Lexer.Read(text).Tokens;
        for (var i = 0; i + 2 < tokens.Count; i++)
        {
            if (!tokens[i].Is("(") || !tokens[i + 1].IsWord("ARRAY") || !tokens[i + 2].Is("[")) continue;
            var close = SqlTokens.Closing(tokens, i + 2);
            if (close < 0 || close + 2 >= tokens.Count || !tokens[close + 1].Is(")") || !tokens[close + 2].Is("::")) continue;
            var end = TypeEnd(tokens, close + 3);
            if (end is null) continue;
            var type = text[tokens[close + 3].Start..tokens[end.Value].Start];
            return text[..tokens[i].Start] + Elements(text, tokens, i + 3, close, type) + text[tokens[end.Value + 1].End..];
        }

        return null;
    }

    private static string Elements(string text, IReadOnlyList<SqlToken> tokens, int from, int close, string type)
    {
        var result = new StringBuilder("ARRAY[");
        var start = from;
        var depth = 0;
        for (var i = from; i <= close; i++)
        {
            if (tokens[i].Is("(") || tokens[i].Is("[")) depth++;
            if (i < close && (tokens[i].Is(")") || tokens[i].Is("]"))) depth--;
            if (i < close && !(depth == 0 && tokens[i].Is(","))) continue;
            result.Append(start == from ? "" : ", ").Append('(')
                .Append(text[tokens[start].Start..tokens[i].Start].Trim()).Append(")::").Append(type);
            start = i + 1;
        }

        return result.Append(']').ToString();
    }

    /// <summary>The opening bracket of the array's brackets behind a type's name.</summary>
    private static int? TypeEnd(IReadOnlyList<SqlToken> tokens, int at)
    {
        var i = at;
        while (i < tokens.Count
            && (tokens[i].Kind is SqlTokenKind.Name or SqlTokenKind.QuotedName or SqlTokenKind.Space || tokens[i].Is("."))) i++;
        if (i < tokens.Count && tokens[i].Is("(")) i = SqlTokens.Closing(tokens, i) + 1;
        return i > at && i + 1 < tokens.Count && tokens[i].Is("[") && tokens[i + 1].Is("]") ? i : null;
    }
}
