using System.Text.RegularExpressions;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks.Tests;

/// <summary>docs/msbuild.md, the catalogue and the packed files say the same.</summary>
public sealed partial class DocumentationTests
{
    private static string Targets => string.Concat(new[] { "Build.targets", "Build.props", "Publish.targets" }
        .Select(f => Repository.Read($"build/package/build/SchemaSync.{f}")));

    [Fact]
    public void Every_property_of_the_targets_is_documented_and_the_other_way_round()
    {
        var inTargets = Property().Matches(Targets).Select(m => m.Groups[1].Value).Except(["SchemaSyncProviderList"]).ToHashSet();
        var inPage = Row().Matches(Repository.Read("docs/msbuild.md")).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Equal(inTargets.Order(StringComparer.Ordinal), inPage.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_public_target_is_documented_and_reachable_with_several_frameworks()
    {
        var names = Target().Matches(Targets).Select(m => m.Groups[1].Value).ToHashSet();
        Assert.Equal(4, names.Count);
        var page = Repository.Read("docs/msbuild.md");
        Assert.All(names, name => Assert.Contains($"-t:{name}`", page, StringComparison.Ordinal));
        Assert.Equal(names,
            [.. Target().Matches(Repository.Read("build/package/buildMultiTargeting/SchemaSync.Build.targets"))
                .Select(m => m.Groups[1].Value)]);
    }

    [Fact]
    public void Codes_of_the_targets_are_in_the_catalogue_and_every_code_has_a_page()
    {
        var codes = BuildDiagnostics.All.ToDictionary(e => e.Code);
        Assert.All(Code().Matches(Targets).Select(m => m.Groups[1].Value), code => Assert.Contains(code, codes.Keys));
        Assert.All(codes.Values.Where(e => string.CompareOrdinal(e.Code, "SSY0950") >= 0), entry =>
        {
            var page = Repository.Read(entry.Page);
            Assert.StartsWith($"# {entry.Code}: {entry.Title}\n", page, StringComparison.Ordinal);
            Assert.All(["## Cause", "## Example", "## Fix"], part => Assert.Contains(part, page, StringComparison.Ordinal));
        });
    }

    [Fact]
    public void Whatever_the_targets_say_leads_to_a_page()
    {
        var targets = Targets + Repository.Read("build/package/build/SchemaSync.Publish.targets");
        var tasks = Speaker().Matches(targets);
        Assert.True(tasks.Count > 8);
        Assert.All(tasks, task => Assert.Contains("Pages=\"$(_SchemaSyncPages)\"", task.Value, StringComparison.Ordinal));
        Assert.Equal(Code().Count(targets), Linked().Count(targets));
    }

    [GeneratedRegex("Code=\"(SSY\\d{4})\" HelpLink=\"\\$\\(_SchemaSyncPages\\)\\1\\.md\"")]
    private static partial Regex Linked();

    [GeneratedRegex("<(SchemaSyncToolTask|NotComposedTask|NotValidatedTask|WhatFollowsTask) [^>]*>")]
    private static partial Regex Speaker();

    [GeneratedRegex(@"\$\((SchemaSync\w+)\)")]
    private static partial Regex Property();

    [GeneratedRegex(@"^\| `(SchemaSync\w+)`", RegexOptions.Multiline)]
    private static partial Regex Row();

    [GeneratedRegex("<Target Name=\"(SchemaSync\\w+)\"")]
    private static partial Regex Target();

    [GeneratedRegex("Code=\"(SSY\\d{4})\"")]
    private static partial Regex Code();
}
