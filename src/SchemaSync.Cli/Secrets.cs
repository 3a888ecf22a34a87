namespace SchemaSync.Cli;

/// <summary>
/// The last defence: every text leaves through <see cref="Hide"/>. No message is built from a connection string, but a driver's
/// or parser's text may quote one (an unquoted "Data Source=…;Password=…" arrives as arguments nobody knows). A secret is hidden
/// behind "password=" and its like whatever it is, and anywhere else unless it is a name of the connection as well: messages call
/// databases and users by their names, and a name that is hidden tells what the password is.
/// </summary>
internal sealed class Secrets
{
    // A shorter one is found as a whole word only, and the shortest only behind its keyword: they are parts of any text.
    private const int Shortest = 3, Sure = 8;
    private static readonly string[] Words = ["password", "pwd", "passwd", "passphrase", "secret", "token", "key"];
    private static readonly string[] NameWords = ["database", "dbname", "catalog", "user", "uid", "host", "server", "source", "path"];
    private readonly HashSet<string> _values = new(StringComparer.Ordinal), _names = new(StringComparer.Ordinal);

    /// <summary>Whether any secret was met.</summary>
    public bool AreKnown { get; private set; }

    /// <summary>Remembers the secrets in a connection string, or in anything that may be part of one.</summary>
    public void Learn(string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        foreach (var part in text.Split(';'))
        {
            LearnSpaced(part);
            if (part.IndexOf('=', StringComparison.Ordinal) is var equals and >= 0) Add(part[..equals], part[(equals + 1)..]);
        }

        // A quoted value may hold semicolons, and an address has the secret before the @.
        if (text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 && text.IndexOf('@', scheme) is var at and >= 0
            && text.IndexOf(':', scheme + 3) is var colon and >= 0 && colon < at)
        {
            _values.Add(text[(colon + 1)..at]);
            _names.Add(text[(scheme + 3)..colon]);
            _names.UnionWith(text[(at + 1)..].Split('/', '?', ':'));
        }

        LearnQuoted(text);
    }

    /// <summary>The text without secrets.</summary>
    public string Hide(string text)
    {
        foreach (var value in _values.OrderByDescending(v => v.Length)) text = Without(value, text);
        return text;
    }

    private string Without(string value, string text)
    {
        for (var at = text.IndexOf(value, StringComparison.Ordinal); at >= 0;)
        {
            var end = at + value.Length;
            var isHidden = IsGiven(text, at, end) || (!_names.Contains(value) && value.Length >= Shortest
                && (value.Length >= Sure || IsWhole(text, at, end)));
            if (isHidden) (text, end) = ($"{text[..at]}***{text[end..]}", at + 3);
            at = text.IndexOf(value, end, StringComparison.Ordinal);
        }

        return text;
    }

    private static bool IsGiven(string text, int at, int end)
    {
        if (at > 0 && text[at - 1] == ':' && end < text.Length && text[end] == '@') return true;
        var before = text.AsSpan(0, at).TrimEnd("\"' ");
        if (before.IsEmpty || before[^1] != '=') return false;
        var word = before[..^1].TrimEnd("\"' ");
        var start = word.Length;
        while (start > 0 && char.IsLetter(word[start - 1])) start--;
        return IsSecret(word[start..].ToString());
    }

    private static bool IsWhole(string text, int at, int end) =>
        (at == 0 || !IsPart(text[at - 1]) || !IsPart(text[at]))
            && (end == text.Length || !IsPart(text[end]) || !IsPart(text[end - 1]));

    private static bool IsPart(char c) => char.IsLetterOrDigit(c) || c == '_';

    private static bool IsSecret(string word) =>
        Words.Any(w => word.Contains(w, StringComparison.OrdinalIgnoreCase))
            && !word.Contains("foreign", StringComparison.OrdinalIgnoreCase);

    // Spaces in place of semicolons, as other programs write it: the driver takes all
    // that follows for one value, and its message quotes that.
    private void LearnSpaced(string part)
    {
        for (var equals = part.IndexOf('=', StringComparison.Ordinal); equals >= 0; equals = part.IndexOf('=', equals + 1))
        {
            var next = part.IndexOf('=', equals + 1);
            var end = next < 0 ? part.Length : Math.Max(part.LastIndexOf(' ', next), equals + 1);
            Add(part[(part.LastIndexOf(' ', equals) + 1)..equals], part[(equals + 1)..end]);
        }
    }

    private void LearnQuoted(string text)
    {
        foreach (var quote in "\"'")
        {
            for (var start = text.IndexOf("=" + quote, StringComparison.Ordinal);
                start >= 0;
                start = text.IndexOf("=" + quote, start + 1, StringComparison.Ordinal))
            {
                var end = text.IndexOf(quote, start + 2);
                if (end > 0) Add(text[(text.LastIndexOf(';', start) + 1)..start], text[(start + 2)..end]);
            }
        }
    }

    private void Add(string keyword, string value)
    {
        if (IsSecret(keyword))
        {
            AreKnown = true;
            Keep(_values, value.Trim());
        }
        else if (NameWords.Any(w => keyword.Contains(w, StringComparison.OrdinalIgnoreCase)))
        {
            Keep(_names, value.Trim());
        }
    }

    private static void Keep(HashSet<string> values, string value)
    {
        foreach (var kept in (string[])[value, value.Trim('"', '\'')])
            if (kept.Length > 0) values.Add(kept);
    }
}
