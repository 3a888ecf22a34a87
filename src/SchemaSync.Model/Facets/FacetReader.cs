namespace SchemaSync.Model.Facets;

/// <summary>Reads back what a JSON facet writer wrote. Refuses members it does not know: a newer file is never half read.</summary>
public sealed class FacetReader
{
    private readonly JsonObject _json;
    private readonly HashSet<string> _read = new(StringComparer.Ordinal);

    /// <summary>Reads one JSON object.</summary>
    public FacetReader(JsonObject json) => _json = json;

    /// <summary>A text, or null when absent.</summary>
    public string? Text(string name) => Member(name)?.AsString(name);

    /// <summary>A text that must be there.</summary>
    public string RequiredText(string name) => Text(name) ?? throw new JsonFormatException($"member '{name}' is missing");

    /// <summary>A flag; absent means no.</summary>
    public bool Flag(string name) => Member(name)?.AsBoolean(name) ?? false;

    /// <summary>A number, or null when absent.</summary>
    public long? Number(string name) => Member(name)?.AsInt64(name);

    /// <summary>An identifier; absent means unnamed.</summary>
    public Identifier Name(string name = "name") => new(Text(name) ?? "");

    /// <summary>The name of an object that stands by itself, with the schema it is in.</summary>
    public QualifiedName OwnName() => new(Name("schema"), Name());

    /// <summary>A reference to an object that stands by itself; absent means none.</summary>
    public QualifiedName QualifiedName(string name) => Text(name) is { } text ? Parse(name, text) : default;

    /// <summary>A reference that must be there.</summary>
    public QualifiedName RequiredQualifiedName(string name) => Parse(name, RequiredText(name));

    /// <summary>A list of references.</summary>
    public EquatableArray<QualifiedName> QualifiedNames(string name) =>
        Array(name).Select(v => Parse(name, v.AsString(name))).ToEquatableArray();

    /// <summary>A list of names.</summary>
    public EquatableArray<Identifier> Names(string name) =>
        Array(name).Select(v => new Identifier(v.AsString(name))).ToEquatableArray();

    /// <summary>A list of texts.</summary>
    public EquatableArray<string> Texts(string name) => Array(name).Select(v => v.AsString(name)).ToEquatableArray();

    /// <summary>An expression: a plain text, or text and canonical form where they differ.</summary>
    public SqlExpression? Expression(string name) => Member(name) switch
    {
        null => null,
        JsonString text => new SqlExpression(text.Value),
        JsonObject both => new SqlExpression(
            both.Member("text")?.AsString("text") ?? throw new JsonFormatException($"member '{name}.text' is missing"),
            both.Member("canonical")?.AsString("canonical") ?? throw new JsonFormatException($"member '{name}.canonical' is missing")),
        _ => throw new JsonFormatException($"member '{name}' is neither text nor an expression"),
    };

    /// <summary>A word of a closed set.</summary>
    public T Enumeration<T>(string name, T whenAbsent = default) where T : struct, Enum
    {
        return Text(name) is { } text ? Word<T>(name, text) : whenAbsent;
    }

    internal static T Word<T>(string name, string text) where T : struct, Enum =>
        Enum.TryParse<T>(text, out var value) && value.ToString() == text
            ? value
            : throw new JsonFormatException($"member '{name}' has the unknown value '{text}'");

    /// <summary>A structured facet, or null.</summary>
    public T? Part<T>(string name, Func<FacetReader, T> read) where T : class =>
        Member(name) is { } value ? ReadOne(value, name, read) : null;

    /// <summary>A list of structured facets.</summary>
    public EquatableArray<T> Parts<T>(string name, Func<FacetReader, T> read) =>
        Array(name).Select(v => ReadOne(v, name, read)).ToEquatableArray();

    /// <summary>A list whose elements the caller reads.</summary>
    internal IEnumerable<JsonValue> Values(string name) => Array(name);

    /// <summary>Throws when the object holds a member that nobody read.</summary>
    public void Complete()
    {
        foreach (var member in _json.Members)
        {
            if (!_read.Contains(member.Key)) throw new JsonFormatException($"member '{member.Key}' is not known to this version");
        }
    }

    private static T ReadOne<T>(JsonValue value, string name, Func<FacetReader, T> read)
    {
        var reader = new FacetReader(value as JsonObject ?? throw new JsonFormatException($"member '{name}' is not an object"));
        var result = read(reader);
        reader.Complete();
        return result;
    }

    private static QualifiedName Parse(string name, string text)
    {
        try
        {
            return Identity.QualifiedName.Parse(text);
        }
        catch (FormatException e)
        {
            throw new JsonFormatException($"member '{name}': {e.Message}");
        }
    }

    private IEnumerable<JsonValue> Array(string name) => Member(name) switch
    {
        null => [],
        JsonArray array => array.Items,
        _ => throw new JsonFormatException($"member '{name}' is not a list"),
    };

    private JsonValue? Member(string name)
    {
        _read.Add(name);
        return _json.Member(name) is { } value and not JsonNull ? value : null;
    }
}
