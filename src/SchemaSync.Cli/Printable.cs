using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace SchemaSync.Cli;

/// <summary>
/// Text that a terminal, a build or a pipeline cannot take for anything but text. Names come from databases, and whoever may create a table
/// may put into its name what moves a cursor, ends a line, or begins a command of a build service.
/// </summary>
internal static partial class Printable
{
    // Azure Pipelines and TeamCity look for their commands anywhere in a line, GitHub Actions at the beginning.
    private static readonly string[] PipelineCommands = ["##vso[", "##[", "##teamcity["];

    /// <summary>One line: whatever ends one becomes visible.</summary>
    public static string Line(string text) => Escape(text, keepsLines: false);

    /// <summary>A text of several lines that are ours, such as a JSON document; the escapes are JSON's own.</summary>
    public static string Lines(string text) => Escape(text, keepsLines: true);

    /// <summary>One line that MSBuild does not take for an error or a warning, whatever the names in it are.</summary>
    public static string NoDiagnostic(string text) =>
        CanonicalForm().Replace(text, match => $"\\u{(int)match.Value[0]:x4}{match.Value[1..]}");

    // MSBuild's canonical form: a category, perhaps a code, and a colon.
    [GeneratedRegex(@"\b(error|warning)(?=(\s+[^:\s]*)?\s*:)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex CanonicalForm();

    private static string Escape(string text, bool keepsLines)
    {
        if (!text.EnumerateRunes().Any(r => IsHidden(r, keepsLines)) && !HoldsCommand(text)) return text;
        var safe = new StringBuilder(text.Length + 16);
        foreach (var (at, rune, isBroken) in Runes(text))
        {
            if (isBroken || IsHidden(rune, keepsLines) || BeginsCommand(text, at))
                AppendEscape(safe, text.AsSpan(at, isBroken ? 1 : rune.Utf16SequenceLength));
            else safe.Append(rune.ToString());
        }

        return safe.ToString();
    }

    private static IEnumerable<(int At, Rune Rune, bool IsBroken)> Runes(string text)
    {
        for (var at = 0; at < text.Length;)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            yield return (at, isWhole ? rune : Rune.ReplacementChar, !isWhole);
            at += isWhole ? rune.Utf16SequenceLength : 1;
        }
    }

    private static void AppendEscape(StringBuilder safe, ReadOnlySpan<char> units)
    {
        foreach (var unit in units) safe.Append("\\u").Append(((int)unit).ToString("x4", CultureInfo.InvariantCulture));
    }

    /// <summary>Control characters (C0, C1, DEL), the ends of lines and paragraphs,
    /// and what reorders or hides the text around it.</summary>
    private static bool IsHidden(Rune rune, bool keepsLines) => rune.Value switch
    {
        '\t' => false,
        '\n' => !keepsLines,
        0xFFFD => false,
        // Joins letters and emoji, and is needed for that.
        0x200D or 0x200C => false,
        _ => Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control or UnicodeCategory.LineSeparator
            or UnicodeCategory.ParagraphSeparator or UnicodeCategory.Format,
    };

    private static bool HoldsCommand(string text) =>
        text.Any(char.IsSurrogate) || text.Contains("::", StringComparison.Ordinal)
            || PipelineCommands.Any(c => text.Contains(c, StringComparison.OrdinalIgnoreCase));

    private static bool BeginsCommand(string text, int at) =>
        (text[at] == '#' && PipelineCommands.Any(c => string.Compare(text, at, c, 0, c.Length, StringComparison.OrdinalIgnoreCase) == 0))
        || (text[at] == ':' && at + 1 < text.Length && text[at + 1] == ':' && IsBlank(text, at));

    // Only what stands first in its line.
    private static bool IsBlank(string text, int end)
    {
        var start = text.LastIndexOf('\n', Math.Max(0, end - 1)) + 1;
        return string.IsNullOrWhiteSpace(text[start..end]);
    }
}
