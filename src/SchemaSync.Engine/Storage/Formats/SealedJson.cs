using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Engine.Storage.Formats;

/// <summary>
/// A text that shows whether it is whole: format and version, and a digest over everything else. The digest is over the compact
/// form, so that a checkout which changes line ends, or a formatter, does no harm, while every changed value does.
/// </summary>
internal static class SealedJson
{
    internal const string DigestMember = "digest";

    /// <summary>Writes indented JSON with line feeds; equal content gives equal bytes.</summary>
    public static string Write(StoredFormat format, Action<JsonWriter> content) => new SealedText(format, content).ToString();

    /// <summary>The content of such a text, as the present version has it.</summary>
    /// <exception cref="NewerFormatException">A later version wrote it.</exception>
    /// <exception cref="JsonFormatException">It is something else, damaged or edited
    /// by hand; the message says which, and where.</exception>
    public static FacetReader Read(string text, StoredFormat format)
    {
        if (Parse(text) is not JsonObject file) throw new JsonFormatException("it is no JSON object");
        // Which program has to read it comes before whether it is whole.
        format.VersionOf(file);
        var rest = new JsonObject(file.Members.Where(m => m.Key != DigestMember).ToEquatableArray());
        var compact = new JsonWriter(indented: false);
        compact.Value(null, rest);
        if (new FacetReader(file).Text(DigestMember) != Digest(compact.ToString()))
            throw new JsonFormatException("its content does not fit its digest, so it was edited by hand, merged or damaged");
        return new(format.Content(rest));
    }

    /// <summary>SHA-256 in lower-case hexadecimal.</summary>
    public static string Digest(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static JsonValue Parse(string text)
    {
        try
        {
            return JsonReader.Parse(text);
        }
        catch (JsonFormatException) when (string.IsNullOrWhiteSpace(text))
        {
            throw new JsonFormatException("it is empty");
        }
        catch (JsonFormatException) when (ConflictLine(text) is > 0 and var line)
        {
            throw new JsonFormatException($"line {line} is the mark of a merge conflict");
        }
    }

    private static int ConflictLine(string text) =>
        Array.FindIndex(text.Split('\n'), l => l.StartsWith("<<<<<<<", StringComparison.Ordinal)) + 1;
}
