using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SchemaSync.Benchmarks;

/// <summary>A user's project of many tables, one file each, and one file that declares nothing.</summary>
internal static class SampleProject
{
    private const string Directory = "/home/dev/shop";
    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion.Latest);

    /// <summary>A compilation nobody has asked anything yet: trees parsed, nothing bound.</summary>
    public static CSharpCompilation Fresh(SampleClasses classes, int tables) => Fresh(classes, tables, []);

    /// <summary>
    /// The same with references to the projects of <see cref="Parts"/>, to which every
    /// tenth table refers; nobody has asked these anything either.
    /// </summary>
    public static CSharpCompilation Fresh(SampleClasses classes, int tables, IReadOnlyList<ImmutableArray<byte>> parts) => Compile(
        "Shop",
        [Parse("Usings.cs", classes.Usings), Parse("Other.cs", Other("1")), Parse("Context.cs", classes.Context(tables)),
            .. Enumerable.Range(0, tables)
                .Select(i => Parse(FileOf(i), classes.Class(i, "Total", "1", i % 10 == 0 ? Foreign(i / 10, parts.Count) : "")))],
        parts.Select(image => MetadataReference.CreateFromImage(image)));

    /// <summary>Other projects, compiled with a generator, each with its own tables.</summary>
    public static IReadOnlyList<ImmutableArray<byte>> Parts(IIncrementalGenerator generator, int projects, int tables) =>
        [.. Enumerable.Range(0, projects).Select(p =>
    {
        var name = PartName(p);
        var trees = Enumerable.Range(0, tables)
            .Select(i =>
                Parse(FileOf(i),
                    SampleClasses.Tables.Class(i, "Total", "1", "").Replace("Shop.Model", name, StringComparison.Ordinal)
                        .Replace("orders_", $"{name.ToLowerInvariant()}_", StringComparison.Ordinal)));
        Driver(generator).RunGeneratorsAndUpdateCompilation(Compile(name, [Parse("Usings.cs", SampleClasses.Tables.Usings), .. trees], []),
            out var output, out _);
        using var image = new MemoryStream();
        var result = output.Emit(image);
        if (!result.Success) throw new InvalidOperationException($"a part does not compile: {result.Diagnostics[0]}");
        return ImmutableArray.Create(image.ToArray());
    })];

    /// <summary>After an edit in a file that declares no table.</summary>
    public static CSharpCompilation EditElsewhere(CSharpCompilation project, int edit = 2) =>
        Replace(project, "Other.cs", Other(Text(edit)));

    /// <summary>After an edit in a table's file that changes nothing declared.</summary>
    public static CSharpCompilation EditBody(SampleClasses classes, CSharpCompilation project, int table, int edit = 2) =>
        Replace(project, FileOf(table), classes.Class(table, "Total", Text(edit), ""));

    /// <summary>After a property of one table, to which no other refers, got another name.</summary>
    public static CSharpCompilation EditProperty(SampleClasses classes, CSharpCompilation project, int table, int? edit = null) =>
        Replace(project, FileOf(table), classes.Class(table, "Amount" + (edit is { } number ? Text(number) : ""), "1", ""));

    public static AnalyzerConfigOptionsProvider Options { get; } = new OptionsProvider();

    public static GeneratorDriver Driver(IIncrementalGenerator generator, bool tracked = false) => CSharpGeneratorDriver.Create(
        [generator.AsSourceGenerator()], [], Parsing, Options,
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracked));

    private static CSharpCompilation Compile(string name, IEnumerable<SyntaxTree> trees, IEnumerable<MetadataReference> more) =>
        CSharpCompilation.Create(
        name, trees,
        [.. Basic.Reference.Assemblies.Net100.References.All,
            MetadataReference.CreateFromFile(typeof(TableAttribute).Assembly.Location), .. more],
        new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static string PartName(int number) => $"Part{number:00}";

    private static string Text(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static string Foreign(int number, int parts) =>
        parts == 0 ? "" : $"[ForeignKey(typeof({PartName(number % parts)}.Order0000)), Index] ";

    private static CSharpCompilation Replace(CSharpCompilation project, string file, string text)
    {
        var path = $"{Directory}/{file}";
        return project.ReplaceSyntaxTree(project.SyntaxTrees.Single(t => t.FilePath == path), Parse(file, text));
    }

    private static SyntaxTree Parse(string file, string text) =>
        CSharpSyntaxTree.ParseText(SourceText.From(text, Encoding.UTF8), Parsing, $"{Directory}/{file}");

    private static string FileOf(int number) => $"Model/Order{number:0000}.cs";

    private static string Other(string value) =>
        $"namespace Shop;\npublic static class Other\n{{\n    public static int Value() => {value};\n}}\n";

    private sealed class OptionsProvider : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values();

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values : AnalyzerConfigOptions
    {
        private static readonly ImmutableDictionary<string, string> Properties = ImmutableDictionary<string, string>.Empty
            .Add("build_property.SchemaSyncProviderList", "Sqlite").Add("build_property.RootNamespace", "Shop")
            .Add("build_property.ProjectDir", Directory + "/");

        public override bool TryGetValue(string key, out string value)
        {
            value = Properties.GetValueOrDefault(key)!;
            return value is not null;
        }
    }
}
