namespace SchemaSync.Engine.Diffs;

/// <summary>A change in words for messages.</summary>
internal static class ChangeWords
{
    /// <summary>What differs: <c>type is TEXT, declared is INTEGER</c> for an alteration, else the change itself.</summary>
    public static string Of(Change change) =>
        change is Change.Alter { Before: var before, After: var after } ? Of(before, after) : change.ToString();

    /// <summary>The facets that differ, the present value first.</summary>
    public static string Of(SchemaObject before, SchemaObject after) =>
        string.Join(", ",
            FacetList.Differences(before, after).Select(f => $"{Name(f.Name)} is {Value(f.Before)}, declared is {Value(f.After)}"));

    /// <summary>The first few changes of a list, and how many more there are.</summary>
    public static string First(IReadOnlyList<Change> changes, int limit = 3)
    {
        var words = changes.Take(limit).Select(c => c is Change.Alter ? $"{c} ({Of(c)})" : c.ToString());
        return string.Join("; ", words) + (changes.Count > limit ? $"; and {changes.Count - limit} more" : "");
    }

    private static string Name(string facet) => facet switch
    {
        "type.native" or "type.logical" => "type",
        _ => facet,
    };

    private static string Value(string? value) => value switch
    {
        null => "not set",
        "" => "empty",
        _ => value,
    };
}
