using System.Data.Common;
using Npgsql;

namespace SchemaSync.Engine;

/// <summary>One connection whose search path is exactly the managed schema.</summary>
internal sealed class PostgreSqlSession : DatabaseSession
{
    // What the server prints depends on these; a database or role may set them otherwise.
    private const string Settings = """
        SELECT set_config('search_path', $1, false), set_config('TimeZone', 'UTC', false), set_config('DateStyle', 'ISO, MDY', false),
          set_config('IntervalStyle', 'postgres', false), set_config('extra_float_digits', '1', false), set_config('bytea_output', 'hex', false),
          set_config('quote_all_identifiers', 'off', false), set_config('standard_conforming_strings', 'on', false), set_config('jit', 'off', false),
          set_config('check_function_bodies', 'off', false), set_config('client_min_messages', 'warning', false), set_config('statement_timeout', '0', false),
          set_config('lock_timeout', '0', false), set_config('idle_in_transaction_session_timeout', '0', false), set_config('default_tablespace', '', false),
          set_config('default_transaction_isolation', 'read committed', false), set_config('default_transaction_read_only', $2, false), set_config('xmloption', 'content', false),
          set_config('default_table_access_method', 'heap', false), set_config('row_security', 'off', false), set_config('transform_null_equals', 'off', false)
        """;

    private const string Facts = """
        SELECT current_setting('server_version_num')::int, n.oid, current_schema() IS NOT DISTINCT FROM $1 AND (current_schemas(false))[1] IS NOT DISTINCT FROM $1, pg_is_in_recovery()
        FROM (SELECT 1) one LEFT JOIN pg_namespace n ON n.nspname = $1
        """;

    private readonly NpgsqlConnection _connection;
    private readonly PostgreSqlDialect _dialect;

    private PostgreSqlSession(NpgsqlConnection connection, Opened opened, PostgreSqlSettings settings, bool isScratch, bool prepares)
    {
        _connection = connection;
        _dialect = new(opened.Server);
        var state = new SessionState { IsOpen = isScratch, Extensions = isScratch ? new() : null };
        Inspector = new PostgreSqlInspector(connection, opened, state, prepares);
        Runner = new PostgreSqlRunner(connection, new(settings.DisplayName, opened.Schema, settings.Schema, isScratch), state);
    }

    /// <inheritdoc/>
    public override Dialect Dialect => _dialect;

    /// <inheritdoc/>
    public override SchemaInspector Inspector { get; }

    /// <inheritdoc/>
    public override MigrationRunner Runner { get; }

    /// <inheritdoc/>
    public override DbConnection Connection => _connection;

    /// <summary>What the server said when the session was opened.</summary>
    /// <param name="Server">Its version's facts.</param>
    /// <param name="Schema">The managed schema.</param>
    /// <param name="SchemaOid">Its oid; 0 where it does not exist.</param>
    internal sealed record Opened(PostgreSqlCapabilities Server, string Schema, uint SchemaOid);

    /// <summary>Opens a session on the tenant's schema, which is created when it may be written and is not there.</summary>
    public static Task<PostgreSqlSession> OpenAsync(PostgreSqlSettings settings, PostgreSqlPool pool, SessionAccess access, CancellationToken cancellationToken) =>
        OpenAsync(settings, pool, async connection =>
        {
            var opened = await PrepareAsync(connection, settings, settings.Schema, access == SessionAccess.Read, cancellationToken).ConfigureAwait(false);
            if (opened.SchemaOid != 0 || access == SessionAccess.Read) return (opened, false);
            await RunAsync(connection, $"CREATE SCHEMA {PostgreSqlText.Quote(new(settings.Schema))}", cancellationToken).ConfigureAwait(false);
            return (await PrepareAsync(connection, settings, settings.Schema, isReadOnly: false, cancellationToken).ConfigureAwait(false), false);
        }, cancellationToken);

    /// <summary>Opens a session inside a transaction that is never committed, on a schema that only it sees.</summary>
    public static Task<PostgreSqlSession> OpenScratchAsync(PostgreSqlSettings settings, PostgreSqlPool pool, string name, CancellationToken cancellationToken) =>
        OpenAsync(settings, pool, async connection =>
        {
            await RunAsync(connection, "BEGIN", cancellationToken).ConfigureAwait(false);
            await RunAsync(connection, $"CREATE SCHEMA {PostgreSqlText.Quote(new(name))}", cancellationToken).ConfigureAwait(false);
            return (await PrepareAsync(connection, settings, name, isReadOnly: false, cancellationToken).ConfigureAwait(false), true);
        }, cancellationToken);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        await Runner.DisposeAsync().ConfigureAwait(false);
        await _connection.DisposeAsync().ConfigureAwait(false);
    }

    private static async Task<PostgreSqlSession> OpenAsync(PostgreSqlSettings settings, PostgreSqlPool pool, Func<NpgsqlConnection, Task<(Opened, bool)>> prepare, CancellationToken cancellationToken)
    {
        for (var attempt = 1; ; attempt++)
        {
            var connection = pool.Connect();
            try
            {
                await connection.OpenAsync(cancellationToken).ConfigureAwait(false);
                var (opened, isScratch) = await prepare(connection).ConfigureAwait(false);
                return new(connection, opened, settings, isScratch, pool.HasServed(connection));
            }
            catch (NpgsqlException e) when (attempt == 1 && PostgreSqlErrors.IsLostConnection(e))
            {
                // A connection that was kept may have died with its server meanwhile; only a new one tells.
                await connection.DisposeAsync().ConfigureAwait(false);
                pool.Clear();
            }
            catch
            {
                await connection.DisposeAsync().ConfigureAwait(false);
                throw;
            }
        }
    }

    /// <summary>Sets the session up and has the server confirm that unqualified names mean the managed schema.</summary>
    private static async Task<Opened> PrepareAsync(NpgsqlConnection connection, PostgreSqlSettings settings, string schema, bool isReadOnly, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection)
        {
            BatchCommands =
            {
                new(Settings) { Parameters = { Text($"{PostgreSqlText.Quote(new(schema))}, pg_temp"), Text(isReadOnly ? "on" : "off") } },
                new(Facts) { Parameters = { Text(schema) } },
            },
        };
        await using (batch.ConfigureAwait(false))
        {
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var row = new CatalogRow(reader);
                var server = PostgreSqlCapabilities.Of(row.Int(), settings.DisplayName);
                var oid = row.Oid();
                if (oid != 0 && !row.Flag())
                    throw new SchemaSyncException(InspectionDiagnostics.NoPermission, settings.DisplayName, $"it may not use the schema {schema} (GRANT USAGE ON SCHEMA)");
                return new(server, schema, oid);
            }
        }
    }

    private static NpgsqlParameter Text(string value) => new NpgsqlParameter<string> { TypedValue = value };

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}

/// <summary>What the runner does and the inspector has to know.</summary>
internal sealed class SessionState
{
    /// <summary>Whether a transaction is open.</summary>
    public bool IsOpen { get; set; }

    /// <summary>The extensions of a scratch schema; null on a live one.</summary>
    public ScratchExtensions? Extensions { get; init; }
}
