using System.Data.Common;
using MySqlConnector;

namespace SchemaSync.MySql.Sessions;

/// <summary>One connection whose settings are ours: whatever the server is configured to, it prints and checks the same.</summary>
internal sealed class Session : DatabaseSession
{
    private readonly MySqlConnection _connection;
    private readonly Settings _settings;
    private readonly ScratchDatabase? _scratch;

    private Session(MySqlConnection connection, Settings settings, MySqlCapabilities server, ScratchDatabase? scratch)
    {
        var database = scratch?.Name ?? settings.Database;
        (_connection, _settings, _scratch, Server) = (connection, settings, scratch, server);
        var tenant = new MySqlHome(settings.Database, server.LowersTableNames);
        var names = scratch is null ? null : new ScratchNames(connection, scratch, server);
        Dialect = new MySqlDialect(server, tenant, settings.Database, names);
        var trial = names is null ? null : new Trial(new(), new(connection, server, tenant, names), names);
        var databases = new ManagedDatabases(connection, database, settings.Shared, server, names);
        // A scratch database stands for the tenant's, and is called otherwise.
        var home = new MySqlHome(database, server.LowersTableNames);
        Inspector = new MySqlInspector(connection, databases, server, home, trial);
        Runner = new MySqlRunner(connection, settings, databases, home, trial);
    }

    /// <inheritdoc/>
    public override Dialect Dialect { get; }

    /// <inheritdoc/>
    public override SchemaInspector Inspector { get; }

    /// <inheritdoc/>
    public override MigrationRunner Runner { get; }

    /// <inheritdoc/>
    public override DbConnection Connection => _connection;

    /// <inheritdoc/>
    public override Task<SharedLedgers?> FindLedgersAsync(IReadOnlyList<Identifier> tenants, CancellationToken cancellationToken) =>
        new LedgerFinder(_connection, Server).FindAsync([.. tenants.Select(t => t.Value)], cancellationToken);

    /// <inheritdoc/>
    public override bool IsRemote => true;

    /// <inheritdoc/>
    public override Task<SessionPulse> PulseAsync(CancellationToken cancellationToken) =>
        Pulse.AskAsync(_settings, _connection, cancellationToken);

    /// <summary>What is connected.</summary>
    public MySqlCapabilities Server { get; }

    /// <summary>Opens a session on a database that exists.</summary>
    /// <exception cref="SchemaSyncException">SSY0205, SSY0211, SSY0216: another product, too old, or not strict.</exception>
    public static async Task<Session> OpenAsync(Settings settings, string provider,
        SessionAccess access, CancellationToken cancellationToken)
    {
        var connection = settings.Connection(settings.Database);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var server = await Facts.ReadAsync(connection, settings, provider, access, cancellationToken).ConfigureAwait(false);
            server = await WithCollationsAsync(connection, settings, server, cancellationToken).ConfigureAwait(false);
            return new(connection, settings, server, null);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Opens a session on a scratch database with the defaults of the tenant's.</summary>
    public static async Task<Session> OpenScratchAsync(Settings settings, string provider, CancellationToken cancellationToken)
    {
        var connection = settings.Connection(settings.Database);
        try
        {
            await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
            var server = await Facts.ReadAsync(connection, settings, provider, access: null, cancellationToken).ConfigureAwait(false);
            server = await WithCollationsAsync(connection, settings, server, cancellationToken).ConfigureAwait(false);
            var scratch = await ScratchDatabase.CreateAsync(connection, server, cancellationToken).ConfigureAwait(false);
            return new(connection, settings, server, scratch);
        }
        catch
        {
            await connection.DisposeAsync().ConfigureAwait(false);
            throw;
        }
    }

    // What a table of a shared database gets that names no collation.
    private static async Task<MySqlCapabilities> WithCollationsAsync(
        MySqlConnection connection, Settings settings, MySqlCapabilities server, CancellationToken cancellationToken)
    {
        var databases = new ManagedDatabases(connection, settings.Database, settings.Shared, server);
        return server with { SharedCollations = await databases.CollationsAsync(cancellationToken).ConfigureAwait(false) };
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync().ConfigureAwait(false);
        if (_scratch is not null) await _scratch.DropAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }
}
