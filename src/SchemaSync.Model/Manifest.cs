namespace SchemaSync.Model;

/// <summary>
/// What the generator puts into the user's assembly: the model per group of providers that share it, and,
/// apart from it, the source locations (a line that moves must not touch the model's cache). A large schema
/// comes in several parts, one attribute each, so that an edit in one table does not write them all again.
/// </summary>
public static class Manifest
{
    /// <summary>The assembly metadata key of the model.</summary>
    public const string SnapshotKey = "SchemaSync.Snapshot";

    /// <summary>The assembly metadata key of the locations.</summary>
    public const string LocationsKey = "SchemaSync.Locations";

    /// <summary>The models' format.</summary>
    public static StoredFormat Format { get; } = new("schemasync-manifest");

    /// <summary>The locations' format.</summary>
    public static StoredFormat LocationsFormat { get; } = new("schemasync-locations");

    /// <summary>Writes the models on one line.</summary>
    public static string Write(IEnumerable<SchemaModel> models)
    {
        var json = new JsonWriter(indented: false);
        Write(json, models);
        return json.ToString();
    }

    /// <summary>Writes the models.</summary>
    public static void Write(JsonWriter json, IEnumerable<SchemaModel> models)
    {
        var facets = new JsonFacetWriter(json);
        json.StartObject();
        Format.WriteHead(json);
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
    }

    /// <summary>One text out of the values of all attributes with one key.</summary>
    public static string Join(IReadOnlyList<string> parts) => parts.Count == 1 ? parts[0] : $"{{\"parts\":[{string.Join(",", parts)}]}}";

    /// <summary>Reads what <see cref="Write(IEnumerable{SchemaModel})"/> wrote, joined or not:
    /// one model for each group of providers that share it.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">The text is damaged.</exception>
    public static EquatableArray<SchemaModel> Read(string text)
    {
        var byProvider = Parts(text, Format).SelectMany(part => part.Parts("models", ReadModel).AsEnumerable())
            .SelectMany(model => model.Providers.Select(provider => (provider, model)))
            .GroupBy(entry => entry.provider, entry => entry.model);
        return Group(byProvider.Select(models => new SchemaModel
        {
            Providers = [models.Key],
            Objects = models.SelectMany(m => m.Objects).ToEquatableArray(),
            Intents = models.SelectMany(m => m.Intents).ToEquatableArray(),
        }));
    }

    /// <summary>Puts providers whose models are the same into one.</summary>
    public static EquatableArray<SchemaModel> Group(IEnumerable<SchemaModel> models)
    {
        var groups = new List<SchemaModel>();
        foreach (var model in models)
        {
            var same = groups.FindIndex(g => g.Objects == model.Objects && g.Intents == model.Intents);
            if (same < 0) groups.Add(model);
            else groups[same] = groups[same] with { Providers = [.. groups[same].Providers, .. model.Providers] };
        }

        return groups.ToEquatableArray();
    }

    /// <summary>Writes locations by object path, on one line.</summary>
    public static string WriteLocations(IEnumerable<KeyValuePair<ObjectId, SourceLocation>> locations)
    {
        var json = new JsonWriter(indented: false);
        WriteLocations(json, locations);
        return json.ToString();
    }

    /// <summary>Writes locations by object path.</summary>
    public static void WriteLocations(JsonWriter json, IEnumerable<KeyValuePair<ObjectId, SourceLocation>> locations) =>
        ManifestLocations.Write(json, locations);

    /// <summary>Reads what
    /// <see cref="WriteLocations(IEnumerable{KeyValuePair{ObjectId, SourceLocation}})"/> wrote; an object declared twice keeps its first
    /// place.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">The text is damaged.</exception>
    public static IReadOnlyDictionary<ObjectId, SourceLocation> ReadLocations(string text)
    {
        var locations = new Dictionary<ObjectId, SourceLocation>();
        foreach (var part in Parts(text, LocationsFormat)) ManifestLocations.Read(part, locations);
        return locations;
    }

    private static SchemaModel ReadModel(FacetReader reader) => new()
    {
        Providers = reader.Names("providers").Select(n => n.Value).ToEquatableArray(),
        Objects = SchemaObjectList.Read(reader),
        Intents = reader.Parts("intents", Intent.Read),
    };

    /// <summary>The parts of a text of any of these formats, joined or not; each has to be read whole.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">The text is damaged.</exception>
    public static IEnumerable<FacetReader> Parts(string text, StoredFormat format)
    {
        var json = JsonReader.Parse(text);
        IEnumerable<JsonValue> parts = json is JsonObject joined && joined.Member("parts") is JsonArray list ? list.Items : [json];
        foreach (var part in parts)
        {
            var reader =
                new FacetReader(format.Content(part as JsonObject ?? throw new JsonFormatException("the manifest is not an object")));
            yield return reader;
            // Runs after the caller has read this part.
            reader.Complete();
        }
    }
}
