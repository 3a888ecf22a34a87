using System.Collections.Concurrent;
using System.Collections.Immutable;
using Microsoft.CodeAnalysis;

namespace SchemaSync.Generators.Analysis;

/// <summary>The catalogue's entries as the compiler wants them.</summary>
internal static class Descriptors
{
    private static readonly Dictionary<string, DiagnosticDescriptor> ByCode =
        AttributeDiagnostics.All.Concat(ValueDiagnostics.All).Concat(ModelDiagnostics.All).ToDictionary(e => e.Code, e => Make(e, null));

    // Few addresses, nearly always one.
    private static readonly ConcurrentDictionary<(string Code, string Pages), DiagnosticDescriptor> Linked = new();

    public static ImmutableArray<DiagnosticDescriptor> All { get; } = ByCode.Values.ToImmutableArray();

    /// <summary>
    /// The entry with a link to its page. What an analyzer announces is the same for every project, where the pages are is not: the
    /// compiler goes by the code.
    /// </summary>
    /// <param name="pages">The address of the folder with the pages; empty where nobody says.</param>
    public static DiagnosticDescriptor Of(DiagnosticEntry entry, string pages) => pages.Length == 0 ? ByCode[entry.Code]
        : Linked.GetOrAdd((entry.Code, pages), _ => Make(entry, $"{pages}{entry.Code}.md"));

    private static DiagnosticDescriptor Make(DiagnosticEntry entry, string? page) => new(
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
