namespace SchemaSync.MySql.Catalog;

/// <summary>
/// The query of a view as it is printed while the view cannot be opened, beside the one that was stored with it. The first has
/// everything but what nobody resolved; the second lacks parentheses of joins and the character sets of constants.
/// </summary>
internal sealed class UnopenedText
{
    private readonly Dictionary<int, string> _instead = [];
    private readonly List<SqlToken> _printed;
    private readonly List<SqlToken> _stored;

    private UnopenedText(string printed, string stored) => (_printed, _stored) = (Words(printed), Words(stored));

    /// <summary>The printed one with what it lost; null where the two differ in more than that.</summary>
    public static string? Repaired(string printed, string stored)
    {
        var pair = new UnopenedText(printed, stored);
        if (!pair.Fits()) return null;
        var tokens = Lexer.Read(printed).Tokens;
        return string.Concat(tokens.Select(t => pair._instead.GetValueOrDefault(t.Start) ?? t.ToString())).TrimEnd();
    }

    private bool Fits()
    {
        var next = 0;
        for (var i = 0; i < _printed.Count; i++)
        {
            var printed = _printed[i];
            var stored = next < _stored.Count ? _stored[next] : default;
            if (stored.Source is not null && printed.Span.SequenceEqual(stored.Span)) next++;
            else if (stored.Kind == SqlTokenKind.Number && printed.Span is "''") _instead[printed.Start] = _stored[next++].ToString();
            else if (printed.IsWord("is") && i + 1 < _printed.Count && _printed[i + 1].IsWord("true")) Leave(i++);
            else return false;
        }

        return next == _stored.Count;
    }

    // With the space before each of the two words.
    private void Leave(int at)
    {
        for (var i = at; i < at + 2; i++) (_instead[_printed[i].Start], _instead[_printed[i].Start - 1]) = ("", "");
    }

    private static List<SqlToken> Words(string query)
    {
        var tokens = Lexer.Read(query).Significant;
        bool IsConstant(int at) => at < tokens.Count && tokens[at].Kind is SqlTokenKind.String or SqlTokenKind.Blob;
        bool IsCharSet(int at) => tokens[at].Kind == SqlTokenKind.Name && tokens[at].Span[0] == '_' && IsConstant(at + 1);
        return [.. tokens.Where((t, i) => !IsCharSet(i) && !t.Is("(") && !t.Is(")"))];
    }
}
