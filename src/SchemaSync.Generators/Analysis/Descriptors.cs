using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Analysis;

/// <summary>The catalogue's entries as the compiler wants them.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ByCode =
        AttributeDiagnostics.All.Concat(ValueDiagnostics.All).Concat(ModelDiagnostics.All).ToDictionary(e => e.Code, e => Make(e, e.Page));

    // Few addresses, nearly always one.
    private static readonly ConcurrentDictionary<(string Code, string Documentation), DiagnosticDescriptor> Linked = new();

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ByCode.Values.ToImmutableArray();

    /// <summary>
    /// The entry with a link to its page. What an analyzer announces is the same for every project, where the pages are is not: the compiler
    /// goes by the code.
    /// </summary>
    /// <param name="documentation">The address of the documentation; empty where nobody says.</param>
    public static DiagnosticDescriptor Of(DiagnosticEntry entry, string documentation) => documentation.Length == 0 ? ByCode[entry.Code]
        : Linked.GetOrAdd((entry.Code, documentation), _ => Make(entry, $"{documentation}codes/{entry.Code}.md"));

    private static DiagnosticDescriptor Make(DiagnosticEntry entry, string page) => new(
        entry.Code,
        entry.Title,
        entry.Message,
        entry.Code.StartsWith("SSY00", StringComparison.Ordinal) ? "SchemaSync.Attributes" : "SchemaSync.Model",
        entry.Severity switch { Severity.Note => DiagnosticSeverity.Info,
            Severity.Warning => DiagnosticSeverity.Warning, _ => DiagnosticSeverity.Error },
        isEnabledByDefault: true,
        description: null,
        helpLinkUri: page,
        // It belongs to the project, not to a file: the compiler asks once, at the end.
        customTags: entry == AttributeDiagnostics.UnknownProvider ? [WellKnownDiagnosticTags.CompilationEnd] : []);
}
