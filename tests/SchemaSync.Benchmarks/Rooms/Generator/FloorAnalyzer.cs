using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace SchemaSync.Benchmarks;

/// <summary>The floor: asks for the same types, files and end of a compilation, and looks at nothing.</summary>
#pragma warning disable RS1036, RS1038, RS1041, RS2008 // Nobody's editor loads it.
[DiagnosticAnalyzer(LanguageNames.CSharp)]
internal sealed class FloorAnalyzer : DiagnosticAnalyzer
{
    private static readonly DiagnosticDescriptor Nothing = new("BENCH", "", "", "", DiagnosticSeverity.Warning, isEnabledByDefault: true);

    public override ImmutableArray<DiagnosticDescriptor> SupportedDiagnostics => [Nothing];

    public override void Initialize(AnalysisContext context)
    {
        context.ConfigureGeneratedCodeAnalysis(GeneratedCodeAnalysisFlags.Analyze | GeneratedCodeAnalysisFlags.ReportDiagnostics);
        context.EnableConcurrentExecution();
        context.RegisterCompilationStartAction(start =>
        {
            start.RegisterCompilationEndAction(_ => { });
            start.RegisterSymbolAction(_ => { }, SymbolKind.NamedType);
            start.RegisterSemanticModelAction(_ => { });
        });
    }
}
