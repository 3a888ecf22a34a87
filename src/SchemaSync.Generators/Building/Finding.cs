using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Something wrong with a declaration. The generator drops it, the analyzer shows it.</summary>
/// <param name="Suggestion">What a code fix would put there; empty where there is no obvious answer.</param>
internal sealed record Finding(DiagnosticEntry Entry, Place Place, EquatableArray<string> Arguments, string Suggestion = "");
