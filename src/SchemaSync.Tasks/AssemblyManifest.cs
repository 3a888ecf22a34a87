using System.Text;

namespace SchemaSync.Tasks;

/// <summary>
/// The schema in a compiled assembly, found by its key in the bytes of the attribute: enough to tell whether it changed,
/// and no metadata library whose version could clash with the one of the host.
/// </summary>
internal static class AssemblyManifest
{
    private static readonly byte[] Key = [.. Encoding.UTF8.GetBytes("SchemaSync.Snapshot")];

    // Whoever declares names one of these namespaces somewhere.
    private static readonly string[] Namespaces = ["SchemaSync", "DataAnnotations"];

    /// <summary>
    /// Whether a project means to declare a schema. Many projects of a solution may share the properties, and few of them declare tables; an assembly
    /// without a schema alone would not tell: the generator may have been switched off.
    /// </summary>
    public static bool IsDeclared(string assembly, IEnumerable<string> sources) =>
        Read(assembly).Any() || sources.Where(File.Exists).Select(File.ReadAllText).Any(t => Namespaces.Any(n => t.Contains(n)));

    public static IEnumerable<string> Read(string assembly)
    {
        var bytes = File.ReadAllBytes(assembly);
        for (var at = IndexOf(bytes, 0); at >= 0; at = IndexOf(bytes, at + Key.Length))
        {
            var position = at + Key.Length;
            var length = Length(bytes, ref position);
            if (length > 0 && position + length <= bytes.Length) yield return Encoding.UTF8.GetString(bytes, position, length);
        }
    }

    private static int IndexOf(byte[] bytes, int start)
    {
        // The key stands behind its own length (ECMA-335, II.23.3): this leaves out the literal in the user's code, which is UTF-16 anyway.
        for (var at = Array.IndexOf(bytes, (byte)Key.Length, start); at >= 0 && at + Key.Length < bytes.Length; at = Array.IndexOf(bytes, (byte)Key.Length, at + 1))
        {
            var same = 0;
            while (same < Key.Length && bytes[at + 1 + same] == Key[same]) same++;
            if (same == Key.Length) return at + 1;
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
