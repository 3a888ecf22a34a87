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

    /// <summary>A server as messages call it.</summary>
    public static string Server(string? host, long port, long usualPort) =>
        $"{host}{(port == usualPort ? "" : FormattableString.Invariant($":{port}"))}";
}
