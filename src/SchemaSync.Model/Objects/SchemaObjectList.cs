namespace SchemaSync.Model.Objects;

/// <summary>Writes and reads a list of top-level objects as JSON members, one per kind.</summary>
public static class SchemaObjectList
{
    /// <summary>Writes the objects grouped by kind and ordered by name, as members of the open JSON object.</summary>
    public static void Write(JsonWriter json, IEnumerable<TopLevelObject> objects)
    {
        var writer = new JsonFacetWriter(json);
        foreach (var group in objects.GroupBy(o => o.Kind).OrderBy(g => g.Key.Plural, StringComparer.Ordinal))
        {
            json.StartArray(group.Key.Plural);
            foreach (var subject in group.OrderBy(o => o.Name).ThenBy(o => o.Key, StringComparer.Ordinal)) writer.Object(subject);
            json.EndArray();
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the caller completes the reader.</summary>
    public static EquatableArray<TopLevelObject> Read(FacetReader reader) => [.. ObjectKind.Listed.SelectMany(kind => reader.Parts(kind.Plural, r => (TopLevelObject)kind.Read(r)))];
}
