using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace SchemaSync.Engine.Tests;

/// <summary>docs/hazards.md names codes, cases and tests that are there.</summary>
public sealed partial class HazardPageTests
{
    private static readonly string Page = File.ReadAllText(Path.Combine(Root(), "docs/hazards.md"));

    /// <summary>The folders of cases that a section speaks of, by its heading.</summary>
    private static readonly Dictionary<string, string[]> Folders = new()
    {
        ["PostgreSQL"] = ["postgresql"], ["SQLite"] = ["sqlite"], ["MySQL"] = ["mysql"], ["MariaDB"] = ["mariadb"],
        ["MySQL and MariaDB"] = ["mysql", "mariadb"],
    };

    private static readonly Lazy<string> Sources = new(() => string.Join('\n',
        Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*Tests.cs", SearchOption.AllDirectories).Select(File.ReadAllText)));

    [Fact]
    public void Every_code_of_the_page_is_in_the_catalogue()
    {
        var codes = Code().Matches(Page).Select(m => m.Value).Distinct().ToList();
        Assert.True(codes.Count > 10);
        Assert.Empty(codes.Except(DiagnosticCatalog.All.Keys));
    }

    [Fact]
    public void Every_case_of_the_page_is_in_the_case_tables()
    {
        var unknown = Page.Split("\n## ").Skip(1)
            .SelectMany(section =>
                Cases(section).Except(Names(Folders[section.Split('\n')[0]])).Select(c => $"{section.Split('\n')[0]}: {c}"));
        Assert.Empty(unknown);
        Assert.True(Cases(Page).Count() > 50);
    }

    [Fact]
    public void Every_test_of_the_page_is_there() =>
        Assert.All(Rows().SelectMany(r => Test().Matches(r[^1])).Select(m => m.Groups[1].Value),
            test => Assert.Contains($" {test}(", Sources.Value, StringComparison.Ordinal));

    [Fact]
    public void Every_line_has_four_columns() => Assert.All(Rows(), r => Assert.Equal(4, r.Length));

    private static IEnumerable<string[]> Rows() =>
        Page.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal)).Select(l => l.Trim('|').Split('|'));

    private static IEnumerable<string> Cases(string section) => section.Split('\n').Where(l => l.StartsWith("| ", StringComparison.Ordinal))
        .SelectMany(l => Case().Matches(l)).Select(m => m.Groups[1].Value).Distinct();

    private static HashSet<string> Names(string[] folders) =>
    [
        .. from folder in folders
           from file in Directory.EnumerateFiles(Path.Combine(Root(), "tests/cases", folder), "*.yaml")
           from line in File.ReadLines(file)
           where line.StartsWith("- name: ", StringComparison.Ordinal)
           select $"{Path.GetFileNameWithoutExtension(file)}/{line["- name: ".Length..].Trim()}",
    ];

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));

    [GeneratedRegex(@"SSY\d{4}")]
    private static partial Regex Code();

    [GeneratedRegex("`([a-z]+/[a-z0-9-]+)`")]
    private static partial Regex Case();

    [GeneratedRegex("`([A-Z][A-Za-z0-9]*_[A-Za-z0-9_]+)`")]
    private static partial Regex Test();
}
