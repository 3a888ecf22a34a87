using System.Buffers.Binary;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>The advisory locks by which runs exclude each other: one for each schema.</summary>
internal static class AdvisoryKeys
{
    /// <summary>Those of schemas, in one order for everybody, so that two runs never wait for each other.</summary>
    public static IReadOnlyList<string> Of(IEnumerable<string> schemas) =>
        [.. schemas.Distinct().Order(StringComparer.Ordinal).Select(s => Of(s).ToString(CultureInfo.InvariantCulture))];

    /// <summary>That of one schema.</summary>
    public static long Of(string schema) =>
        BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes("schemasync\n" + schema)));
}
