using System.Globalization;
using System.Text.RegularExpressions;

namespace SchemaSync.Tasks;

/// <summary>One error or warning in MSBuild's canonical form, <c>file(l,c,l,c): error
/// SSY1001: text</c> or <c>schemasync : error …</c>.</summary>
internal sealed record CanonicalLine(string? File, int Line, int Column, int EndLine, int EndColumn, bool IsError, string Code, string Text)
{
    // Nothing but what the command line itself prints: names of a database may look like an error of somebody else's.
    private static readonly Regex Form = new(
        @"^((?<file>[^│├└].*?)\((?<l>\d+)(,(?<c>\d+))?(,(?<l2>\d+),(?<c2>\d+))?\)|schemasync ?)"
            + @":\s+(?<kind>error|warning)\s+(?<code>SSY\d{4})\s*:\s*(?<text>.*)$",
        RegexOptions.CultureInvariant);

    public static CanonicalLine? Parse(string line)
    {
        var match = Form.Match(line);
        if (!match.Success || line.StartsWith("SchemaSync:", StringComparison.Ordinal)) return null;
        var file = match.Groups["file"].Value.Trim();
        return new(
            file.Length == 0 ? null : file,
            Number(match, "l"), Number(match, "c"), Number(match, "l2"), Number(match, "c2"),
            match.Groups["kind"].Value == "error", match.Groups["code"].Value, match.Groups["text"].Value);
    }

    private static int Number(Match match, string group) =>
        int.TryParse(match.Groups[group].Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
