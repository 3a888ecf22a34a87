using System.Text.Json;
using CsCheck;

namespace SchemaSync.Cli.Tests;

/// <summary>Names of a database are text, whatever they are made of.</summary>
public sealed class PrintableTests : IDisposable
{
    private static readonly string[] Hostile =
    [
        "x\u001b[2Jy", "x\u001b]0;title\u0007", "x\u009b31m", "x\ny", "x\n::error file=a.cs,line=1::text", "x\r\n::warning::text",
        "##vso[task.setvariable variable=a]b", "##[error]x", "a##TeamCity[buildStop]",
        "x\npath(1,1): error AB12: text", "error AB12: text", "x\u202egnp.exe", "x\u2028y", "x\u0085y", "x\u200by",
        "x\u0000y".Replace("\u0000", "\u0001"), "x\ud83dy", "::set-output name=a::b", "x\u007f",
    ];

    private readonly Tool _tool = new();

    public void Dispose() => _tool.Dispose();

    [Fact]
    public void A_line_holds_nothing_that_moves_a_cursor_ends_it_or_begins_a_command()
    {
        char[] likely = ['\u001b', '\n', '\r', ':', '#', '[', '\u0085', '\u202e', '\ud800', 'v', 's', 'o', ' '];
        var characters = Gen.OneOf(Gen.Char, Gen.Int[0, likely.Length - 1].Select(i => likely[i]));
        Gen.OneOf(characters.Array[0, 30].Select(c => new string(c)), Gen.Int[0, Hostile.Length - 1].Select(i => Hostile[i])).Sample(text =>
        {
            IsHarmless(Printable.Line(text));
            foreach (var line in Printable.Lines(text).Split('\n')) IsHarmless(line);
        });
    }

    [Fact]
    public void Ordinary_text_is_left_alone()
    {
        foreach (var text in new[] { "a::int and b", "ä ☃ 数 \ud83d\udc69\u200d\ud83d\udcbb", "tab\there", "# comment", "x: error", "שלום",
            "" }) Assert.Equal(text, Printable.Line(text));
    }

    [Fact]
    public void A_document_in_JSON_says_the_same_after_it_was_made_printable() =>
        Gen.String.Where(s => s.All(c => !char.IsSurrogate(c))).Sample(text =>
        {
            var document = $"{{\n  \"a\": {JsonSerializer.Serialize(text)}\n}}";
            return JsonDocument.Parse(Printable.Lines(document)).RootElement.GetProperty("a").GetString() == text;
        });

    [Theory]
    [InlineData("plan", "text")]
    [InlineData("plan", "msbuild")]
    [InlineData("plan", "json")]
    [InlineData("diff", "text")]
    [InlineData("diff", "msbuild")]
    [InlineData("sync", "text")]
    [InlineData("sync", "msbuild")]
    [InlineData("validate", "text")]
    [InlineData("validate", "msbuild")]
    [InlineData("validate", "json")]
    public void No_report_prints_a_name_as_anything_but_text(string verb, string format)
    {
        foreach (var name in Hostile.Where(n => !n.Any(char.IsSurrogate)))
        {
            var quoted = name.Replace("\"", "\"\"", StringComparison.Ordinal);
            _tool.Sql("wanted.db", $"CREATE TABLE IF NOT EXISTS \"{quoted}\" (a, \"{quoted}\" INTEGER CHECK (\"{quoted}\" > 0))");
        }

        _tool.With("SCHEMASYNC_CONNECTION", "Data Source=shop.db");
        _tool.Sql("shop.db", "CREATE TABLE t (a)");
        string[] sources = verb == "diff"
            ? ["--from", "Data Source=shop.db", "--to", "Data Source=wanted.db"]
            : ["--target", "Data Source=wanted.db"];
        var run = _tool.Run([verb, "--provider", "Sqlite", .. sources, "--format", format, .. verb == "sync" ? new[] { "--yes" } : []]);
        Assert.Contains("x", run.Output, StringComparison.Ordinal);
        foreach (var line in run.All.Split('\n'))
        {
            IsHarmless(line);
            // One error of MSBuild's, at most, is one of ours.
            if (format == "msbuild") Assert.DoesNotMatch(@"^[^:]*(:[^:]*)?\b(error|warning)\s+AB12", line);
        }
    }

    private static void IsHarmless(string line)
    {
        Assert.DoesNotContain(line, c => char.IsControl(c) && c != '\t');
        Assert.DoesNotContain(line,
            c => c is '\u2028' or '\u2029' or (>= '\u202a' and <= '\u202e') or (>= '\u2066' and <= '\u2069') or '\u200b');
        Assert.False(line.TrimStart().StartsWith("::", StringComparison.Ordinal), line);
        Assert.DoesNotContain("##vso[", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("##teamcity[", line, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("##[", line, StringComparison.Ordinal);
    }
}
