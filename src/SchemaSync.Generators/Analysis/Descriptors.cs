using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Analysis;

/// <summary>The catalogue's entries as the compiler wants them.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ByCode =
        AttributeDiagnostics.All.Concat(ValueDiagnostics.All).Concat(ModelDiagnostics.All).ToDictionary(e => e.Code, Make);

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ByCode.Values.ToImmutableArray();

    public static DiagnosticDescriptor Of(DiagnosticEntry entry) => ByCode[entry.Code];

    private static DiagnosticDescriptor Make(DiagnosticEntry entry) => new(
        entry.Code,
        entry.Title,
        entry.Message,
        entry.Code.StartsWith("SSY00", StringComparison.Ordinal) ? "SchemaSync.Attributes" : "SchemaSync.Model",
        entry.Severity switch { Severity.Note => DiagnosticSeverity.Info,
            Severity.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Error },
        isEnabledByDefault: true,
        description: null,
        helpLinkUri: entry.Page,
        // It belongs to the project, not to a file: the compiler asks once, at the end.
        customTags: entry == AttributeDiagnostics.UnknownProvider ? [WellKnownDiagnosticTags.CompilationEnd] : []);
}
