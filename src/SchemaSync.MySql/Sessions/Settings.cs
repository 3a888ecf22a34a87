using MySqlConnector;

namespace SchemaSync.MySql.Sessions;

/// <summary>A tenant's connection string with what every session of ours needs; nothing
/// of it is ever printed but host, port and database.</summary>
internal sealed class Settings
{
    private const string Example = "Server=…;Database=…";
    private const uint DefaultPort = 3306;
    private const uint SecondsToAnswer = 10, SecondsOfSilence = 10;
    private const int SecondsToCancel = 1;

    private static readonly string[] SystemDatabases = ["mysql", "information_schema", "performance_schema", "sys"];

    private readonly MySqlConnectionStringBuilder _builder;

    private Settings(MySqlConnectionStringBuilder builder, string database, EquatableArray<string> shared) =>
        (_builder, Database, Shared) = (builder, database, shared);

    /// <summary>The managed database.</summary>
    public string Database { get; }

    /// <summary>Further managed ones, which tenants share, by name or as patterns.</summary>
    public EquatableArray<string> Shared { get; }

    /// <summary>What messages call the place.</summary>
    public string DisplayName => $"{Database} on {ConnectionText.Server(_builder.Server, _builder.Port, DefaultPort)}";

    /// <summary>The same in parts; a database is a schema.</summary>
    public TenantPlace TenantPlace =>
        new(ConnectionText.Server(_builder.Server, _builder.Port, DefaultPort), Database);

    /// <summary>The tenant at another place.</summary>
    /// <exception cref="SchemaSyncException">SSY0606: its server is none.</exception>
    public TenantContext At(TenantContext tenant, TenantPlace place)
    {
        var builder = new MySqlConnectionStringBuilder(_builder.ConnectionString);
        if (place.Server is { } server)
        {
            var (host, port) = ConnectionText.Parse(tenant, server);
            (builder.Server, builder.Port) = (host, (uint?)port ?? DefaultPort);
        }

        if (place.Database is { } database) builder.Database = database;
        // What was said of the tenant's schema before was said of its database.
        var schema = place.Schema ?? (place.Database is null ? tenant.Schema : null);
        return tenant with { ConnectionString = builder.ConnectionString, Schema = schema };
    }

    /// <summary>Where a program beside us finds the server.</summary>
    public string Host => _builder.Server;

    /// <summary>Its port.</summary>
    public uint Port => _builder.Port;

    /// <summary>The account.</summary>
    public string User => _builder.UserID;

    /// <summary>The account's password: for the environment and the option file of a program that we start, and nothing else.</summary>
    public string Password => _builder.Password;

    /// <summary>A text of somebody else's without the password.</summary>
    public string WithoutSecret(string text) => Password.Length == 0 ? text : text.Replace(Password, "***", StringComparison.Ordinal);

    /// <summary>The files that a connection reads, and what names them.</summary>
    public IEnumerable<(string NamedBy, string? Path)> Files =>
        [(In("SslCa"), _builder.SslCa), (In("SslCert"), _builder.SslCert), (In("SslKey"), _builder.SslKey),
            (In("Certificate File"), _builder.CertificateFile)];

    private static string In(string keyword) => $"{keyword} of the connection string";

    /// <summary>Whether the connection may be encrypted.</summary>
    public bool IsEncrypted => _builder.SslMode is not (MySqlSslMode.None or MySqlSslMode.Disabled);

    /// <summary>The file with the authorities whose signature counts, where one is named.</summary>
    public string CertificateAuthority => _builder.SslCa;

    /// <summary>A connection that looks at no certificate by itself: only to ask for one and refuse it.</summary>
    public MySqlConnection Unverified() =>
        new(new MySqlConnectionStringBuilder(_builder.ConnectionString)
        {
            SslMode = MySqlSslMode.Required,
            SslCa = "",
            Pooling = false,
        }.ConnectionString);

    /// <summary>Reads the connection string.</summary>
    /// <exception cref="SchemaSyncException">SSY0205: it is not one of MySQL's, or it names no server
    /// or database. SSY0240: it names a database of the server's.</exception>
    public static Settings Of(TenantContext tenant)
    {
        var builder = ConnectionText.Read(tenant, "MySQL", Example, text => new MySqlConnectionStringBuilder(text));
        if (string.IsNullOrEmpty(builder.Server)) throw ConnectionText.Refused(tenant, "names no server", Example);
        var database = tenant.Schema ?? builder.Database;
        if (string.IsNullOrEmpty(database)) throw ConnectionText.Refused(tenant, "names no database", "Database=…");
        if (tenant.Schemas.Prepend(database).FirstOrDefault(IsSystem) is { } system)
            throw new SchemaSyncException(InspectionDiagnostics.SystemSchema, $"the database {system}");
        return new(builder, database, tenant.Schemas);
    }

    /// <summary>Whether a database is the server's own.</summary>
    public static bool IsSystem(string database) => SystemDatabases.Contains(database, StringComparer.OrdinalIgnoreCase);

    /// <summary>
    /// A connection to the server, in a database or in none. No pool: the run's lock and settings belong to the session and
    /// die with it. Commands have no time limit of their own: a statement is as long as it is, and can be cancelled.
    /// </summary>
    public MySqlConnection Connection(string? database)
    {
        var settings = new MySqlConnectionStringBuilder(_builder.ConnectionString)
        {
            Database = database,
            Pooling = false,
            AutoEnlist = false,
            DefaultCommandTimeout = 0,
            PersistSecurityInfo = false,
            AllowUserVariables = true,
            AllowLoadLocalInfile = false,
            ConvertZeroDateTime = false,
            AllowZeroDateTime = true,
            TreatTinyAsBoolean = false,
            OldGuids = false,
            GuidFormat = MySqlGuidFormat.None,
            // Our statements say exactly which rows they mean; the driver must count what is there, not what changed.
            UseAffectedRows = false,
        };
        // Whether anybody is still there at the other end of a long statement is the network's to notice.
        if (settings.Keepalive == 0) settings.Keepalive = SecondsOfSilence;
        if (!_builder.ContainsKey("Cancellation Timeout")) settings.CancellationTimeout = SecondsToCancel;
        if (string.IsNullOrEmpty(settings.ApplicationName)) settings.ApplicationName = "SchemaSync";
        return new(settings.ConnectionString);
    }

    /// <summary>A connection for a short question: nobody waits long for its answer.</summary>
    public MySqlConnection Beside() => new(new MySqlConnectionStringBuilder(Connection(null).ConnectionString)
    {
        ConnectionTimeout = SecondsToAnswer,
        DefaultCommandTimeout = SecondsToAnswer,
        Password = Password,
    }.ConnectionString);
}
