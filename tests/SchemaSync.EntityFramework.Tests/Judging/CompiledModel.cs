using System.Collections.Immutable;
using System.Runtime.Loader;
using System.Text;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Microsoft.EntityFrameworkCore;
using Finding = Microsoft.CodeAnalysis.Diagnostic;

namespace SchemaSync.EntityFramework.Tests;

/// <summary>The assembly that a model becomes in a project that reads it as EF Core does, and what our analyzer says about it.</summary>
/// <param name="Image">The assembly.</param>
/// <param name="Domain">The assembly of classes alone that it refers to; null where there is none.</param>
/// <param name="Findings">Warnings and errors.</param>
internal sealed record CompiledModel(byte[] Image, byte[]? Domain, ImmutableArray<Finding> Findings)
{
    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.ComponentModel.DataAnnotations;
        global using System.ComponentModel.DataAnnotations.Schema;
        global using System.Linq;
        global using Microsoft.EntityFrameworkCore;
        """;

    private const string Convention = "[assembly: SchemaSync.SchemaConventions(SchemaSync.Conventions.EntityFramework)]";

    private static readonly MetadataReference[] References =
    [
        .. Basic.Reference.Assemblies.Net100.References.All,
        .. new[] { typeof(TableAttribute), typeof(DbContext), typeof(KeylessAttribute), typeof(RelationalDatabaseFacadeExtensions) }
            .Select(t => MetadataReference.CreateFromFile(t.Assembly.Location)),
    ];

    private static readonly SyntaxTree UsingsAlone = Parse("Usings.cs", Usings);

    private static readonly SyntaxTree UsingsAndConvention = Parse("Usings.cs", $"{Usings}\n{Convention}");

    public static async Task<CompiledModel> OfAsync(ModelFile file, string provider, CancellationToken cancellationToken)
    {
        var domain = file.Domain is null ? null : Emitted(Compilation("Domain", UsingsAlone, file.Domain, []), cancellationToken);
        var compilation = Compilation("Shop", UsingsAndConvention, file.Source,
            domain is null ? [] : [MetadataReference.CreateFromImage(domain)]);
        var settings = new Settings(provider);
        CSharpGeneratorDriver.Create([ShippedGenerator.Generator], [], CSharpParseOptions.Default, settings)
            .RunGeneratorsAndUpdateCompilation(compilation, out var output, out var ofGenerator, cancellationToken);
        Assert.Empty(ofGenerator);
        var findings = await compilation.WithAnalyzers([ShippedGenerator.Analyzer], new CompilationWithAnalyzersOptions(
                new([], settings), (e, _, _) => throw e, concurrentAnalysis: false, logAnalyzerExecutionTime: false))
            .GetAnalyzerDiagnosticsAsync(cancellationToken);
        return new(Emitted(output, cancellationToken), domain,
            [.. findings.Where(f => f.Severity >= DiagnosticSeverity.Warning).OrderBy(f => f.Id)]);
    }

    /// <summary>The contexts of the model, each on a database of its provider.</summary>
    public IEnumerable<DbContext> Contexts(DbContextOptions options)
    {
        var place = new AssemblyLoadContext(null);
        if (Domain is not null) place.LoadFromStream(new MemoryStream(Domain));
        return place.LoadFromStream(new MemoryStream(Image)).GetTypes()
            .Where(t => t.IsAssignableTo(typeof(DbContext)) && !t.IsAbstract)
            .OrderBy(t => t.Name, StringComparer.Ordinal).Select(t => (DbContext)Activator.CreateInstance(t, options)!);
    }

    private static CSharpCompilation Compilation(string name, SyntaxTree usings, string source, MetadataReference[] more) =>
        CSharpCompilation.Create(name, [usings, Parse("Model.cs", source)], [.. References, .. more],
            new(OutputKind.DynamicallyLinkedLibrary, nullableContextOptions: NullableContextOptions.Enable));

    private static byte[] Emitted(Compilation compilation, CancellationToken cancellationToken)
    {
        using var image = new MemoryStream();
        var emitted = compilation.Emit(image, cancellationToken: cancellationToken);
        Assert.True(emitted.Success, string.Join("\n", emitted.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return image.ToArray();
    }

    private static SyntaxTree Parse(string file, string source) =>
        CSharpSyntaxTree.ParseText(SourceText.From(source, Encoding.UTF8), CSharpParseOptions.Default, "/home/dev/shop/" + file);

    /// <summary>The properties of the project that the compiler is told.</summary>
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
