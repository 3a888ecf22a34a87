namespace SchemaSync.Cli;

/// <summary>
/// The last defence: every text leaves through <see cref="Hide"/>. No message is built from a connection string, but a driver's
/// or parser's text may quote one (an unquoted "Data Source=…;Password=…" arrives as arguments nobody knows).
/// </summary>
internal sealed class Secrets
{
    private const int Shortest = 3;
    private static readonly string[] Words = ["password", "pwd", "passwd", "passphrase", "secret", "token", "key"];
    private readonly HashSet<string> _values = new(StringComparer.Ordinal);

    /// <summary>Whether any secret was met.</summary>
    public bool AreKnown { get; private set; }

    /// <summary>Remembers the secrets in a connection string, or in anything that may be part of one.</summary>
    public void Learn(string? text)
    {
        if (string.IsNullOrEmpty(text)) return;
        foreach (var part in text.Split(';'))
        {
            LearnSpaced(part);
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0 || !IsSecret(part[..equals])) continue;
            AreKnown = true;
            var value = part[(equals + 1)..].Trim();
            Add(value);
            Add(value.Trim('"', '\''));
        }

        // A quoted value may hold semicolons, and an address has the secret before the @.
        if (text.IndexOf("://", StringComparison.Ordinal) is var scheme and >= 0 && text.IndexOf('@', scheme) is var at and >= 0
            && text.IndexOf(':', scheme + 3) is var colon and >= 0 && colon < at) Add(text[(colon + 1)..at]);
        LearnQuoted(text);
    }

    public string Hide(string text)
    {
        foreach (var value in _values.OrderByDescending(v => v.Length)) text = text.Replace(value, "***", StringComparison.Ordinal);
        return text;
    }

    private static bool IsSecret(string word) =>
        Words.Any(w => word.Contains(w, StringComparison.OrdinalIgnoreCase))
            && !word.Contains("foreign", StringComparison.OrdinalIgnoreCase);

    // Spaces in place of semicolons, as other programs write it: the driver takes all
    // that follows for one value, and its message quotes that.
    private void LearnSpaced(string part)
    {
        for (var equals = part.IndexOf('=', StringComparison.Ordinal); equals >= 0; equals = part.IndexOf('=', equals + 1))
        {
            if (!IsSecret(part[(part.LastIndexOf(' ', equals) + 1)..equals])) continue;
            var next = part.IndexOf('=', equals + 1);
            var end = next < 0 ? part.Length : Math.Max(part.LastIndexOf(' ', next), equals + 1);
            AreKnown = true;
            Add(part[(equals + 1)..end].Trim().Trim('"', '\''));
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
                var word = text[(text.LastIndexOf(';', start) + 1)..start];
                if (end > 0 && IsSecret(word)) Add(text[(start + 2)..end]);
            }
        }
    }

    private void Add(string value)
    {
        if (value.Length >= Shortest) _values.Add(value);
    }
}
