using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;

namespace SchemaSync.Generators.Tests;

/// <summary>A user's project in memory.</summary>
internal sealed record Project
{
    public const string Directory = "/home/dev/shop";

    public static string GlobalUsings => "global using System; global using System.Collections.Generic; global using SchemaSync;";

    public LanguageVersion LanguageVersion { get; init; } = LanguageVersion.Latest;

    public bool Nullable { get; init; } = true;

    public string Providers { get; init; } = "Sqlite";

    public string RootNamespace { get; init; } = "Shop";

    public ImmutableDictionary<string, string> Files { get; init; } = ImmutableDictionary<string, string>.Empty;

    public ImmutableDictionary<string, string> SqlFiles { get; init; } = ImmutableDictionary<string, string>.Empty;

    public string AssemblyName { get; init; } = "Shop";

    public IEnumerable<MetadataReference> MoreReferences { get; init; } = [];

    public string Compose { get; init; } = "";

    public string NamesAre { get; init; } = "";

    public string NamesClass { get; init; } = "";

    /// <summary>The address of the folder with the pages, as the targets pass it.</summary>
    public string Pages { get; init; } = "";

    /// <summary>The projects that references come from, as the targets pass them.</summary>
    public string ProjectFiles { get; init; } = "";

    public static Project Of(string source) => new Project().With("Model.cs", source);

    public Project With(string file, string source) => this with { Files = Files.SetItem(file, source) };

    public Project WithSql(string file, string text) => this with { SqlFiles = SqlFiles.SetItem(file, text) };

    /// <summary>Another project, compiled with the generator, as a file that this one refers to.</summary>
    public Project Refer(params Project[] others) => this with { MoreReferences = [.. MoreReferences, .. others.Select(o => o.Built())] };

    public PortableExecutableReference Built()
    {
        using var image = new MemoryStream();
        var result = Generated.From(this).Output.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        return MetadataReference.CreateFromImage(image.ToArray());
    }

    public CSharpParseOptions ParseOptions => CSharpParseOptions.Default.WithLanguageVersion(LanguageVersion);

    public SyntaxTree Parse(string file, string source) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), ParseOptions, $"{Directory}/{file}");

    public CSharpCompilation Compile()
    {
        var usings = LanguageVersion >= LanguageVersion.CSharp10 ? [Parse("Usings.cs", GlobalUsings)] : Array.Empty<SyntaxTree>();
        return CSharpCompilation.Create(
            AssemblyName,
            usings.Concat(Files.OrderBy(f => f.Key, StringComparer.Ordinal).Select(f => Parse(f.Key, f.Value))),
            [.. Basic.Reference.Assemblies.Net100.References.All,
                MetadataReference.CreateFromFile(typeof(TableAttribute).Assembly.Location), .. MoreReferences],
            new(OutputKind.DynamicallyLinkedLibrary,
                nullableContextOptions: Nullable ? NullableContextOptions.Enable : NullableContextOptions.Disable));
    }

    /// <param name="tracks">Whether the steps are recorded for whoever looks at them: that goes over every way to every input, which
    /// takes longer than all else.</param>
    public GeneratorDriver Driver(bool tracks = true) => CSharpGeneratorDriver.Create(
        [new SchemaGenerator().AsSourceGenerator()], AdditionalTexts, ParseOptions, Options,
        new(IncrementalGeneratorOutputKind.None, trackIncrementalGeneratorSteps: tracks));

    public ImmutableArray<AdditionalText> AdditionalTexts =>
        [.. SqlFiles.Select(f => new TextFile($"{Directory}/{f.Key}", f.Value))];

    public AnalyzerConfigOptionsProvider Options => new OptionsProvider(new Dictionary<string, string>
    {
        ["build_property.SchemaSyncProvider"] = Providers,
        ["build_property.RootNamespace"] = RootNamespace,
        ["build_property.SchemaSyncCompose"] = Compose,
        ["build_property.SchemaSyncNames"] = NamesAre,
        ["build_property.SchemaSyncNamesClass"] = NamesClass,
        ["build_property._SchemaSyncPagesAddress"] = Pages,
        ["build_property.SchemaSyncProjectFiles"] = ProjectFiles,
        ["build_property.ProjectDir"] = Directory + "/",
    });

    private sealed class TextFile(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class OptionsProvider(Dictionary<string, string> values) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(values);

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    internal sealed class Values(IReadOnlyDictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = values.GetValueOrDefault(key)!;
            return value is not null;
        }
    }
}
