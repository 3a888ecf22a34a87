namespace SchemaSync.Model.Objects;

/// <summary>Writes and reads a list of top-level objects as JSON members, one per kind.</summary>
public static class SchemaObjectList
{
    /// <summary>
    /// Writes the objects grouped by kind and ordered by name, those beyond the model last, as members of the open JSON object.
    /// </summary>
    public static void Write(JsonWriter json, IEnumerable<TopLevelObject> objects)
    {
        var writer = new JsonFacetWriter(json);
        var groups = objects.GroupBy(o => (Kind: o is OpaqueObject ? null : o.Kind, IsOpaque: o is OpaqueObject))
            .OrderBy(g => g.Key.IsOpaque).ThenBy(g => g.Key.Kind?.Plural, StringComparer.Ordinal);
        foreach (var group in groups)
        {
            json.StartArray(group.Key.Kind?.Plural ?? OpaqueObject.Plural);
            foreach (var subject in group.OrderBy(o => o.Name).ThenBy(o => o.Key, StringComparer.Ordinal)
                .ThenBy(o => o.Kind)) writer.Object(subject);
            json.EndArray();
        }
    }

    /// <summary>Reads what <see cref="Write"/> wrote; the caller completes the reader.</summary>
    public static EquatableArray<TopLevelObject> Read(FacetReader reader) =>
    [
        .. ObjectKind.Listed.SelectMany(kind => reader.Parts(kind.Plural, r => (TopLevelObject)kind.Read(r))),
        .. reader.Parts(OpaqueObject.Plural, OpaqueObject.Read),
    ];
}
