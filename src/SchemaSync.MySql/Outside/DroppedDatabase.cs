using MySqlConnector;

namespace SchemaSync.MySql.Outside;

/// <summary>What others have in a database, or hang on it, and how it goes when nothing of theirs is in it.</summary>
internal static class DroppedDatabase
{
    // The server would refuse the drop for these, after other tables have gone (MariaDB).
    private const string Held = """
        SELECT CONCAT('foreign key ', r.constraint_name, ' of ', r.constraint_schema, '.', r.table_name)
        FROM information_schema.referential_constraints r
        WHERE r.unique_constraint_schema = DATABASE() AND r.constraint_schema <> DATABASE()
        """;

    private const string Left = """
        SELECT 'table', table_name FROM information_schema.tables WHERE table_schema = DATABASE()
        UNION ALL SELECT 'routine', routine_name FROM information_schema.routines WHERE routine_schema = DATABASE()
        UNION ALL SELECT 'event', event_name FROM information_schema.events WHERE event_schema = DATABASE()
        """;

    /// <summary>What refers to its tables from elsewhere.</summary>
    public static async Task<IReadOnlyList<string>> HeldAsync(MySqlConnection connection, CancellationToken cancellationToken) =>
        [.. (await RowsAsync(connection, Held, cancellationToken).ConfigureAwait(false)).Select(r => r[0])];

    /// <summary>Drops it with what its ledger left; what is in it all the same.</summary>
    public static async Task<IReadOnlyList<string>> DropAsync(MySqlConnection connection, string name, CancellationToken cancellationToken)
    {
        var left = (await RowsAsync(connection, Left, cancellationToken).ConfigureAwait(false))
            .Where(r => r[0] != "table" || !LedgerTables.IsOurs(r[1])).Select(r => $"{r[0]} {r[1]}").ToList();
        if (left.Count > 0) return left;
        using var command = new MySqlCommand($"DROP DATABASE {MySqlText.Quote(new Identifier(name))}", connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        return [];
    }

    private static async Task<List<string[]>> RowsAsync(MySqlConnection connection, string query, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(query, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<string[]>();
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(reader.GetString)]);
        return rows;
    }
}
