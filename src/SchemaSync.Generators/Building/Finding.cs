using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Something wrong with a declaration. The generator drops it, the analyzer shows it.</summary>
/// <param name="Suggestion">What a code fix would put there; null where there is no obvious answer.</param>
internal sealed record Finding(DiagnosticEntry Entry, Place Place, EquatableArray<string> Arguments, Suggestion? Suggestion = null);

/// <summary>The obvious answer to a finding.</summary>
/// <param name="Text">The attribute to add, or the text to write.</param>
/// <param name="Target">The property that gets the attribute (empty: the class), or the text to replace.</param>
internal sealed record Suggestion(string Text, string Target);
