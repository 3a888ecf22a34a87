using System.Diagnostics;
using System.Runtime.CompilerServices;

namespace SchemaSync.Generators.Tests;

/// <summary>Every code of ours has a page, a test and a line in the release file;
/// every attribute vanishes from the user's assembly.</summary>
public sealed class CatalogueTests
{
    public static TheoryData<string> Codes =>
        [.. AttributeDiagnostics.All.Concat(ValueDiagnostics.All).Concat(ModelDiagnostics.All).Select(e => e.Code)];

    private static string Root => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "../.."));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_has_a_page_with_cause_example_and_fix(string code)
    {
        var page = File.ReadAllText(Path.Combine(Root, DiagnosticCatalog.All[code].Page));
        Assert.StartsWith($"# {code}: {DiagnosticCatalog.All[code].Title}\n", page, StringComparison.Ordinal);
        Assert.All(["## Cause", "## Example", "## Fix"], part => Assert.Contains(part, page, StringComparison.Ordinal));
    }

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_code_is_raised_by_a_test(string code) =>
        Assert.Contains(Directory.EnumerateFiles(Path.GetDirectoryName(Here())!, "*DiagnosticTests.cs"),
            f => File.ReadAllText(f).Contains(code, StringComparison.Ordinal));

    [Fact]
    public void The_release_file_lists_the_codes()
    {
        var lines = File.ReadLines(Path.Combine(Root, "src/SchemaSync.Generators/AnalyzerReleases.Unshipped.md"))
            .Concat(File.ReadLines(Path.Combine(Root, "src/SchemaSync.Generators/AnalyzerReleases.Shipped.md")))
            .Where(l => l.StartsWith("SSY", StringComparison.Ordinal)).Select(l => string.Join("|", l.Split('|').Select(p => p.Trim())));
        Assert.Equal(
            Descriptors.All.Select(d => $"{d.Id}|{d.Category}|{d.DefaultSeverity}|{d.Title}").Order(StringComparer.Ordinal),
            lines.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Every_attribute_is_conditional_and_may_be_repeated()
    {
        var attributes = typeof(TableAttribute).Assembly.GetExportedTypes()
            .Where(t => typeof(Attribute).IsAssignableFrom(t) && !t.IsAbstract).ToList();
        Assert.True(attributes.Count > 20);
        Assert.All(attributes, a =>
        {
            var condition = Assert.Single(a.GetCustomAttributes(typeof(ConditionalAttribute), inherit: false).Cast<ConditionalAttribute>());
            Assert.Equal("SCHEMASYNC_RUNTIME_ATTRIBUTES", condition.ConditionString);
            Assert.True(Assert.Single(a.GetCustomAttributes(typeof(AttributeUsageAttribute), inherit: false)
                .Cast<AttributeUsageAttribute>()).AllowMultiple);
            Assert.True(a.IsSealed);
        });
    }

    [Theory]
    [InlineData(typeof(ReferentialAction), typeof(Model.Objects.ReferentialAction))]
    [InlineData(typeof(Deferrability), typeof(Model.Objects.Deferrability))]
    [InlineData(typeof(TriggerTiming), typeof(Model.Objects.TriggerTiming))]
    public void Enums_of_attributes_and_model_have_equal_numbers(Type ours, Type model) =>
        Assert.Equal(Enum.GetNames(ours).Zip(Enum.GetValuesAsUnderlyingType(ours).Cast<int>()),
            Enum.GetNames(model).Zip(Enum.GetValuesAsUnderlyingType(model).Cast<int>()));

    private static string Here([CallerFilePath] string file = "") => file;
}
