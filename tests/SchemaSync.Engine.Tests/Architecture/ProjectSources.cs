using System.Runtime.CompilerServices;
using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace SchemaSync.Engine.Tests;

/// <summary>The sources of one project under <c>src</c>, compiled against the assemblies this test runs with.</summary>
internal sealed class ProjectSources
{
    /// <summary>The folder of all projects.</summary>
    public static readonly string Root = Path.GetFullPath(Path.Combine(Here(), "../../../src")).Replace('\\', '/');

    private ProjectSources(string name)
    {
        (Name, Folder) = (name, $"{Root}/{name}");
        Compilation = Compile();
    }

    private ProjectSources(CSharpCompilation compilation) => (Name, Folder, Compilation) = ("Sample", "/", compilation);

    /// <summary>A text that is no project.</summary>
    public static ProjectSources Of(string source) => new(Compile("Sample", [CSharpSyntaxTree.ParseText(source, path: "/Sample.cs")], []));

    public static ProjectSources Engine { get; } = new("SchemaSync.Engine");

    public static ProjectSources Model { get; } = new("SchemaSync.Model");

    public static ProjectSources Generators { get; } = new("SchemaSync.Generators");

    /// <summary>What all databases share.</summary>
    public static IReadOnlyList<ProjectSources> Shared { get; } = [Model, Engine, Generators, new("SchemaSync.CodeFixes"),
        new("SchemaSync.Cli"), new("SchemaSync.Tasks"), new("SchemaSync.Hosting"), new("SchemaSync.Testing"),
        new("SchemaSync.Scaffolding")];

    /// <summary>A project per database: whatever else refers to the engine and is no program.</summary>
    public static IReadOnlyList<ProjectSources> Databases { get; } = [.. Directory.GetDirectories(Root)
        .Where(d => File.Exists($"{d}/{Path.GetFileName(d)}.csproj") && Shared.All(p => p.Name != Path.GetFileName(d)))
        .Where(d => XDocument.Load($"{d}/{Path.GetFileName(d)}.csproj") is XDocument project && !project.Descendants("OutputType").Any()
            && Refers(project, "SchemaSync.Engine"))
        .Select(d => new ProjectSources(Path.GetFileName(d)))];

    public string Name { get; }

    public string Folder { get; }

    public CSharpCompilation Compilation { get; }

    public string Short(SyntaxTree tree) => $"{Name}/{Path.GetRelativePath(Folder, tree.FilePath)}";

    /// <summary>What each simple name of a file means; nothing for what the compiler makes itself.</summary>
    public IEnumerable<(SimpleNameSyntax Name, ISymbol Symbol)> Names(SyntaxTree tree)
    {
        var model = Compilation.GetSemanticModel(tree);
        foreach (var name in tree.GetRoot().DescendantNodes().OfType<SimpleNameSyntax>())
        {
            if (model.GetSymbolInfo(name).Symbol is { } symbol) yield return (name, symbol);
        }
    }

    private static bool Refers(XDocument project, string to) =>
        project.Descendants("ProjectReference")
            .Any(r => Path.GetFileNameWithoutExtension(((string)r.Attribute("Include")!).Replace('\\', '/')) == to);

    private CSharpCompilation Compile()
    {
        var trees = Directory.GetFiles(Folder, "*.cs", SearchOption.AllDirectories)
            .Select(f => CSharpSyntaxTree.ParseText(File.ReadAllText(f), path: f.Replace('\\', '/')));
        return Compile(Name, trees, UsingsOf($"{Folder}/{Name}.csproj").Distinct());
    }

    private static IEnumerable<string> UsingsOf(string file)
    {
        var project = XDocument.Load(file);
        var own = project.Descendants("Using")
            .Select(u =>
                u.Attribute("Alias") is { } alias ? $"{alias.Value} = {u.Attribute("Include")!.Value}" : u.Attribute("Include")!.Value);
        var imported = project.Descendants("Import").Select(i => Path.Combine(Path.GetDirectoryName(file)!, i.Attribute("Project")!.Value))
            .Where(f => Path.GetFileName(f) == "Rooms.props");
        return own.Concat(imported.SelectMany(UsingsOf));
    }

    // Under its own name, so that what the engine shows to its friends is seen here as well.
    private static CSharpCompilation Compile(string name, IEnumerable<SyntaxTree> trees, IEnumerable<string> usings)
    {
        string[] implicits = ["System", "System.Collections.Generic", "System.IO",
            "System.Linq", "System.Threading", "System.Threading.Tasks"];
        var text = string.Join('\n', implicits.Concat(usings).Select(u => $"global using {u};"));
        var references = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator)
            .Where(p => Path.GetFileNameWithoutExtension(p) != name).Select(p => MetadataReference.CreateFromFile(p));
        return CSharpCompilation.Create(name, [.. trees, CSharpSyntaxTree.ParseText(text, path: "usings")], references,
            new(OutputKind.DynamicallyLinkedLibrary));
    }

    private static string Here([CallerFilePath] string here = "") => Path.GetDirectoryName(here)!;
}
