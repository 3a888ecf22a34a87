using System.Text;

namespace SchemaSync.MySql.Catalog;

/// <summary>
/// Expressions as MySQL's information_schema holds them. The server keeps the bytes of an expression and shows every byte as a character
/// of its own, with one more layer of backslashes: a letter beyond ASCII becomes two or more. A text in the character set of its own
/// stands among them in that set's bytes.
/// </summary>
internal static class StoredText
{
    private static readonly UTF8Encoding Strict = new(false, throwOnInvalidBytes: true);

    // Sets in which a byte below 0x80 may be a part of a letter: where a constant ends cannot be told by its bytes.
    private static readonly string[] Wide = ["_utf16", "_utf16le", "_utf32", "_ucs2", "_gbk", "_gb18030", "_big5", "_sjis", "_cp932"];

    /// <summary>Whether a text holds more than ASCII.</summary>
    public static bool IsBeyondAscii(string? text) => text is not null && !Ascii.IsValid(text);

    /// <summary>
    /// The expression as it was stored; null where the characters are none that bytes could have become, or belong to a set whose constants
    /// cannot be told.
    /// </summary>
    public static string? Decode(string shown)
    {
        var bytes = MySqlText.Unescape(shown);
        if (!IsBeyondAscii(bytes)) return bytes;
        if (bytes.Any(c => c > 0xFF)) return null;
        var lexed = Lexer.Read(bytes);
        if (lexed.Error is not null) return null;
        var text = new StringBuilder(bytes.Length);
        var introducer = "";
        foreach (var token in lexed.Tokens)
        {
            if (Token(token, introducer) is not { } decoded) return null;
            text.Append(decoded);
            introducer = token.Kind == SqlTokenKind.Name && token.Span[0] == '_' ? token.ToString().ToLowerInvariant() : "";
        }

        return text.ToString();
    }

    /// <summary>Whether SHOW CREATE TABLE prints these constants and names: it is the server's word that they were decoded rightly. Sets of
    /// their own it prints otherwise.</summary>
    public static bool IsPrintedIn(string definition, string expression) => Lexer.Read(expression).Significant
        .Where(t => t.Kind is SqlTokenKind.String or SqlTokenKind.QuotedName && !Ascii.IsValid(t.Span))
            .All(t => definition.Contains(Printed(t.ToString()), StringComparison.Ordinal));

    /// <summary>A text as the servers print it where they have three bytes for a character: of one that needs four, four question
    /// marks.</summary>
    public static string Printed(string text) => string.Concat(text.EnumerateRunes().Select(r => r.IsBmp ? r.ToString() : "????"));

    private static string? Token(SqlToken token, string introducer)
    {
        if (Ascii.IsValid(token.Span)) return token.ToString();
        if (introducer.Length == 0 || introducer is "_utf8mb4" or "_utf8mb3" or "_utf8") return Utf8(token.Span);
        if (token.Kind != SqlTokenKind.String || Wide.Contains(introducer)) return null;
        // As bytes, which the introducer in front of them turns into the same text.
        var content = MySqlText.Unescape(token.ToString()[1..^1].Replace("''", "'", StringComparison.Ordinal));
        return $" 0x{Convert.ToHexString(Encoding.Latin1.GetBytes(content))}";
    }

    private static string? Utf8(ReadOnlySpan<char> characters)
    {
        try
        {
            return Strict.GetString(Encoding.Latin1.GetBytes(characters.ToArray()));
        }
        catch (DecoderFallbackException)
        {
            return null;
        }
    }
}
