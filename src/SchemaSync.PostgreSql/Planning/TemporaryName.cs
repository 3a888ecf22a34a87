using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.PostgreSql.Planning;

/// <summary>Names of what a plan makes and takes away again; derived from what they serve, so that one diff gives one plan.</summary>
internal static class TemporaryName
{
    private const string Prefix = "__schemasync_";
    private const int HashLength = 12;

    /// <summary>The purpose of a name under which something serves until its successor is there.</summary>
    public const string Aside = "index";

    /// <summary>A name for a purpose and the objects it serves; always short enough.</summary>
    public static Identifier Of(string purpose, params Identifier[] objects)
    {
        var hash = SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', objects.Select(o => o.ToString()))));
        return new($"{Prefix}{purpose}_{Convert.ToHexStringLower(hash)[..HashLength]}");
    }

    /// <summary>A name for a purpose and parts of a table.</summary>
    public static Identifier Of(string purpose, QualifiedName table, params Identifier[] parts) =>
        Of(purpose, [new(table.ToString()), .. parts]);

    /// <summary>Whether a name is one of these: then a run that died left it.</summary>
    public static bool Is(Identifier name) => name.Value.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>Whether what has the name was there before the plan, and serves until its successor is there.</summary>
    public static bool IsAside(Identifier name) => name.Value.StartsWith($"{Prefix}{Aside}_", StringComparison.Ordinal);
}
