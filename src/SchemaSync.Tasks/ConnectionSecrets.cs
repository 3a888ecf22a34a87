using System.Text.RegularExpressions;

namespace SchemaSync.Tasks;

/// <summary>Finds a password in a connection string, however it is written.</summary>
internal static class ConnectionSecrets
{
    // Rather one too many than one missed: the text is not ours to parse, only to refuse.
    private static readonly Regex Keyword =
        new(@"(^|[;\s""'])\s*[""']?(password|pwd|passwd|passphrase|user\s*password|ssl\s*password|certificate\s*password"
            + @"|secret|access\s*token)\s*=\s*[^;\s]", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant);
    private static readonly Regex Address = new(@"://[^/@\s:]*:[^@\s]+@", RegexOptions.CultureInvariant);

    public static bool Has(string? connection) => connection is not null && (Keyword.IsMatch(connection) || Address.IsMatch(connection));
}
