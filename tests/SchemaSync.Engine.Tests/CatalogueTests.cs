using System.Runtime.CompilerServices;
using SchemaSync.Model;

namespace SchemaSync.Engine.Tests;

/// <summary>Every code the engine raises has a page.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Codes =>
    [
        .. new[] { InspectionDiagnostics.All, DiffDiagnostics.All, Hazards.All, ExecutionDiagnostics.All, TenancyDiagnostics.All, DriftDiagnostics.All }
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
    public void A_code_is_raised_by_a_test(string code) => Assert.Contains(Tests.Value, text => text.Contains(code, StringComparison.Ordinal));

    // Raised only by servers that are gone, too old or closed, and by the build: their own suites have them.
    private static readonly string[] Elsewhere = ["SSY0210", "SSY0211", "SSY0214", "SSY0215", "SSY0951"];

    public static TheoryData<string> AllCodes => [.. DiagnosticCatalog.All.Keys.Except(Elsewhere).Order(StringComparer.Ordinal)];

    /// <summary>What the tests say: their sources and case tables, without the lists of all codes.</summary>
    private static readonly Lazy<List<string>> Tests = new(() =>
    [
        .. Directory.EnumerateFiles(Path.Combine(Root(), "tests"), "*.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".cs", StringComparison.Ordinal) || f.EndsWith(".yaml", StringComparison.Ordinal))
            .Where(f => !f.EndsWith("CatalogueTests.cs", StringComparison.Ordinal)).Select(File.ReadAllText),
    ]);

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
