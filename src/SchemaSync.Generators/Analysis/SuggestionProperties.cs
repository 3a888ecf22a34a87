namespace SchemaSync.Generators.Analysis;

/// <summary>Under which names a diagnostic tells a code fix what to do.</summary>
public static class SuggestionProperties
{
    /// <summary>The attribute to add, or the text to write.</summary>
    public const string Text = "Suggestion";

    /// <summary>The property that gets the attribute (empty: the class), or the text to replace.</summary>
    public const string Target = "Target";
}
