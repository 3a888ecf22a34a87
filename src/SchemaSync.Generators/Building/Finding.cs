using SchemaSync.Model;

namespace SchemaSync.Generators;

/// <summary>Something wrong with a declaration. The generator drops it, the analyzer shows it.</summary>
internal sealed record Finding(DiagnosticEntry Entry, Place Place, EquatableArray<string> Arguments);
