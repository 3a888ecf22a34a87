using System.Collections.Concurrent;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Engine.Tests;

/// <summary>Every arrow points one way: no room of the engine uses one to its right,
/// and a database is named in its own project alone.</summary>
public sealed class ArchitectureTests
{
    private static readonly string[] Rooms = ["Sql", "Snapshots", "Diffs", "Dependencies", "Plans",
        "Storage", "Adapters", "Planning", "Proof", "Execution", "Tenancy"];
    private static readonly string[] Dialects = ["Sqlite", "PostgreSql", "Postgre", "Npgsql", "MySql", "MariaDb"];

    /// <summary>Where shared code names a database, each with the reason.</summary>
    private static readonly Dictionary<string, string> Named = new(StringComparer.Ordinal)
    {
        ["SchemaSync.Model/SchemaModel.cs"] = "how the names are written",
        ["SchemaSync.Model/Providers/"] = "what the compiler may know of each database, one file for each",
        ["SchemaSync.Generators/Reading/StandardAttributes.cs"] = "attributes that people have from drivers",
        ["SchemaSync.Generators/Reading/FluentWords.cs"] = "calls of Entity Framework that providers add",
        ["SchemaSync.Generators/Building/TableOptions.cs"] = "attributes that are an option of one database",
        ["SchemaSync.Generators/Analysis/Checks/KeyChecks.cs"] = "what two of these options ask of a table",
        ["SchemaSync.Cli/Composition.cs"] = "the registry",
        ["SchemaSync.Hosting/SchemaSyncServiceCollectionExtensions.cs"] = "the registry of applications",
        ["SchemaSync.Testing/"] = "how each copies a database fastest",
        ["SchemaSync.Hosting/DatabaseProvider.cs"] = "how applications name them",
    };

    // Where a compiler, and people, look for what stands there.
    private static readonly string[] Foreign = ["System.Runtime.CompilerServices", "Microsoft.Extensions.DependencyInjection"];

    private static readonly ProjectSources Engine = ProjectSources.Engine;
    private static readonly ConcurrentDictionary<string, int> RoomsOfFiles = new();

    [Fact]
    public void No_room_uses_one_to_its_right()
    {
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var tree in Engine.Compilation.SyntaxTrees.Where(t => RoomOf(t.FilePath) >= 0))
        {
            foreach (var (name, symbol) in Engine.Names(tree))
            {
                foreach (var file in FilesOf(symbol).Where(f => RoomOf(f) > RoomOf(tree.FilePath)))
                    wrong.Add($"{Engine.Short(tree)} uses {name.Identifier.Text} of {Path.GetRelativePath(Engine.Folder, file)}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public void The_test_sees_what_rooms_use()
    {
        // Without references nothing would be found and everything would pass.
        var executor = Engine.Compilation.SyntaxTrees.Single(t => t.FilePath.EndsWith("Executor.cs", StringComparison.Ordinal));
        var used = Engine.Names(executor).SelectMany(n => FilesOf(n.Symbol)).Select(RoomOf).Distinct().ToList();
        Assert.Contains(Array.IndexOf(Rooms, "Plans"), used);
        Assert.Contains(Array.IndexOf(Rooms, "Adapters"), used);
        Assert.Equal(["SchemaSync.MySql", "SchemaSync.PostgreSql", "SchemaSync.Sqlite"],
            ProjectSources.Databases.Select(p => p.Name).Order(StringComparer.Ordinal));
        Assert.All(ProjectSources.Databases,
            p => Assert.Empty(p.Compilation.GetDiagnostics(TestContext.Current.CancellationToken)
                .Where(d => d.Severity == DiagnosticSeverity.Error)));
    }

    [Fact]
    public void A_database_is_named_only_in_its_own_project()
    {
        var wrong = (from project in ProjectSources.Shared
                     from tree in project.Compilation.SyntaxTrees
                     where tree.FilePath.StartsWith(project.Folder, StringComparison.Ordinal)
                     from name in NamesOf(tree)
                     select $"{project.Short(tree)}: {name}").ToList();
        Assert.DoesNotContain(wrong, w => !Named.Keys.Any(w.StartsWith));
        Assert.All(Named.Keys, n => Assert.Contains(wrong, w => w.StartsWith(n, StringComparison.Ordinal)));
        Assert.DoesNotContain(Directory.GetFiles(AppContext.BaseDirectory, "SchemaSync.Engine.dll").SelectMany(Referenced),
            a => Dialects.Any(d => a.Contains(d, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public void The_build_lists_databases_in_one_place()
    {
        string[] lists = ["_SchemaSyncDatabases", "_SchemaSyncFileDatabases", "_SchemaSyncDriverVariables"];
        var files = Directory
            .GetFiles($"{Path.GetDirectoryName(ProjectSources.Root)}/build/package", "SchemaSync.Build.*", SearchOption.AllDirectories)
            .Where(f => f.EndsWith(".props", StringComparison.Ordinal) || f.EndsWith(".targets", StringComparison.Ordinal)).ToList();
        Assert.Contains(files, f => f.EndsWith("build/SchemaSync.Build.targets", StringComparison.Ordinal));
        var elements = files.SelectMany(f => XDocument.Load(f).Descendants()).Where(e => !lists.Contains(e.Name.LocalName));
        var values = elements.SelectMany(e => e.Attributes().Select(a => a.Value).Append(e.HasElements ? "" : e.Value));
        Assert.DoesNotContain(values, v => Dialects.Any(d => v.Contains(d, StringComparison.OrdinalIgnoreCase)));
    }

    private static IEnumerable<string> NamesOf(SyntaxTree tree) => tree.GetRoot().DescendantTokens()
        .Where(t => t.IsKind(SyntaxKind.IdentifierToken) || t.IsKind(SyntaxKind.StringLiteralToken)
            || t.IsKind(SyntaxKind.InterpolatedStringTextToken))
        .Select(t => t.ValueText).Where(text => Dialects.Any(d => text.Contains(d, StringComparison.OrdinalIgnoreCase)));

    [Fact]
    public void Diff_planning_and_dialects_know_no_connection_clock_or_chance()
    {
        string[] impure = ["System.Data", "System.IO", "System.Net", "Microsoft.Data", "Npgsql", "MySqlConnector"];
        string[] names = ["DateTime", "DateTimeOffset", "Random", "Guid", "Stopwatch", "Environment", "Task"];
        var wrong = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var project in ProjectSources.Databases.Append(Engine))
        {
            foreach (var tree in project.Compilation.SyntaxTrees.Where(t => IsPure(t.FilePath)))
            {
                foreach (var (_, symbol) in project.Names(tree))
                {
                    if (symbol is not INamedTypeSymbol type) continue;
                    var space = type.ContainingNamespace.ToDisplayString();
                    if (impure.Any(i => space.StartsWith(i, StringComparison.Ordinal))
                        || (space.StartsWith("System", StringComparison.Ordinal) && names.Contains(type.Name)))
                            wrong.Add($"{project.Short(tree)} uses {type.Name}");
                }
            }
        }

        Assert.Empty(wrong);
    }

    private static bool IsPure(string file) =>
        file.Contains("/Diffs/", StringComparison.Ordinal) || file.Contains("/Planning/", StringComparison.Ordinal)
            || file.EndsWith("Dialect.cs", StringComparison.Ordinal);

    [Fact]
    public void A_namespace_is_a_folder()
    {
        var wrong = (from project in ProjectSources.Shared.Concat(ProjectSources.Databases).Where(p => p.Name is not "SchemaSync.Tasks")
                     from tree in project.Compilation.SyntaxTrees.Where(t =>
                         t.FilePath.StartsWith(project.Folder, StringComparison.Ordinal)
                             && !t.FilePath.Contains("/obj/", StringComparison.Ordinal))
                     let folder = Path.GetDirectoryName(project.Short(tree))!.Replace('\\', '/').Replace('/', '.')
                     from space in tree.GetRoot().DescendantNodes().OfType<BaseNamespaceDeclarationSyntax>()
                     where space.Name.ToString() != folder && !Foreign.Contains(space.Name.ToString())
                     select $"{project.Short(tree)}: {space.Name}").ToList();
        Assert.Empty(wrong);
    }

    [Fact]
    public void Databases_have_the_same_rooms()
    {
        string[] rooms =
            ["Catalog", "Digests", "Kinds", "Online", "Outside", "Planning", "Reading", "Scratch", "Scripts", "Sessions", "Sql"];
        foreach (var project in ProjectSources.Databases)
        {
            var there = Directory.GetDirectories(project.Folder).Where(d => Directory.EnumerateFiles(d, "*.cs").Any())
                .Select(d => Path.GetFileName(d)!).ToList();
            Assert.Empty(there.Except(rooms));
            // What every database needs; the others are where there is something to put in.
            Assert.Empty(new[] { "Kinds", "Planning", "Reading", "Scripts", "Sessions", "Sql" }.Except(there));
            Assert.All(["Adapter", "Dialect", "Errors", "Inspector", "Ledger", "Runner"],
                f => Assert.NotEmpty(Directory.GetFiles(project.Folder, $"*{f}.cs")));
        }
    }

    private static IEnumerable<string> Referenced(string assembly) =>
        System.Reflection.Assembly.LoadFrom(assembly).GetReferencedAssemblies().Select(a => a.Name!);

    private static IEnumerable<string> FilesOf(ISymbol? symbol) =>
        ((symbol as INamedTypeSymbol ?? symbol?.ContainingType)?.OriginalDefinition.DeclaringSyntaxReferences ?? []).Select(r =>
            r.SyntaxTree.FilePath);

    /// <summary>The place of a file's room in the order; -1 for the files above the rooms, which put them together.</summary>
    private static int RoomOf(string file) =>
        RoomsOfFiles.GetOrAdd(file, f => Array.FindIndex(Rooms, r => f.StartsWith($"{Engine.Folder}/{r}/", StringComparison.Ordinal)));
}
