using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;
using Microsoft.CodeAnalysis.Text;
using Diagnostic = Microsoft.CodeAnalysis.Diagnostic;

namespace SchemaSync.Generators.Analysis;

/// <summary>
/// Shows what is wrong with the declared schema, at the property or attribute. The whole project is looked at
/// once per compilation, by whichever symbol comes first; each symbol then shows its own part.
/// </summary>
[DiagnosticAnalyzer(LanguageNames.CSharp)]
public sealed class SchemaAnalyzer : DiagnosticAnalyzer
{
    /// <inheritdoc/>
    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => Descriptors.All;

    /// <inheritdoc/>
    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(Start);
    }

    private static void Start(CompilationStartAnalysisContext context)
    {
        var settings = SettingsReader.Read(context.Options.AnalyzerConfigOptionsProvider.GlobalOptions);
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var word in settings.Unknown)
                end.ReportDiagnostic(Diagnostic.Create(Descriptors.Of(AttributeDiagnostics.UnknownProvider, settings.Pages),
                    Location.None, word));
        });
        // A project without our attributes pays nothing.
        if (context.Compilation.GetTypeByMetadataName(MetadataNames.OurTable) is null) return;

        var compilation = context.Compilation;
        var texts = context.Options.AdditionalFiles;
        var analysis = new Once<ProjectAnalysis>(stop => ProjectAnalysis.Of(compilation, settings, texts, stop));
        context.RegisterCompilationEndAction(end =>
        {
            foreach (var finding in analysis.Get(end.CancellationToken).Elsewhere)
                end.ReportDiagnostic(Make(finding, Locate(finding.Elsewhere!, settings), settings));
        });
        context.RegisterSymbolAction(symbol => ReportType(symbol, analysis.Get(symbol.CancellationToken), settings), SymbolKind.NamedType);
        context.RegisterSemanticModelAction(model => ReportAssembly(model, analysis.Get(model.CancellationToken), settings));
    }

    private static void ReportType(SymbolAnalysisContext context, ProjectAnalysis analysis, Settings settings)
    {
        var type = (INamedTypeSymbol)context.Symbol;
        var name = type.MetadataName();
        var derived = analysis.Declares(name) ? [] : DerivedClasses.Check(type, name);
        foreach (var finding in analysis.Of(name).Concat(derived))
        {
            var symbol = finding.Place.Member.Length == 0 ? type : type.GetMembers(finding.Place.Member).FirstOrDefault() ?? type;
            context.ReportDiagnostic(Make(finding, LocationReader.Find(symbol, finding.Place.Attribute), settings));
        }
    }

    private static void ReportAssembly(SemanticModelAnalysisContext context, ProjectAnalysis analysis, Settings settings)
    {
        foreach (var finding in analysis.Of(""))
        {
            var location = LocationReader.Find(context.SemanticModel.Compilation.Assembly, finding.Place.Attribute);
            if (location.SourceTree == context.SemanticModel.SyntaxTree) context.ReportDiagnostic(Make(finding, location, settings));
        }
    }

    // Of a package nobody knows the folder: its place is in the message of the other side.
    private static Location Locate(Elsewhere place, Settings settings)
    {
        if (place.Location is not { } location || settings.FolderOf(place.Assembly) is not { } folder) return Location.None;
        var path = System.IO.Path.GetFullPath(System.IO.Path.Combine(folder, location.File));
        var start = new LinePosition(location.Line - 1, location.Column - 1);
        return Location.Create(path, default, new(start, new(location.EndLine - 1, location.EndColumn - 1)));
    }

    private static Diagnostic Make(Finding finding, Location location, Settings settings) => Diagnostic.Create(
        Descriptors.Of(finding.Entry, settings.Pages), location,
        finding.Suggestion is { } suggestion
            ? ImmutableDictionary<string, string?>.Empty.Add(SuggestionProperties.Text, suggestion.Text)
                .Add(SuggestionProperties.Target, suggestion.Target)
            : null,
        [.. finding.Arguments]);
}
