using System.Text;
using System.Text.RegularExpressions;

namespace SchemaSync.Tasks;

/// <summary>
/// The schema in a compiled assembly, found by its key in the bytes of the attribute: enough to tell whether it changed,
/// and no metadata library whose version could clash with the one of the host.
/// </summary>
internal static class AssemblyManifest
{
    private static readonly byte[] Snapshot = [.. Encoding.UTF8.GetBytes("SchemaSync.Snapshot")];
    private static readonly byte[] List = [.. Encoding.UTF8.GetBytes("SchemaSync.Parts")];

    // The list is ours and on one line, and no name of an assembly needs an escape: a reader of JSON would be another library in the host.
    private static readonly Regex Name = new("\"name\":\"([^\"\\\\]+)\"", RegexOptions.CultureInvariant);

    // Whoever declares names one of these namespaces somewhere.
    private static readonly string[] Namespaces = ["SchemaSync", "DataAnnotations"];

    /// <summary>
    /// Whether a project means to declare a schema. Many projects of a solution may share the properties, and few of them declare
    /// tables; an assembly without a schema alone would not tell: the generator may have been switched off.
    /// </summary>
    public static bool IsDeclared(string assembly, IEnumerable<string> sources) =>
        Read(assembly).Any() || Parts(assembly).Count > 0
            || sources.Where(File.Exists).Select(File.ReadAllText).Any(t => Namespaces.Any(n => t.Contains(n)));

    /// <summary>What a schema is, as text: that in an assembly, or a snapshot file.</summary>
    public static IEnumerable<string> Texts(string file) =>
        file.EndsWith(".json", StringComparison.OrdinalIgnoreCase) ? [File.ReadAllText(file)] : Read(file);

    /// <summary>The texts of the schema that an assembly declares itself.</summary>
    public static IEnumerable<string> Read(string assembly) => Values(File.ReadAllBytes(assembly), Snapshot);

    /// <summary>The names of the assemblies that its schema is composed of.</summary>
    public static IReadOnlyList<string> Parts(string assembly) =>
        [.. Values(File.ReadAllBytes(assembly), List).SelectMany(text => Name.Matches(text).Cast<Match>()).Select(m => m.Groups[1].Value)];

    private static IEnumerable<string> Values(byte[] bytes, byte[] key)
    {
        for (var at = IndexOf(bytes, key, 0); at >= 0; at = IndexOf(bytes, key, at + key.Length))
        {
            var position = at + key.Length;
            var length = Length(bytes, ref position);
            if (length > 0 && position + length <= bytes.Length) yield return Encoding.UTF8.GetString(bytes, position, length);
        }
    }

    private static int IndexOf(byte[] bytes, byte[] key, int start)
    {
        // The key stands behind its own length (ECMA-335, II.23.3): this leaves out the literal in the user's code, which is UTF-16 anyway.
        for (var at = Array.IndexOf(bytes, (byte)key.Length, start);
            at >= 0 && at + key.Length < bytes.Length;
            at = Array.IndexOf(bytes, (byte)key.Length, at + 1))
        {
            var same = 0;
            while (same < key.Length && bytes[at + 1 + same] == key[same]) same++;
            if (same == key.Length) return at + 1;
        }

        return -1;
    }

    // Compressed unsigned integer: ECMA-335, II.23.2.
    private static int Length(byte[] bytes, ref int at)
    {
        if (at + 4 > bytes.Length) return 0;
        int first = bytes[at++];
        if ((first & 0x80) == 0) return first;
        if ((first & 0xC0) == 0x80) return ((first & 0x3F) << 8) | bytes[at++];
        return (first & 0xE0) == 0xC0 ? ((first & 0x1F) << 24) | (bytes[at++] << 16) | (bytes[at++] << 8) | bytes[at++] : 0;
    }
}
