namespace SchemaSync.Model.Json;

/// <summary>
/// A format that outlives the program that wrote it. Every text names its format and version first. Readers know the present
/// version alone; a text of any version before is lifted to it, one version at a time.
/// </summary>
public sealed class StoredFormat
{
    private const string NameMember = "format", VersionMember = "version";
    private readonly Func<JsonObject, JsonObject>[] _upgrades;

    /// <summary>A format of as many versions as there are upgrades, and one.</summary>
    /// <param name="name">What its texts call it.</param>
    /// <param name="upgrades">The members of version 1 as those of version 2, of version 2 as those of version 3, and so on.</param>
    public StoredFormat(string name, params Func<JsonObject, JsonObject>[] upgrades) => (Name, _upgrades) = (name, upgrades);

    /// <summary>What its texts call it.</summary>
    public string Name { get; }

    /// <summary>The version that is written.</summary>
    public int Version => _upgrades.Length + 1;

    /// <summary>Writes format and version, which come first.</summary>
    public void WriteHead(JsonWriter json)
    {
        json.String(NameMember, Name);
        json.Number(VersionMember, Version);
    }

    /// <summary>The members of a text without its head, as the present version has them.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">It is something else.</exception>
    public JsonObject Content(JsonObject text)
    {
        var content = new JsonObject(text.Members.Where(m => m.Key is not (NameMember or VersionMember)).ToEquatableArray());
        for (var version = VersionOf(text); version < Version; version++) content = _upgrades[version - 1](content);
        return content;
    }

    /// <summary>The version of a text that can be read.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">It is something else.</exception>
    public int VersionOf(JsonObject text)
    {
        var head = new FacetReader(text);
        if (head.Text(NameMember) is not { } name) throw new JsonFormatException($"member '{NameMember}' is missing");
        if (name != Name) throw new JsonFormatException($"its format is '{name}', not '{Name}'");
        var version = head.Number(VersionMember) ?? throw new JsonFormatException($"member '{VersionMember}' is missing");
        if (version < 1) throw new JsonFormatException($"it has the unknown version {version}");
        return version <= Version ? (int)version : throw new NewerFormatException(version, Version);
    }
}

/// <summary>A later version of the program wrote this: nothing is wrong with it, and nothing of it may be guessed.</summary>
/// <param name="version">The version of its format.</param>
/// <param name="known">The last version that this program reads.</param>
public sealed class NewerFormatException(long version, int known)
    : JsonFormatException($"it has format version {version}, and this program reads versions up to {known}")
{
    /// <summary>The version of its format.</summary>
    public long Version { get; } = version;

    /// <summary>The last version that this program reads.</summary>
    public int Known { get; } = known;
}
