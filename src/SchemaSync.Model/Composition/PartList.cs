namespace SchemaSync.Model.Composition;

/// <summary>An assembly whose declarations belong to the schema of another.</summary>
/// <param name="Name">The assembly's simple name.</param>
/// <param name="Providers">The providers it is composed for.</param>
public sealed record PartReference(string Name, EquatableArray<string> Providers);

/// <summary>
/// Which referenced assemblies a schema is composed of, as JSON in an assembly attribute: the compiler knows the references, and the
/// assembly itself would not tell (a reference that no code uses is not in its tables).
/// </summary>
public static class PartList
{
    /// <summary>The assembly metadata key.</summary>
    public const string Key = "SchemaSync.Parts";

    /// <summary>The format.</summary>
    public static StoredFormat Format { get; } = new("schemasync-parts");

    /// <summary>Writes the list, on one line.</summary>
    public static string Write(IEnumerable<PartReference> parts)
    {
        var json = new JsonWriter(indented: false);
        Write(json, parts);
        return json.ToString();
    }

    /// <summary>Writes the list.</summary>
    public static void Write(JsonWriter json, IEnumerable<PartReference> parts)
    {
        json.StartObject();
        Format.WriteHead(json);
        json.StartArray("assemblies");
        foreach (var part in parts)
        {
            json.StartObject();
            json.String("name", part.Name);
            json.StartArray("providers");
            foreach (var provider in part.Providers) json.String(null, provider);
            json.EndArray();
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    /// <summary>Reads what <see cref="Write(IEnumerable{PartReference})"/> wrote.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">The text is damaged.</exception>
    public static EquatableArray<PartReference> Read(string text) =>
        Manifest.Parts(text, Format).SelectMany(part => part.Parts("assemblies", ReadOne).AsEnumerable()).ToEquatableArray();

    private static PartReference ReadOne(FacetReader reader) => new(reader.RequiredText("name"), reader.Texts("providers"));
}
