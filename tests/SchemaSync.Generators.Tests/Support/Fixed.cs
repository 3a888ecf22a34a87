using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CodeActions;
using Microsoft.CodeAnalysis.CodeFixes;

namespace SchemaSync.Generators.Tests;

/// <summary>Applies a code fix to the first diagnostic of a code, in an editor's workspace.</summary>
internal static class Fixed
{
    public static async Task<string> By(CodeFixProvider fix, string source, string code)
    {
        var project = Project.Of(source);
        var diagnostic = (await Analyzed.Diagnostics(project)).First(d => d.Id == code);
        Assert.Contains(code, fix.FixableDiagnosticIds);
        using var workspace = new AdhocWorkspace();
        var compilation = project.Compile();
        var solution = workspace.AddProject("Shop", LanguageNames.CSharp)
            .WithParseOptions(project.ParseOptions).WithCompilationOptions(compilation.Options)
            .WithMetadataReferences(compilation.References).Solution;
        solution = solution.AddDocument(DocumentId.CreateNewId(solution.ProjectIds[0]), "Usings.cs", Project.GlobalUsings);
        var id = DocumentId.CreateNewId(solution.ProjectIds[0]);
        var document = solution.AddDocument(id, "Model.cs", source).GetDocument(id)!;

        var actions = new List<CodeAction>();
        var tree = await document.GetSyntaxTreeAsync();
        var local = Diagnostic.Create(diagnostic.Descriptor, Location.Create(tree!, diagnostic.Location.SourceSpan), diagnostic.Properties);
        await fix.RegisterCodeFixesAsync(new(document, local, (action, _) => actions.Add(action), CancellationToken.None));
        var operation =
            Assert.IsType<ApplyChangesOperation>(Assert.Single(await Assert.Single(actions).GetOperationsAsync(CancellationToken.None)));
        return (await operation.ChangedSolution.GetDocument(id)!.GetTextAsync()).ToString();
    }
}
