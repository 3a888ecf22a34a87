namespace SchemaSync.Generators.Building;

/// <summary>Something wrong with a declaration. The generator drops it, the analyzer shows it.</summary>
/// <param name="Suggestion">What a code fix would put there; null where there is no obvious answer.</param>
internal sealed record Finding(DiagnosticEntry Entry, Place Place, EquatableArray<string> Arguments, Suggestion? Suggestion = null)
{
    /// <summary>Where it stands when it is not in this project's own declarations.</summary>
    public Elsewhere? Elsewhere { get; init; }
}

/// <summary>A place in a referenced project, or a project as a whole.</summary>
/// <param name="Location">Relative to that project's folder; null where there is none.</param>
internal sealed record Elsewhere(string Assembly, SourceLocation? Location);

/// <summary>The obvious answer to a finding.</summary>
/// <param name="Text">The attribute to add, or the text to write.</param>
/// <param name="Target">The property that gets the attribute (empty: the class), or the text to replace.</param>
internal sealed record Suggestion(string Text, string Target);
