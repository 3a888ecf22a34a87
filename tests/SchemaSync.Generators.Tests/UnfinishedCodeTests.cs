using System.Collections.Immutable;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SchemaSync.Generators.Tests;

/// <summary>Editors run generator and analyzer on code that does not compile: they must never throw.</summary>
public sealed class UnfinishedCodeTests
{
    private const string Source = """
        [assembly: View("v", "SELECT 1", Columns = ["a"]), SchemaNaming(Naming.AsIs), Dropped("x")]
        namespace Shop;
        public abstract class Entity<T> { [PrimaryKey, Identity] public T Id { get; init; } }
        [Table("a"), Index("(lower('(' || name)) DESC", "Name COLLATE NOCASE", Where = "1"), PrimaryKey(nameof(Id), "Name DESC")]
        [ForeignKey(typeof(A), Columns = ["Id", "Name"], References = ["Id", "Name"], OnDelete = (ReferentialAction)9, Provider = (Provider)255)]
        [Trigger("t", TriggerTiming.After, TriggerEvent.Update, "SELECT 1;", UpdateOf = ["Name"], When = "1")]
        public partial class A : Entity<long>
        {
            [Column("name", Type = "TEXT"), Default(new byte[] { 1, 2 }), MaxLength(5), RenamedFrom("old")] public string? Name { get; set; }
            [Default(DayOfWeek.Friday), Check("x"), Unique, Index(Descending = true)] public DayOfWeek? Day { get; }
            [ForeignKey(typeof(A)), Computed("1", Stored = true)] public List<A>? Self { get; set; }
            [Precision(5, 2), Collation("NOCASE"), Comment("c")] public decimal[,] Grid { get; set; }
            [Ignore] public unsafe int* P { get; set; }
        }
        """;

    public static TheoryData<int> Seeds => [.. Enumerable.Range(0, 8)];

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_source_cut_anywhere_is_survived(int seed)
    {
        for (var length = seed; length < Source.Length; length += 40) await Run(Source[..length]);
    }

    [Theory]
    [MemberData(nameof(Seeds))]
    public async Task A_source_with_a_hole_is_survived(int seed)
    {
        for (var at = seed * 5; at + 12 < Source.Length; at += 40) await Run(Source.Remove(at, 12));
    }

    private static async Task Run(string source)
    {
        var project = Project.Of(source) with { Providers = "" };
        var compilation = project.Compile();
        var result = project.Driver().RunGenerators(compilation).GetRunResult().Results[0];
        Assert.True(result.Exception is null, $"{result.Exception}\n{source}");
        var failures = new List<Exception>();
        var options = new CompilationWithAnalyzersOptions(new(project.AdditionalTexts, project.Options), (e, _, _) => failures.Add(e),
            concurrentAnalysis: false, logAnalyzerExecutionTime: false);
        await compilation.WithAnalyzers(ImmutableArray.Create<DiagnosticAnalyzer>(new SchemaAnalyzer()), options)
            .GetAnalyzerDiagnosticsAsync();
        Assert.True(failures.Count == 0, $"{failures.FirstOrDefault()}\n{source}");
    }
}
