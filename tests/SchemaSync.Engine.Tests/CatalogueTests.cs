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

    private static string Root([CallerFilePath] string file = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(file)!, "../.."));
}
