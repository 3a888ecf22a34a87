using Npgsql;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>A tenant's connection string with what every session of ours needs; nothing
/// of it is ever printed but host, port and database.</summary>
internal sealed class Settings
{
    private const string DefaultSchema = "public", Example = "Host=…;Database=…";
    private const int DefaultPort = 5432;
    private const int IdleSeconds = 10;
    private const int SecondsToAnswer = 10, SecondsOfSilence = 10, SecondsBetweenProbes = 2, MillisecondsToCancel = 1000;

    private readonly NpgsqlConnectionStringBuilder _builder;

    private Settings(NpgsqlConnectionStringBuilder builder, string schema) => (_builder, Schema) = (builder, schema);

    /// <summary>The managed schema.</summary>
    public string Schema { get; }

    /// <summary>The role that statements of a plan run as; null for the account itself.</summary>
    public string? Role { get; private init; }

    /// <summary>Where a ledger begins.</summary>
    public LedgerPlace Ledger { get; private init; }

    /// <summary>Further managed schemas as patterns of LIKE.</summary>
    public IReadOnlyList<string> Further { get; private init; } = [];

    /// <summary>Those of them that are names: who changes one keeps everybody else from it.</summary>
    public IReadOnlyList<string> Shared { get; private init; } = [];

    /// <summary>The database and its server; the server alone where the driver has to find out the other.</summary>
    public string Place
    {
        get
        {
            var server = ConnectionText.Server(_builder.Host, _builder.Port, DefaultPort);
            return (_builder.Database ?? _builder.Username) is { Length: > 0 } name ? $"{name} on {server}" : server;
        }
    }

    /// <summary>The same in parts.</summary>
    public TenantPlace TenantPlace =>
        new(ConnectionText.Server(_builder.Host, _builder.Port, DefaultPort), _builder.Database ?? _builder.Username, Schema);

    /// <summary>The tenant at another place.</summary>
    /// <exception cref="SchemaSyncException">SSY0606: its server is none.</exception>
    public TenantContext At(TenantContext tenant, TenantPlace place)
    {
        var builder = new NpgsqlConnectionStringBuilder(_builder.ConnectionString);
        if (place.Server is { } server)
        {
            var (host, port) = ConnectionText.Parse(tenant, server);
            (builder.Host, builder.Port) = (host, port ?? DefaultPort);
        }

        if (place.Database is { } database) builder.Database = database;
        return tenant with { ConnectionString = builder.ConnectionString, Schema = place.Schema ?? tenant.Schema };
    }

    /// <summary>What messages call the place.</summary>
    public string DisplayName => $"{Place}{(Schema == DefaultSchema ? "" : $", schema {Schema}")}";

    /// <summary>Reads the connection string.</summary>
    /// <exception cref="SchemaSyncException">SSY0205: it is not one of PostgreSQL's, or names
    /// no server. SSY0240: it names a schema of the server's.</exception>
    public static Settings Of(TenantContext tenant)
    {
        var builder = ConnectionText.Read(tenant, "PostgreSQL", Example, text => new NpgsqlConnectionStringBuilder(text));
        if (string.IsNullOrEmpty(builder.Host)) throw ConnectionText.Refused(tenant, "names no server", Example);
        // Without a search path of ours a statement might hit another tenant, so one that is given is taken for the schema.
        var schema = tenant.Schema ?? builder.SearchPath?.Split(',')[0].Trim().Trim('"');
        // Names that begin so are the server's (manual, Schemas, The System Catalog Schema).
        if (schema is not null
            && (schema.StartsWith("pg_", StringComparison.Ordinal) || schema is "information_schema" or SharedLedger.Home))
            throw new SchemaSyncException(InspectionDiagnostics.SystemSchema, $"the schema {schema}");
        return new(builder, string.IsNullOrEmpty(schema) ? DefaultSchema : schema)
        {
            Ledger = tenant.Ledger == LedgerPlace.Usual && tenant.SharesDatabase ? LedgerPlace.Shared : tenant.Ledger,
            Role = tenant.Role,
            Further = [.. tenant.Schemas.Select(Schemas.Pattern)],
            Shared = [.. tenant.Schemas.Where(s => !s.AsSpan().ContainsAny('*', '?'))],
        };
    }

    /// <summary>The files that a connection reads, and what names them; an environment
    /// variable counts where the connection string is silent.</summary>
    public IEnumerable<(string NamedBy, string? Path)> Files =>
    [
        Named("Passfile", _builder.Passfile, "PGPASSFILE"), Named("SSL Certificate", _builder.SslCertificate, "PGSSLCERT"),
        Named("SSL Key", _builder.SslKey, "PGSSLKEY"), Named("Root Certificate", _builder.RootCertificate, "PGSSLROOTCERT"),
    ];

    private static (string, string?) Named(string keyword, string? path, string variable) =>
        string.IsNullOrEmpty(path)
            ? (variable, Environment.GetEnvironmentVariable(variable))
            : ($"{keyword} of the connection string", path);

    /// <summary>What a source of connections is found by: two tenants of one database share theirs.</summary>
    public string Key => ConnectionString();

    /// <summary>
    /// A source of connections. They are kept for the next tenant or step, since a server spends more on a new one than on
    /// most questions; every session sets itself up anew. No type loading: it reads all of pg_type, and catalogue queries
    /// use built-in types only.
    /// </summary>
    public Pool Pool()
    {
        var source = new NpgsqlSlimDataSourceBuilder(ConnectionString());
        source.ConfigureTypeLoading(types => types.EnableTypeLoading(false));
        source.EnableArrays();
        source.EnableTransportSecurity();
        source.EnableIntegratedSecurity();
        return new(source.Build());
    }

    /// <summary>A connection to the very server of another one, for a short question: nobody waits long for its answer.</summary>
    public NpgsqlConnection Beside(NpgsqlConnection other) => new(new NpgsqlConnectionStringBuilder(ConnectionString())
    {
        Host = other.Host is { Length: > 0 } host ? host : _builder.Host,
        Port = other.Port,
        Pooling = false,
        SearchPath = "pg_catalog",
        Timeout = SecondsToAnswer,
        CommandTimeout = SecondsToAnswer,
    }.ConnectionString);

    /// <summary>A statement takes as long as it takes; whether anybody is still there
    /// at the other end is the network's to notice.</summary>
    private NpgsqlConnectionStringBuilder Kept(NpgsqlConnectionStringBuilder builder)
    {
        if (builder.TcpKeepAliveTime == 0) builder.TcpKeepAliveTime = SecondsOfSilence;
        if (builder.TcpKeepAliveInterval == 0) builder.TcpKeepAliveInterval = SecondsBetweenProbes;
        if (!_builder.ContainsKey("Cancellation Timeout")) builder.CancellationTimeout = MillisecondsToCancel;
        return builder;
    }

    private string ConnectionString() => Kept(new NpgsqlConnectionStringBuilder(_builder.ConnectionString)
    {
        Pooling = true,
        ConnectionIdleLifetime = IdleSeconds,
        ConnectionPruningInterval = IdleSeconds,
        Multiplexing = false,
        Enlist = false,
        SearchPath = null,
        Timezone = null,
        NoResetOnClose = true,
        CommandTimeout = 0,
        PersistSecurityInfo = true,
        IncludeErrorDetail = true,
        IncludeFailedBatchedCommand = true,
        ApplicationName = _builder.ApplicationName ?? "SchemaSync",
    }).ConnectionString;
}
