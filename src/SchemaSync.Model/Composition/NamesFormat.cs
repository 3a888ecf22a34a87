namespace SchemaSync.Model.Composition;

/// <summary>Declared names as JSON in an assembly attribute.</summary>
public static class NamesFormat
{
    /// <summary>The assembly metadata key.</summary>
    public const string Key = "SchemaSync.Names";

    /// <summary>The format.</summary>
    public static StoredFormat Format { get; } = new("schemasync-names");

    /// <summary>Writes the names, on one line.</summary>
    public static string Write(IEnumerable<DeclaredNames> groups)
    {
        var json = new JsonWriter(indented: false);
        Write(json, groups);
        return json.ToString();
    }

    /// <summary>Writes the names.</summary>
    public static void Write(JsonWriter json, IEnumerable<DeclaredNames> groups)
    {
        json.StartObject();
        Format.WriteHead(json);
        json.StartArray("groups");
        foreach (var names in groups)
        {
            json.StartObject();
            Texts(json, "providers", names.Providers);
            json.StartArray("classes");
            foreach (var found in names.Classes) Write(json, found);
            json.EndArray();
            json.StartArray("others");
            foreach (var id in names.Others) Write(json, id);
            json.EndArray();
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    /// <summary>Puts providers whose names are the same into one.</summary>
    public static EquatableArray<DeclaredNames> Group(IEnumerable<DeclaredNames> all)
    {
        var groups = new List<DeclaredNames>();
        foreach (var names in all)
        {
            var same = groups.FindIndex(g => g.Classes == names.Classes && g.Others == names.Others);
            if (same < 0) groups.Add(names);
            else groups[same] = groups[same] with { Providers = [.. groups[same].Providers, .. names.Providers] };
        }

        return groups.ToEquatableArray();
    }

    /// <summary>Reads what <see cref="Write(IEnumerable{DeclaredNames})"/> wrote, joined (<see cref="Manifest.Join"/>) or not.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">The text is damaged.</exception>
    public static EquatableArray<DeclaredNames> Read(string text) =>
        Manifest.Parts(text, Format).SelectMany(part => part.Parts("groups", ReadNames).AsEnumerable()).ToEquatableArray();

    private static void Write(JsonWriter json, DeclaredClass found)
    {
        json.StartObject();
        json.String("type", found.Type);
        json.String("kind", found.Kind.Name);
        json.String("name", found.Name.Name.Value);
        if (found.Name.IsQualified) json.String("schema", found.Name.Schema.Value);
        json.StartArray("members");
        foreach (var member in found.Members)
        {
            json.String(null, member.Name);
            json.String(null, member.Value);
        }

        json.EndArray();
        if (!found.Key.IsEmpty) Texts(json, "key", found.Key);
        if (!found.Numbers.IsEmpty) Texts(json, "numbers", found.Numbers);
        if (found.IsFlags) json.Boolean("flags", true);
        json.EndObject();
    }

    private static void Write(JsonWriter json, ObjectId id)
    {
        json.StartArray();
        json.String(null, id.Kind.Name);
        json.String(null, id.Schema.Value ?? "");
        json.String(null, id.Owner.Value ?? "");
        json.String(null, id.Name.Value ?? "");
        json.String(null, id.Signature ?? "");
        json.EndArray();
    }

    private static void Texts(JsonWriter json, string name, EquatableArray<string> texts)
    {
        json.StartArray(name);
        foreach (var text in texts) json.String(null, text);
        json.EndArray();
    }

    private static DeclaredNames ReadNames(FacetReader reader) => new()
    {
        Providers = reader.Texts("providers"),
        Classes = reader.Parts("classes", ReadClass),
        Others = reader.Values("others").Select(ReadId).ToEquatableArray(),
    };

    private static DeclaredClass ReadClass(FacetReader reader)
    {
        var texts = reader.Texts("members");
        if (texts.Count % 2 != 0) throw new JsonFormatException("member 'members' is no list of pairs");
        var members = Enumerable.Range(0, texts.Count / 2).Select(i => new DeclaredMember(texts[2 * i], texts[(2 * i) + 1]));
        return new()
        {
            Type = reader.RequiredText("type"),
            Kind = ObjectKind.Of(reader.RequiredText("kind")),
            Name = new(reader.Name("schema"), new(reader.RequiredText("name"))),
            Members = members.ToEquatableArray(),
            Key = reader.Texts("key"),
            Numbers = reader.Texts("numbers"),
            IsFlags = reader.Flag("flags"),
        };
    }

    private static ObjectId ReadId(JsonValue value)
    {
        if (value is not JsonArray { Items: { Count: 5 } items })
            throw new JsonFormatException("an object is not a list of kind, schema, owner, name and signature");
        var signature = items[4].AsString("signature");
        return new(
            ObjectKind.Of(items[0].AsString("kind")), new(items[1].AsString("schema")), new(items[2].AsString("owner")),
            new(items[3].AsString("name")), signature.Length > 0 ? signature : null);
    }
}
