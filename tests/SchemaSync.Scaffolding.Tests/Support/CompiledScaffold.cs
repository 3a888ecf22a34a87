extern alias Abstractions;
using System.Collections.Immutable;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using SchemaSync.EntityFramework.Tests;

namespace SchemaSync.Scaffolding.Tests;

/// <summary>A project that holds a scaffold and nothing else, as the compiler with our generator and analyzer sees it.</summary>
internal static class CompiledScaffold
{
    private static readonly MetadataReference[] References =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        MetadataReference.CreateFromFile(typeof(Abstractions::SchemaSync.TableAttribute).Assembly.Location),
    ];

    private static readonly CSharpParseOptions Parsing = CSharpParseOptions.Default;

    /// <summary>The assembly, which compiles without any warning.</summary>
    public static byte[] Emit(IReadOnlyList<ScaffoldedFile> files, string provider, CancellationToken cancellation)
    {
        var sources = files.Where(f => f.Path.EndsWith(".cs", StringComparison.Ordinal)).Select(f =>
            CSharpSyntaxTree.ParseText(SourceText.From(f.Text, Encoding.UTF8), Parsing, "/home/dev/shop/" + f.Path));
        ImmutableArray<AdditionalText> texts =
            [.. files.Where(f => f.Path.EndsWith(".sql", StringComparison.Ordinal))
                .Select(f => new SqlText("/home/dev/shop/" + f.Path, f.Text))];
        var settings = new Settings(provider);
        var compilation = CSharpCompilation.Create("Shop", sources, References, new(OutputKind.DynamicallyLinkedLibrary,
            nullableContextOptions: NullableContextOptions.Enable, generalDiagnosticOption: ReportDiagnostic.Error));
        CSharpGeneratorDriver.Create([ShippedGenerator.Generator], texts, Parsing, settings)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var ofGenerator, cancellation);
        var found = output.WithAnalyzers([ShippedGenerator.Analyzer], new CompilationWithAnalyzersOptions(new(texts, settings),
            (e, _, _) => throw e, concurrentAnalysis: false, logAnalyzerExecutionTime: false)).GetAllDiagnosticsAsync(cancellation)
            .GetAwaiter().GetResult();
        var wrong = found.Concat(ofGenerator).Where(d => d.Severity >= DiagnosticSeverity.Warning && !d.IsSuppressed).ToList();
        if (wrong.Count > 0) throw new InvalidOperationException(string.Join("\n", wrong));
        using var image = new MemoryStream();
        var emitted = output.Emit(image, cancellationToken: cancellation);
        return emitted.Success ? image.ToArray() : throw new InvalidOperationException(string.Join("\n", emitted.Diagnostics));
    }

    private sealed class SqlText(string path, string text) : AdditionalText
    {
        public override string Path => path;

        public override SourceText GetText(CancellationToken cancellationToken = default) => SourceText.From(text, Encoding.UTF8);
    }

    private sealed class Settings(string provider) : AnalyzerConfigOptionsProvider
    {
        public override AnalyzerConfigOptions GlobalOptions { get; } = new Values(new()
        {
            ["build_property.SchemaSyncProvider"] = provider,
            ["build_property.RootNamespace"] = "Shop",
            ["build_property.ProjectDir"] = "/home/dev/shop/",
        });

        public override AnalyzerConfigOptions GetOptions(SyntaxTree tree) => GlobalOptions;

        public override AnalyzerConfigOptions GetOptions(AdditionalText textFile) => GlobalOptions;
    }

    private sealed class Values(Dictionary<string, string> values) : AnalyzerConfigOptions
    {
        public override bool TryGetValue(string key, out string value)
        {
            value = values.GetValueOrDefault(key)!;
            return value is not null;
        }
    }
}
