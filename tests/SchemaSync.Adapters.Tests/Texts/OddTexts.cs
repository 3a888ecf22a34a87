using System.Globalization;
using System.Text;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Three hundred texts that some layer between a declaration and a server may take for something else: quotes and escapes, placeholders,
/// words and comments of SQL,
/// letters of every width, marks that have no width, white space of every kind, control characters.
/// </summary>
internal static class OddTexts
{
    private const int Count = 300;

    private static readonly string[] Written =
    [
        "", " ", "  ", "'", "''", "'''", "\"", "\"\"", "`", "``", "\\", "\\\\", "\\'", "\\\"", "\\n", "\\0", "\\Z", "\\%", "\\_", "\\u0041",
            "'\\", "\\''", "a\\", "it's", "say \"hi\"", "o`clock",
        "%", "_", "%s", "{0}", "{{0}}", "{", "}", "$$", "$1", "$x$", "@x", "@@version", ":x", "?", "??", "????", "?1", "#", "# x", "--",
            "-- x", "/*", "*/", "/* x */", "/*! x */", ";", "a;b", "DELIMITER ;;",
        "NULL", "null", "'NULL'", "CURRENT_TIMESTAMP", "now()", "DEFAULT", "TRUE", "0x41", "x'41'", "X'4142'", "b'01'", "1", "-1", "0",
            "007", "1e9", "NaN", "_utf8mb4'x'", "_latin1'x'", "E'\\n'", "U&'\\0041'", "N'x'",
        "'); DROP TABLE d0; --", "' OR '1'='1", "{\"a\": [1, \"b\\n\"]}", "[]", "<a b=\"c\">&amp;</a>", "select * from t where a = 'b'",
            "BEGIN x; END", "PARTITION BY", "a,b", "(", ")", "))", "((", "a = b", "a.b", "'a'.'b'",
        "\n", "\r", "\r\n", "a\nb", "a\r\nb", "a\rb", "\t", "a\tb", " a", "a ", " a ", "\na", "a\n", "    a", "\n    a",
            "\n  CONSTRAINT `x` CHECK (", ",\n  KEY `x`", "\u00a0", "a\u00a0b", "\u00a0a\u00a0", "\u2003", "\u2028", "\u2029", "a\u2028b",
            "\u0085", "a\u0085b", "\u3000", "\ufeff", "\ufeffa", "a\ufeff", "\u200b", "\u200d", "\u00ad",
        "ä", "gelöscht", "größe", "ß", "ẞ", "İ", "ı", "é", "e\u0301", "\u0301", "a\u0323\u0307", "ñ", "Ã¶", "â‚¬", "Ã\u0083Â¶", "€", "ÿ",
            "\u00ff\u00fe", "ж", "имя", "Ωμέγα", "שלום", "مرحبا", "\u202eabc\u202c", "\u200fa", "नमस्ते", "ไทย", "中文", "日本語", "한국어", "ﷺ",
            "ﬁ", "Ǆ", "㍿", "\uffef", "\uffee", "\ue000",
        "😀", "a😀b", "😀😀", "👨‍👩‍👧‍👦", "🏳️‍🌈", "👍🏽", "𝒳", "𠮷", "\U0010ffff",
        "\U00010000", "😀'", "'😀'", "\\😀", "😀?", "?😀", "😀\n", "ö😀€",
            "Ã¶😀", "😀????", "ð\u009f\u0098\u0080", "it's größe 😀 \\ \"x\"",
        "\u0001", "\u0007", "\b", "a\bb", "\u000b", "\f", "\u001a", "a\u001ab", "\u001b[31m", "\u001f", "\u007f", "\u0080", "\u009f",
            "##vso[task.complete]", "::error::x", "\u0001\u0002\u0003'\\",
    ];

    /// <summary>All, each once: those above, and random ones of their pieces.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Written.Concat(Mixed()).Distinct(StringComparer.Ordinal).Take(Count)];

    /// <summary>More than any page, row or packet of names holds; for places without a limit of their own.</summary>
    public static string Long { get; } = string.Concat(Enumerable.Range(0, 800).Select(i => Written[i * 7 % Written.Length]));

    /// <summary>What remains different where a server takes off spaces at the end, and is not empty.</summary>
    public static IReadOnlyList<string> Labels(int bytes) =>
        [.. All.Select(t => t.TrimEnd(' ')).Where(t => t.Length > 0 && Encoding.UTF8.GetByteCount(t) <= bytes)
            .Distinct(StringComparer.Ordinal)];

    /// <summary>The texts as names, told apart by a number.</summary>
    public static IEnumerable<string> Names(Func<string, bool> allowed) =>
        All.Select((t, i) => string.Create(CultureInfo.InvariantCulture, $"{i} {t}").TrimEnd(' ', '\t', '\n', '\v', '\f', '\r'))
            .Where(n => Encoding.UTF8.GetByteCount(n) <= 60 && allowed(n));

    private static IEnumerable<string> Mixed()
    {
        for (uint seed = 1; ; seed++)
        {
            var text = new StringBuilder();
            // A sequence of its own, so that a failure comes back with the same texts on every machine.
            for (var (state, left) = (seed * 2654435761u, 2 + (seed % 4)); left > 0; left--,
                state = (state * 1664525u) + 1013904223u) text.Append(Written[(int)((state >> 8) % (uint)Written.Length)]);
            if (text.Length <= 60) yield return text.ToString();
        }
    }
}
