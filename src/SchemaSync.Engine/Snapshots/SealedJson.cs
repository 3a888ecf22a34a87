using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Engine;

/// <summary>
/// A file that shows whether it is whole: format, version, and a digest over everything else. The digest is over the compact
/// form, so that a checkout which changes line ends, or a formatter, does no harm, while every changed value does.
/// </summary>
internal static class SealedJson
{
    /// <summary>Writes indented JSON with line feeds; equal content gives equal bytes.</summary>
    public static string Write(string format, int version, Action<JsonWriter> content)
    {
        var compact = new JsonWriter(indented: false);
        compact.StartObject();
        content(compact);
        compact.EndObject();
        var json = new JsonWriter(indented: true);
        json.StartObject();
        json.String("format", format);
        json.Number("version", version);
        json.String("digest", Digest(compact.ToString()));
        content(json);
        json.EndObject();
        return json.ToString() + "\n";
    }

    /// <summary>The content of such a text.</summary>
    /// <exception cref="JsonFormatException">It is something else, newer, damaged or edited by hand; the message says which.</exception>
    public static FacetReader Read(string text, string format, int version)
    {
        if (JsonReader.Parse(text) is not JsonObject file) throw new JsonFormatException("it is no JSON object");
        var head = new FacetReader(file);
        if (head.Text("format") is not { } actual) throw new JsonFormatException("member 'format' is missing");
        if (actual != format) throw new JsonFormatException($"its format is '{actual}', not '{format}'");
        var number = head.Number("version") ?? throw new JsonFormatException("member 'version' is missing");
        if (number > version) throw new JsonFormatException($"it has version {number}, and this program reads versions up to {version}");
        if (number < 1) throw new JsonFormatException($"it has the unknown version {number}");
        var rest = new JsonObject(file.Members.Where(m => m.Key is not ("format" or "version" or "digest")).ToEquatableArray());
        var compact = new JsonWriter(indented: false);
        compact.Value(null, rest);
        if (head.Text("digest") != Digest(compact.ToString())) throw new JsonFormatException("its content does not fit its digest, so it was edited by hand or damaged");
        return new(rest);
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
}
