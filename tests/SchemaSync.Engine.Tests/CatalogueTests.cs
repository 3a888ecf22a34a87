using System.Reflection;
using System.Runtime.CompilerServices;

namespace SchemaSync.Engine.Tests;

/// <summary>Every code the engine raises has a page.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Codes =>
    [
        .. new[] { InspectionDiagnostics.All, DiffDiagnostics.All, Hazards.All,
            ExecutionDiagnostics.All, TenancyDiagnostics.All, LibraryDiagnostics.All, DriftDiagnostics.All }
            .SelectMany(list => list).Select(e => e.Code),
    ];

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page_with_cause_example_and_fix(string code)
    {
        var page = File.ReadAllText(Path.Combine(Root(), DiagnosticCatalog.All[code].Page));
        Assert.StartsWith($"# {code}: {DiagnosticCatalog.All[code].Title}\n", page, StringComparison.Ordinal);
        Assert.All(["## Cause", "## Example", "## Fix"], part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(AllCodes))]
    public void A_code_is_raised_by_a_test(string code) => Assert.Contains(code, Expected.Value);

    [Theory]
    [InlineData("SSY0402", "[Fact] public void T() => Assert.Equal(\"SSY0402\", Code());")]
    [InlineData("SSY0402", "[Fact] public void T() => _tool.Fails(3, \"SSY0402\", \"sync\");")]
    [InlineData("SSY0402", "[Fact] public void T() => Assert.True(code is \"SSY0402\" or \"x\");")]
    [InlineData("SSY0505",
        "[Fact] public void T() => Assert.All(found, d => Assert.True(d.Entry == ExecutionDiagnostics.StatementFailed));")]
    [InlineData("", "// Assert.Equal(\"SSY0402\", code)")]
    [InlineData("", "[Fact] public void T() => _tool.Ends(0, \"sync\", \"--allow\", \"SSY0402\");")]
    [InlineData("", "[Fact] public void T() => Assert.Throws<X>(() => Run(new() { Policy = new([\"SSY0402\"]) }));")]
    [InlineData("", "static readonly string[] All = [\"SSY0402\"];")]
    public void Only_what_is_expected_counts(string code, string member) =>
        Assert.Equal(code, string.Join(' ', ExpectedCodes.Of($"class C {{ {member} }}").Distinct()));

    [Fact]
    public void Every_code_is_in_the_catalogue()
    {
        var entries = typeof(DiagnosticEntry).Assembly.GetTypes().SelectMany(t => t.GetFields(BindingFlags.Public | BindingFlags.Static))
            .Where(f => f.FieldType == typeof(DiagnosticEntry));
        Assert.Equal(entries.Select(f => ((DiagnosticEntry)f.GetValue(null)!).Code).Order(StringComparer.Ordinal),
            DiagnosticCatalog.All.Keys.Order(StringComparer.Ordinal));
    }

    public static TheoryData<string> AllCodes => [.. DiagnosticCatalog.All.Keys.Order(StringComparer.Ordinal)];

    private static readonly Lazy<HashSet<string>> Expected = new(() => ExpectedCodes.Find(Path.Combine(Root(), "tests")));

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
