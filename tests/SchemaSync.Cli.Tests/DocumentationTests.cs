using System.Text.RegularExpressions;

namespace SchemaSync.Cli.Tests;

/// <summary>The pages say what the parser knows.</summary>
public sealed partial class DocumentationTests
{
    public static TheoryData<string> Verbs => [.. CommandLine.All.Select(v => v.Name)];

    // SSY095x are the build's own; the tests of the tasks have them.
    public static TheoryData<string> Codes =>
        [.. BuildDiagnostics.All.Select(e => e.Code).Where(c => !c.StartsWith("SSY095", StringComparison.Ordinal))];

    [Theory]
    [MemberData(nameof(Verbs))]
    public void The_page_lists_every_option_of_a_verb_and_no_other(string verb)
    {
        using var tool = new Tool();
        var help = OptionName().Matches(tool.Ends(0, verb, "--help").Output.Split("Options:")[1]).Select(m => m.Value);
        var page = Repository.Read("docs/cli.md");
        Assert.Contains($"\n### {verb}\n", page, StringComparison.Ordinal);
        var section = page.Split($"\n### {verb}\n")[1].Split("\n##")[0];
        Assert.Equal(help.Append("--help").Distinct().Order(StringComparer.Ordinal),
            OptionCell().Matches(section).Select(m => m.Groups[1].Value).Append("--help").Distinct().Order(StringComparer.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page_with_cause_example_and_fix(string code)
    {
        var page = Repository.Read(DiagnosticCatalog.All[code].Page);
        Assert.StartsWith($"# {code}: {DiagnosticCatalog.All[code].Title}\n", page, StringComparison.Ordinal);
        Assert.All(["## Cause", "## Example", "## Fix"], part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Fact]
    public void The_schema_of_the_report_travels_with_the_tool()
    {
        using var stream = typeof(CommandLine).Assembly.GetManifestResourceStream("json/schemasync-report.v1.schema.json");
        Assert.NotNull(stream);
    }

    [GeneratedRegex("(?<![a-z-])--[a-z-]+")]
    private static partial Regex OptionName();

    [GeneratedRegex(@"\| `(--[a-z-]+)")]
    private static partial Regex OptionCell();
}
