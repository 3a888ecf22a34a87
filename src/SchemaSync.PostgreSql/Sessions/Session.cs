using System.Data.Common;
using Npgsql;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>One connection that looks for names in the server's own schema, and for
/// those of a plan's statements in exactly the managed one.</summary>
internal sealed class Session : DatabaseSession
{
    private readonly NpgsqlConnection _connection;
    private readonly Settings _settings;
    private readonly PostgreSqlDialect _dialect;
    private LedgerTables? _ledger;

    private Session(NpgsqlConnection connection, Opened opened, Settings settings, bool isScratch, bool prepares)
    {
        (_connection, _settings) = (connection, settings);
        // A scratch schema stands for the tenant's, and is called otherwise.
        _dialect = new(opened.Server, opened.Schema, new PostgreSqlHome(settings.Schema));
        var state = new SessionState(PostgreSqlPath.Of(opened.Schema))
        {
            IsOpen = isScratch,
            Extensions = isScratch ? new() : null,
            Routines = isScratch ? new() : null,
        };
        Inspector = new PostgreSqlInspector(connection, opened, isScratch ? [] : settings.Further, state, prepares);
        Runner = new PostgreSqlRunner(connection,
            new(settings.DisplayName, opened.Schema, settings.Schema, isScratch) 
            {
                Shared = settings.Shared,
                Role = isScratch ? PlanRole.None : new(settings.Role, settings.Schema),
            }, state);
    }

    /// <inheritdoc/>
    public override Dialect Dialect => _dialect;

    /// <inheritdoc/>
    public override SchemaInspector Inspector { get; }

    /// <inheritdoc/>
    public override MigrationRunner Runner { get; }

    /// <inheritdoc/>
    public override DbConnection Connection => _connection;

    /// <inheritdoc/>
    public override LedgerTables Ledger => _ledger ?? _dialect.Ledger;

    /// <inheritdoc/>
    public override async Task<FoundLedger> FindLedgerAsync(CancellationToken cancellationToken)
    {
        var found = await new LedgerFinder(_connection, _settings.Schema, _settings.Ledger).FindAsync(cancellationToken)
            .ConfigureAwait(false);
        _ledger = found.Tables;
        return found;
    }

    /// <inheritdoc/>
    public override async Task<SharedLedgers?> FindLedgersAsync(IReadOnlyList<Identifier> tenants,
        CancellationToken cancellationToken) =>
        await LedgerFinder.FindSharedAsync(_connection, tenants, cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override bool IsRemote => true;

    /// <inheritdoc/>
    public override Task<SessionPulse> PulseAsync(CancellationToken cancellationToken) =>
        Pulse.AskAsync(_settings, _connection, cancellationToken);

    /// <inheritdoc/>
    public override async Task EnterAsync(CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(PostgreSqlPath.Use(PostgreSqlPath.Of(_settings.Schema)), _connection);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>What the server said when the session was opened.</summary>
    /// <param name="Server">Its version's facts.</param>
    /// <param name="Schema">The managed schema.</param>
    /// <param name="SchemaOid">Its oid; 0 where it does not exist.</param>
    internal sealed record Opened(PostgreSqlCapabilities Server, string Schema, uint SchemaOid)
    {
        /// <summary>Whether this session made the schema.</summary>
        public bool IsNew { get; init; }
    }

    /// <summary>Opens a session on the tenant's schema, which is created when it may be written and is not there.</summary>
    public static Task<Session> OpenAsync(Settings settings, Pool pool, SessionAccess access, CancellationToken cancellationToken) =>
        OpenAsync(settings, pool, isScratch: false, async (connection, isUsed) =>
        {
            var opened =
                await PrepareAsync(connection, settings, settings.Schema, access == SessionAccess.Read ? true : null, isUsed, [],
                    cancellationToken).ConfigureAwait(false);
            if (opened.SchemaOid != 0 || access == SessionAccess.Read) return opened;
            return await PrepareAsync(connection, settings, settings.Schema, isReadOnly: null, isUsed: false,
                [Create(settings.Schema) + Owner(settings.Role)],
                cancellationToken).ConfigureAwait(false) with { IsNew = true };
        }, cancellationToken);

    /// <summary>Opens a session inside a transaction that is never committed, on a schema that only it sees.</summary>
    public static Task<Session> OpenScratchAsync(Settings settings, Pool pool, string name, CancellationToken cancellationToken) =>
        OpenAsync(settings, pool, isScratch: true, (connection, isUsed) =>
            PrepareAsync(connection, settings, name, isReadOnly: false, isUsed, ["BEGIN", Create(name)], cancellationToken),
            cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<Session> OpenAsync(
        Settings settings, Pool pool, bool isScratch, Func<NpgsqlConnection, bool, Task<Opened>> prepare,
        CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var connection = pool.Connect();
            try
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                var isUsed = pool.HasServed(connection);
                return new(connection, await prepare(connection, isUsed).ConfigureAwait(false), settings, isScratch, isUsed);
            }
            catch (NpgsqlException e) when (attempt == 1 && PostgreSqlErrors.IsLostConnection(e))
            {
                // A connection that was kept may have died with its server meanwhile; only a new one tells.
                await connection.DisposeAsync().ConfigureAwait(false);
                pool.Clear();
            }
            catch (NpgsqlException e)
                when (connection.State != System.Data.ConnectionState.Open
                    && PostgreSqlErrors.ExplainOpening(settings.DisplayName, e) is { } diagnostic)
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw new SchemaSyncException([diagnostic], e);
            }
            catch
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    private static async Task<Opened> PrepareAsync(
        NpgsqlConnection connection, Settings settings, string schema, bool? isReadOnly,
        bool isUsed, string[] first, CancellationToken cancellationToken)
    {
        var (version, oid, isUsable) =
            await Setup.RunAsync(connection, schema, isReadOnly, isUsed, first, cancellationToken).ConfigureAwait(false);
        var server = PostgreSqlCapabilities.Of(version, settings.DisplayName);
        return oid == 0 || isUsable ? new(server, schema, oid)
            : throw new SchemaSyncException(InspectionDiagnostics.NoPermission, settings.DisplayName,
                $"it may not use the schema {schema} (GRANT USAGE ON SCHEMA)");
    }

    private static string Owner(string? role) => role is null ? "" : $" AUTHORIZATION {PostgreSqlText.Quote(new Identifier(role))}";

    private static string Create(string schema) => $"CREATE SCHEMA {PostgreSqlText.Quote(new Identifier(schema))}";
}

/// <summary>What the runner does and the inspector has to know.</summary>
/// <param name="path">Where statements of a plan look for names, and for what the server prints them.</param>
internal sealed class SessionState(string path)
{
    /// <summary>Where statements of a plan look for names, and for what the server prints them.
    /// Everything else is looked for in <see cref="PostgreSqlPath.Server"/>. A runner sends them with it, and with the role of the plan
    /// (<c>PostgreSqlRunner.InSchema</c>), in whatever message they travel.</summary>
    public string PlanPath { get; set; } = path;

    /// <summary>Whether a transaction is open.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The extensions of a scratch schema; null on a live one.</summary>
    public ScratchExtensions? Extensions { get; init; }

    /// <summary>The shared schemas that a scratch database has.</summary>
    public List<string> Shared { get; } = [];

    /// <summary>The schemas that a scratch database has in place of those of others, by their names.</summary>
    public Dictionary<string, string> StandIns { get; } = new(StringComparer.Ordinal);

    /// <summary>The bodies of a scratch schema's routines; null on a live one.</summary>
    public ScratchRoutines? Routines { get; init; }
}
