using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Engine.Tests;

/// <summary>Every arrow points one way: no room of the engine uses one to its right, and dialects stay in theirs.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Rooms = ["Snapshots", "Diff", "Plans", "Storage", "Adapters", "Planning", "Normalization", "Execution", "Tenancy"];
    private static readonly string[] Dialects = ["Sqlite", "PostgreSql", "Postgre", "Npgsql", "MySql", "MariaDb"];
    private static readonly string Root = Folder();
    private static readonly Lazy<CSharpCompilation> Compilation = new(Compile);
    private static readonly ConcurrentDictionary<string, int> RoomsOfFiles = new();

    [Fact]
    public void No_room_uses_one_to_its_right()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in Compilation.Value.SyntaxTrees.Where(t => RoomOf(t.FilePath) >= 0))
        {
            var model = Compilation.Value.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                foreach (var file in FilesOf(model.GetSymbolInfo(name).Symbol).Where(f => RoomOf(f) > RoomOf(tree.FilePath)))
                    wrong.Add($"{Short(tree.FilePath)} uses {name.Identifier.Text} of {Short(file)}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_test_sees_what_rooms_use()
    {
        // Without references nothing would be found and everything would pass.
        var executor = Compilation.Value.SyntaxTrees.Single(t => t.FilePath.EndsWith("Executor.cs", StringComparison.Ordinal));
        var model = Compilation.Value.GetSemanticModel(executor);
        var used = executor.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>().SelectMany(n => FilesOf(model.GetSymbolInfo(n).Symbol)).Select(RoomOf).Distinct().ToList();
        Assert.Contains(Array.IndexOf(Rooms, "Plans"), used);
        Assert.Contains(Array.IndexOf(Rooms, "Adapters"), used);
    }

    [Fact]
    public void A_dialect_is_named_only_in_its_own_folder()
    {
        var wrong = Compilation.Value.SyntaxTrees
            .Where(t => !Dialects.Any(d => t.FilePath.Contains($"/Adapters/{d}/", StringComparison.Ordinal)))
            .SelectMany(t => t.GetRoot().DescendantTokens()
                .Where(token => token.IsKind(SyntaxKind.IdentifierToken) || token.IsKind(SyntaxKind.StringLiteralToken))
                .Where(token => Dialects.Any(d => token.ValueText.Contains(d, StringComparison.OrdinalIgnoreCase)))
                .Select(token => $"{Short(t.FilePath)}: {token.ValueText}"));
        Assert.Empty(wrong);
    }

    [Fact]
    public void Diff_planning_and_dialects_know_no_connection_clock_or_chance()
    {
        string[] impure = ["System.Data", "System.IO", "System.Net", "Microsoft.Data", "Npgsql", "MySqlConnector"];
        string[] names = ["DateTime", "DateTimeOffset", "Random", "Guid", "Stopwatch", "Environment", "Task"];
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in Compilation.Value.SyntaxTrees.Where(t => t.FilePath.Contains("/Diff/", StringComparison.Ordinal) || t.FilePath.Contains("/Planning/", StringComparison.Ordinal) || t.FilePath.EndsWith("Dialect.cs", StringComparison.Ordinal)))
        {
            var model = Compilation.Value.GetSemanticModel(tree);
            foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
            {
                if (model.GetSymbolInfo(name).Symbol is not INamedTypeSymbol type) continue;
                var space = type.ContainingNamespace.ToDisplayString();
                if (impure.Any(i => space.StartsWith(i, StringComparison.Ordinal)) || (space.StartsWith("System", StringComparison.Ordinal) && names.Contains(type.Name))) wrong.Add($"{Short(tree.FilePath)} uses {type.Name}");
            }
        }

        Assert.Empty(wrong);
    }

    /// <summary>The sources of the engine against the assemblies this test runs with.</summary>
    private static CSharpCompilation Compile()
    {
        var trees = Directory.GetFiles(Root, "*.cs", SearchOption.AllDirectories).Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), path: f.Replace('\\', '/')));
        const string Usings = "global using System; global using System.Collections.Generic; global using System.IO; global using System.Linq; global using System.Threading; global using System.Threading.Tasks; global using SchemaSync.Model; global using Index = SchemaSync.Model.Index;";
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => !p.EndsWith("SchemaSync.Engine.dll", StringComparison.Ordinal)).Select(p => MetadataReference.CreateFromFile(p));
        return CSharpCompilation.Create("engine", [.. trees, CSharpSyntaxTree.ParseText(Usings, path: "usings")], references, new(OutputKind.DynamicallyLinkedLibrary));
    }

    private static IEnumerable<string> FilesOf(ISymbol? symbol) =>
        ((symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition.DeclaringSyntaxReferences ?? []).Select(r => r.SyntaxTree.FilePath);

    /// <summary>The place of a file's room in the order; -1 for the files above the rooms, which put them together.</summary>
    private static int RoomOf(string file) => RoomsOfFiles.GetOrAdd(file, f => Array.FindIndex(Rooms, r => f.StartsWith($"{Root}/{r}/", StringComparison.Ordinal)));

    private static string Short(string file) => Path.GetRelativePath(Root, file);

    private static string Folder([CallerFilePath] string here = "") => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(here)!, "../../src/SchemaSync.Engine")).Replace('\\', '/');
}
