namespace SchemaSync.Generators.Declarations;

/// <summary>The base classes of a project as JSON in an assembly attribute, for the compilers of other projects.</summary>
internal static class BasesFormat
{
    /// <summary>The assembly metadata key.</summary>
    public const string Key = "SchemaSync.Bases";

    /// <summary>The format.</summary>
    public static StoredFormat Format { get; } = new("schemasync-bases");

    /// <summary>Writes them.</summary>
    public static void Write(JsonWriter json, IEnumerable<BaseDeclaration> bases)
    {
        json.StartObject();
        Format.WriteHead(json);
        json.StartArray("bases");
        foreach (var found in bases)
        {
            json.StartObject();
            json.String("type", found.FullName);
            Write(json, found.Attributes);
            json.StartArray("members");
            foreach (var member in found.Members) Write(json, member);
            json.EndArray();
            json.EndObject();
        }

        json.EndArray();
        json.EndObject();
    }

    /// <summary>Reads what <see cref="Write(JsonWriter, IEnumerable{BaseDeclaration})"/>
    /// wrote, joined (<see cref="Manifest.Join"/>) or not.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">The text is damaged.</exception>
    public static EquatableArray<BaseDeclaration> Read(string text) =>
        Manifest.Parts(text, Format).SelectMany(part => part.Parts("bases", ReadBase).AsEnumerable()).ToEquatableArray();

    private static void Write(JsonWriter json, BaseMember member)
    {
        json.StartObject();
        json.String("name", member.Name);
        if (member.HoldsValue) json.Boolean("holdsValue", true);
        Write(json, member.Attributes);
        json.EndObject();
    }

    private static void Write(JsonWriter json, EquatableArray<AttributeUse> uses)
    {
        if (uses.IsEmpty) return;
        json.StartArray("attributes");
        foreach (var use in uses)
        {
            json.StartObject();
            json.String("kind", use.Kind.Name);
            if (use.Providers != 0) json.Number("providers", use.Providers);
            if (use.IsStandard) json.String("standard", use.Standard);
            if (!use.Arguments.IsEmpty) json.StartArray("arguments");
            foreach (var argument in use.Arguments) Write(json, argument.Name, argument.Value);
            if (!use.Arguments.IsEmpty) json.EndArray();
            json.EndObject();
        }

        json.EndArray();
    }

    private static void Write(JsonWriter json, string? name, ConstantValue value)
    {
        json.StartObject();
        if (name is not null) json.String("name", name);
        json.String("kind", value.Kind.ToString());
        if (value.Text.Length > 0) json.String("text", value.Text);
        if (value.Member.Length > 0) json.String("member", value.Member);
        if (!value.Items.IsEmpty) json.StartArray("items");
        foreach (var item in value.Items) Write(json, null, item);
        if (!value.Items.IsEmpty) json.EndArray();
        json.EndObject();
    }

    private static BaseDeclaration ReadBase(FacetReader reader)
    {
        var type = reader.RequiredText("type");
        return new(type, ReadUses(reader, type), reader.Parts("members", m => ReadMember(m, type)));
    }

    private static BaseMember ReadMember(FacetReader reader, string type) =>
        new(reader.RequiredText("name"), reader.Flag("holdsValue"), ReadUses(reader, type));

    private static EquatableArray<AttributeUse> ReadUses(FacetReader reader, string type) =>
        reader.Parts("attributes", use => new AttributeUse
    {
        Kind = AttributeKind.OfClass(use.RequiredText("kind") + "Attribute"),
        Place = Place.OfType(type),
        Providers = (int)(use.Number("providers") ?? 0),
        Standard = use.Text("standard") ?? "",
        Arguments = use.Parts("arguments", a => new Argument(a.RequiredText("name"), ReadValue(a))),
    });

    private static ConstantValue ReadValue(FacetReader reader) => new(
        reader.Enumeration<ConstantKind>("kind"), reader.Text("text") ?? "", reader.Text("member") ?? "", reader.Parts("items", ReadValue));
}
