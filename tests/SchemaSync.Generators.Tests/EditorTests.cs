using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SchemaSync.Generators.Tests;

/// <summary>
/// In an editor the other project is no file but what is typed there at this moment, and generators need not write what no code can see.
/// </summary>
public sealed class EditorTests
{
    [Fact]
    public async Task A_table_of_another_open_project_is_known_before_anything_is_built()
    {
        using var workspace = new AdhocWorkspace();
        var sales = Add(workspace.CurrentSolution, "Sales",
            "[SchemaSync.Table(\"customers\")] public class Customer { [SchemaSync.PrimaryKey] public long Id { get; set; } }");
        var app = Add(sales.Solution, "App", """
            [SchemaSync.Table("orders")] public class Order
            {
                [SchemaSync.PrimaryKey] public long Id { get; set; }
                [SchemaSync.ForeignKey(typeof(Customer)), SchemaSync.Index] public long CustomerId { get; set; }
            }
            """);
        var compilation = await app.AddProjectReference(new(sales.Id)).GetCompilationAsync();
        var reference = Assert.Single(compilation!.References.OfType<CompilationReference>());
        Assert.Equal("Sales", ReferenceReader.Names(reference)?.Names?.Assembly);
        var found = await compilation.WithAnalyzers([new SchemaAnalyzer()]).GetAnalyzerDiagnosticsAsync();
        Assert.Empty(found.Select(d => d.ToString()));
    }

    private static Microsoft.CodeAnalysis.Project Add(Solution solution, string name, string source)
    {
        var like = Project.Of("");
        var id = ProjectId.CreateNewId(name);
        return solution.AddProject(id, name, name, LanguageNames.CSharp)
            .WithProjectParseOptions(id, like.ParseOptions).WithProjectCompilationOptions(id, like.Compile().Options)
            .WithProjectMetadataReferences(id, like.Compile().References)
            .AddAnalyzerReference(id, new OurGenerator()).AddDocument(DocumentId.CreateNewId(id), "Model.cs", source).GetProject(id)!;
    }

    private sealed class OurGenerator : AnalyzerReference
    {
        public override string? FullPath => null;

        public override object Id => nameof(OurGenerator);

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzers(string language) => [];

        public override ImmutableArray<DiagnosticAnalyzer> GetAnalyzersForAllLanguages() => [];

        public override ImmutableArray<ISourceGenerator> GetGenerators(string language) => [new SchemaGenerator().AsSourceGenerator()];
    }
}
