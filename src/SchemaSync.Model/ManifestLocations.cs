namespace SchemaSync.Model;

/// <summary>
/// The locations as JSON: each file once, then one list per object with its kind, schema, owner, name, signature, the number of its file,
/// and the four numbers of its place. There is one for every column, so a name for each value would be most of the text.
/// </summary>
internal static class ManifestLocations
{
    private const int Values = 10;

    public static void Write(JsonWriter json, IEnumerable<KeyValuePair<ObjectId, SourceLocation>> locations)
    {
        var files = new Dictionary<string, int>(StringComparer.Ordinal);
        json.StartObject();
        Manifest.LocationsFormat.WriteHead(json);
        json.StartArray("locations");
        foreach (var entry in locations)
        {
            if (!files.TryGetValue(entry.Value.File, out var file)) files.Add(entry.Value.File, file = files.Count);
            json.StartArray();
            json.String(null, entry.Key.Kind.Name);
            json.String(null, entry.Key.Schema.Value ?? "");
            json.String(null, entry.Key.Owner.Value ?? "");
            json.String(null, entry.Key.Name.Value ?? "");
            json.String(null, entry.Key.Signature ?? "");
            json.Number(null, file);
            json.Number(null, entry.Value.Line);
            json.Number(null, entry.Value.Column);
            json.Number(null, entry.Value.EndLine);
            json.Number(null, entry.Value.EndColumn);
            json.EndArray();
        }

        json.EndArray();
        json.StartArray("files");
        foreach (var file in files.OrderBy(f => f.Value)) json.String(null, file.Key);
        json.EndArray();
        json.EndObject();
    }

    /// <summary>Adds one part's locations; an object declared twice keeps its first place.</summary>
    /// <exception cref="JsonFormatException">The text is damaged or from a newer version.</exception>
    public static void Read(FacetReader part, Dictionary<ObjectId, SourceLocation> locations)
    {
        var files = part.Names("files");
        foreach (var value in part.Values("locations"))
        {
            var (id, location) = Read(value, files);
            if (!locations.TryGetValue(id, out _)) locations[id] = location;
        }
    }

    private static (ObjectId Id, SourceLocation Location) Read(JsonValue value, EquatableArray<Identifier> files)
    {
        if (value is not JsonArray { Items: { Count: Values } items })
            throw new JsonFormatException($"a location is not a list of {Values}");
        var file = Number(items, 5, "file");
        if (file < 0 || file >= files.Count) throw new JsonFormatException($"a location names file {file} of {files.Count}");
        return (
            new(ObjectKind.Of(items[0].AsString("kind")), Name(items, 1, "schema"), Name(items, 2, "owner"), Name(items, 3, "name"),
                items[4].AsString("signature") is { Length: > 0 } signature ? signature : null),
            new(files[file].Value, Number(items, 6, "line"), Number(items, 7, "column"),
                Number(items, 8, "endLine"), Number(items, 9, "endColumn")));
    }

    private static Identifier Name(EquatableArray<JsonValue> items, int index, string name) => new(items[index].AsString(name));

    private static int Number(EquatableArray<JsonValue> items, int index, string name) => checked((int)items[index].AsInt64(name));
}
