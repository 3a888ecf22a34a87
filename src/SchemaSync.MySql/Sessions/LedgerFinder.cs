using MySqlConnector;

namespace SchemaSync.MySql.Sessions;

/// <summary>Which of many databases have a ledger.</summary>
internal sealed class LedgerFinder(MySqlConnection connection, MySqlCapabilities server)
{
    /// <summary>Looks; null where the account might not see one that is there.</summary>
    public async Task<SharedLedgers?> FindAsync(IReadOnlyList<string> databases, CancellationToken cancellationToken)
    {
        if (!await SeesAllAsync(databases, cancellationToken).ConfigureAwait(false)) return null;
        var list = string.Join(", ", databases.Select(MySqlText.Literal));
        var there = await RowsAsync($"SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME IN ({list})",
            r => r.GetString(0), cancellationToken).ConfigureAwait(false);
        var columns = (await RowsAsync($"""
            SELECT c.TABLE_SCHEMA, c.TABLE_NAME, c.COLUMN_NAME FROM information_schema.COLUMNS c JOIN information_schema.TABLES t
              ON t.TABLE_SCHEMA = c.TABLE_SCHEMA AND t.TABLE_NAME = c.TABLE_NAME
            WHERE c.TABLE_SCHEMA IN ({list}) AND c.TABLE_NAME IN ({LedgerTables.NameList}) AND t.TABLE_TYPE = 'BASE TABLE'
            """, r => (Database: r.GetString(0), Table: r.GetString(1), Column: r.GetString(2)), cancellationToken)
            .ConfigureAwait(false)).GroupBy(c => c.Database, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.ToLookup(c => c.Table, c => c.Column, StringComparer.OrdinalIgnoreCase));
        var whole = columns.Where(c => LedgerTables.AreWhole(c.Value)).Select(c => c.Key).ToList();
        // The server may write a name otherwise than whoever asks.
        var told = there.Where(d => !columns.ContainsKey(d)).Concat(whole).ToHashSet(StringComparer.Ordinal);
        return new(new(new MySqlLedgerOfMany(whole), whole.Count == 0 ? Enumerable.Empty<string>().ToLookup(t => t) : columns[whole[0]]),
            databases.Where(d => !told.Contains(d)).Select(d => new Identifier(d)).ToHashSet());
    }

    private async Task<bool> SeesAllAsync(IReadOnlyList<string> databases, CancellationToken cancellationToken)
    {
        var grants = await RowsAsync("SHOW GRANTS", r => r.GetString(0), cancellationToken).ConfigureAwait(false);
        if (!server.IsMariaDb && Rights.HasRoles(grants))
            await CatalogReader.AddRolesAsync(connection, grants, cancellationToken).ConfigureAwait(false);
        return databases.All(d => Rights.Has(grants, d, "SELECT"));
    }

    private async Task<List<T>> RowsAsync<T>(string sql, Func<MySqlDataReader, T> row, CancellationToken cancellationToken)
    {
        var rows = new List<T>();
        using var command = new MySqlCommand(sql, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(row(reader));
        return rows;
    }
}
