using System.Globalization;

namespace SchemaSync.Engine.Adapters;

/// <summary>
/// Reads connection strings. A driver's own message may repeat what was given, and that may be a password: say which, not what.
/// </summary>
public static class ConnectionText
{
    /// <summary>Reads a tenant's connection string with the driver's builder.</summary>
    /// <param name="tenant">Whose it is.</param>
    /// <param name="system">What the database system is called.</param>
    /// <param name="example">How such a string looks.</param>
    /// <param name="read">Reads it.</param>
    /// <exception cref="SchemaSyncException">SSY0205: it is not one of that system's.</exception>
    public static T Read<T>(TenantContext tenant, string system, string example, Func<string, T> read)
    {
        try
        {
            return read(tenant.ConnectionString);
        }
        catch (Exception e)
            when (e is ArgumentException or FormatException or OverflowException or KeyNotFoundException
                or InvalidCastException or InvalidOperationException)
        {
            throw Refused(tenant, $"is not one of {system}'s", example);
        }
    }

    /// <summary>SSY0205: what it lacks, and how such a string looks.</summary>
    public static SchemaSyncException Refused(TenantContext tenant, string reason, string example) =>
        new(InspectionDiagnostics.CannotOpen, tenant.Id, $"the connection string {reason}; write {example}");

    /// <summary>A server as <see cref="Server"/> writes it, in its parts; no port for the usual one.</summary>
    /// <exception cref="SchemaSyncException">SSY0606: it is none.</exception>
    public static (string Host, int? Port) Parse(TenantContext tenant, string server)
    {
        // An address of version 6 has colons of its own, and stands in brackets where a port follows.
        var colon = server.LastIndexOf(':');
        var isAlone = colon < 0 || (server.IndexOf(':', StringComparison.Ordinal) != colon && server[colon - 1] != ']');
        var host = isAlone ? server : server[..colon];
        if (host is ['[', .., ']']) host = host[1..^1];
        if (host.Length > 0 && isAlone) return (host, null);
        return host.Length > 0 && ushort.TryParse(server.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (host, port)
            : throw new SchemaSyncException(TenancyDiagnostics.NoSuchPlace, tenant.Id, $"the server '{server}'", tenant.Provider);
    }

    /// <summary>A server as messages call it.</summary>
    public static string Server(string? host, long port, long usualPort) =>
        $"{host}{(port == usualPort ? "" : FormattableString.Invariant($":{port}"))}";
}
