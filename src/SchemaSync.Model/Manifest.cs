namespace SchemaSync.Model;

/// <summary>
/// What the generator puts into the user's assembly: the model per group of providers that share it, and,
/// apart from it, the source locations (a line that moves must not touch the model's cache).
/// </summary>
public static class Manifest
{
    /// <summary>The assembly metadata key of the model.</summary>
    public const string SnapshotKey = "SchemaSync.Snapshot.v1";

    /// <summary>The assembly metadata key of the locations.</summary>
    public const string LocationsKey = "SchemaSync.Locations.v1";

    /// <summary>Writes the models on one line.</summary>
    public static string Write(IEnumerable<SchemaModel> models)
    {
        var json = new JsonWriter(indented: false);
        var facets = new JsonFacetWriter(json);
        json.StartObject();
        json.StartArray("models");
        foreach (var model in models)
        {
            json.StartObject();
            json.StartArray("providers");
            foreach (var provider in model.Providers) json.String(null, provider);
            json.EndArray();
            SchemaObjectList.Write(json, model.Objects);
            facets.Parts("intents", model.Intents);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        return json.ToString();
    }

    /// <summary>Reads what <see cref="Write"/> wrote.</summary>
    /// <exception cref="JsonFormatException">The text is damaged or from a newer version.</exception>
    public static EquatableArray<SchemaModel> Read(string text)
    {
        var reader = Open(text);
        var models = reader.Parts("models", r => new SchemaModel
        {
            Providers = r.Names("providers").Select(n => n.Value).ToEquatableArray(),
            Objects = SchemaObjectList.Read(r),
            Intents = r.Parts("intents", Intent.Read),
        });
        reader.Complete();
        return models;
    }

    /// <summary>Writes locations by object path, on one line.</summary>
    public static string WriteLocations(IEnumerable<KeyValuePair<ObjectPath, SourceLocation>> locations)
    {
        var json = new JsonWriter(indented: false);
        var facets = new JsonFacetWriter(json);
        json.StartObject();
        json.StartArray("locations");
        foreach (var entry in locations)
        {
            json.StartObject();
            json.String("kind", entry.Key.Kind);
            if (!entry.Key.Owner.IsEmpty) json.String("owner", entry.Key.Owner.Value);
            json.String("key", entry.Key.Key);
            entry.Value.WriteFacets(facets);
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
        return json.ToString();
    }

    /// <summary>Reads what <see cref="WriteLocations"/> wrote; an object declared twice keeps its first place.</summary>
    /// <exception cref="JsonFormatException">The text is damaged or from a newer version.</exception>
    public static IReadOnlyDictionary<ObjectPath, SourceLocation> ReadLocations(string text)
    {
        var locations = new Dictionary<ObjectPath, SourceLocation>();
        var reader = Open(text);
        foreach (var entry in reader.Parts("locations", ReadLocation))
        {
            if (!locations.ContainsKey(entry.Key)) locations.Add(entry.Key, entry.Value);
        }

        reader.Complete();
        return locations;
    }

    private static KeyValuePair<ObjectPath, SourceLocation> ReadLocation(FacetReader r) => new(
        new(r.RequiredText("kind"), r.Name("owner"), r.RequiredText("key")),
        new(r.RequiredText("file"), Number(r, "line"), Number(r, "column"), Number(r, "endLine"), Number(r, "endColumn")));

    private static int Number(FacetReader reader, string name) => (int)(reader.Number(name) ?? 0);

    private static FacetReader Open(string text) =>
        new(JsonReader.Parse(text) as JsonObject ?? throw new JsonFormatException("the manifest is not an object"));
}
