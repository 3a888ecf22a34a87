using MySqlConnector;

namespace SchemaSync.MySql.Sessions;

/// <summary>Asks a server what it is, and pins the settings of the session.</summary>
internal static class Facts
{
    private const string Question = "SELECT VERSION(), @@SESSION.sql_mode, @@lower_case_table_names, @@collation_database, DATABASE()";

    /// <summary>The server's facts; afterwards the session has our settings.</summary>
    /// <param name="access">What the session may do; null on scratch, where it may do everything and no row is at stake.</param>
    /// <exception cref="SchemaSyncException">SSY0205: the other product. SSY0211: too
    /// old. SSY0216: it would cut values silently.</exception>
    public static async Task<MySqlCapabilities> ReadAsync(MySqlConnection connection, Settings settings, string provider,
        SessionAccess? access, CancellationToken cancellationToken)
    {
        var (server, mode) = await AskAsync(connection, cancellationToken).ConfigureAwait(false);
        if (server.Provider != provider)
            throw new SchemaSyncException(InspectionDiagnostics.CannotOpen, settings.DisplayName,
                $"the server is {server.Product}; name the provider {server.Provider}, for the two differ");
        if (server.Version < server.Oldest)
            throw new SchemaSyncException(InspectionDiagnostics.ServerTooOld, settings.DisplayName, server.Product,
                $"{(server.IsMariaDb ? "MariaDB" : "MySQL")} {server.Oldest}");
        if (access == SessionAccess.Write && !mode.Contains("STRICT_", StringComparison.Ordinal))
            throw new SchemaSyncException(InspectionDiagnostics.NotStrict, settings.DisplayName, mode.Length == 0 ? "empty" : mode);
        await RunAsync(connection, Pinned(server, isReadOnly: access == SessionAccess.Read), cancellationToken).ConfigureAwait(false);
        return server;
    }

    /// <summary>What sql_select_limit has to be: with less a server leaves rows of the catalogue out, and says nothing.</summary>
    internal const string AllRows = "18446744073709551615";

    /// <summary>For how many seconds a statement waits for a lock.</summary>
    internal const int LockWait = 3;

    // Waiting for a metadata lock makes everybody else wait behind us: briefly, and again (HAZARDS row 56). MySQL caches statistics
    // for a day.
    /// <summary>The statement that sets everything, in a session of ours and in a script.</summary>
    internal static string Pinned(MySqlCapabilities server, bool isReadOnly) => $"""
        SET NAMES utf8mb4; SET SESSION sql_mode = '{server.SqlMode}', time_zone = '+00:00', autocommit = 1, foreign_key_checks = 1,
            unique_checks = 1, lock_wait_timeout = {LockWait}, innodb_lock_wait_timeout = {LockWait}, sql_quote_show_create = 1,
            wait_timeout = 28800, sql_safe_updates = 0, group_concat_max_len = 1073741824,
            sql_select_limit = {AllRows}, sql_auto_is_null = 0
        {(isReadOnly ? server.IsMariaDb ? ", tx_read_only = 1" : ", transaction_read_only = 1" : "")}
        {(server.IsMariaDb ? ", sql_if_exists = 0, system_versioning_alter_history = KEEP" : ", information_schema_stats_expiry = 0")}
        """.ReplaceLineEndings("");

    private static async Task<(MySqlCapabilities Server, string Mode)> AskAsync(MySqlConnection connection,
        CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(Question, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
        var names = reader.GetInt32(2);
        var server = MySqlCapabilities.Of(reader.GetString(0)) with
        {
            TellsCase = names == 0, LowersTableNames = names == 1, DatabaseCollation = reader.GetString(3),
        };
        return (server, reader.GetString(1));
    }

    private static async Task RunAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
