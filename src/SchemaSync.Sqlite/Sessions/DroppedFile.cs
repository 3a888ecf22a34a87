using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite.Sessions;

/// <summary>
/// How a file goes when nothing is left in it: while it is locked, so that nobody is in the middle of anything. In WAL mode whoever has it
/// open shows itself; in the other modes somebody who only has it open does not, and finds it empty.
/// </summary>
internal static class DroppedFile
{
    /// <summary>Deletes it with what stands beside it; what is in it all the same.</summary>
    /// <param name="connection">Open to write.</param>
    /// <param name="files">The file first.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SchemaSyncException">SSY0614: others use it.</exception>
    public static async Task<IReadOnlyList<string>> DropAsync(SqliteConnection connection, IReadOnlyList<string> files,
        CancellationToken cancellationToken)
    {
        try
        {
            // Leaving WAL mode needs everybody else to be gone (pragma.html, journal_mode).
            var mode = (await RowsAsync(connection, "PRAGMA journal_mode = DELETE", cancellationToken).ConfigureAwait(false))[0];
            if (mode != "delete") throw InUse(files[0], $"somebody has it open (journal mode {mode})");
            await RowsAsync(connection, "BEGIN EXCLUSIVE", cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException e) when (e.SqliteErrorCode is SQLitePCL.raw.SQLITE_BUSY or SQLitePCL.raw.SQLITE_LOCKED)
        {
            throw InUse(files[0], e.Message, e);
        }

        var left = (await RowsAsync(connection, "SELECT tbl_name FROM sqlite_schema WHERE name NOT LIKE 'sqlite\\_%' ESCAPE '\\'",
            cancellationToken).ConfigureAwait(false)).Where(t => !LedgerTables.IsOurs(t)).Distinct().ToList();
        if (left.Count > 0) return left;
        try
        {
            if (!OperatingSystem.IsWindows()) Delete(files);
            // There a file that is open stays.
            await connection.DisposeAsync().ConfigureAwait(false);
            if (OperatingSystem.IsWindows()) Delete(files);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw InUse(files[0], e.Message, e);
        }

        return [];
    }

    private static void Delete(IReadOnlyList<string> files)
    {
        foreach (var file in files) File.Delete(file);
    }

    private static async Task<List<string>> RowsAsync(SqliteConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 1;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<string>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(reader.GetString(0));
        return rows;
    }

    private static SchemaSyncException InUse(string file, string reason, Exception? cause = null) =>
        new([Diagnostic.Of(TenancyDiagnostics.InUse, file, reason)], cause);
}
