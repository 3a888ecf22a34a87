using Npgsql;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>
/// Where the ledger of a schema is: in it, or with those of other schemas of the database. One that is there is continued; where it begins
/// says the tenant.
/// </summary>
internal sealed class LedgerFinder(NpgsqlConnection connection, string schema, LedgerPlace begins)
{
    private readonly SharedLedger _shared = new(schema);

    /// <summary>Looks for the one that schemas share, and for those that have one of their own; null where the account may not read
    /// it.</summary>
    public static async Task<SharedLedgers?> FindSharedAsync(NpgsqlConnection connection, IReadOnlyList<Identifier> schemas,
        CancellationToken cancellationToken)
    {
        var (found, mayRead) = await ReadAsync(connection, schemas.Select(s => s.Value), cancellationToken).ConfigureAwait(false);
        return mayRead ? new(new(new SharedLedgerOfMany(schemas), Columns(found, SharedLedger.Home)),
            found.Where(f => f.Schema != SharedLedger.Home).Select(f => new Identifier(f.Schema)).ToHashSet()) : null;
    }

    /// <summary>Looks.</summary>
    public async Task<FoundLedger> FindAsync(CancellationToken cancellationToken)
    {
        var (found, mayRead) = await ReadAsync(connection, [schema], cancellationToken).ConfigureAwait(false);
        var (own, shared) = (Columns(found, schema), Columns(found, SharedLedger.Home));
        var beside = new FoundLedger(new PostgreSqlLedger(schema), own);
        if (own.Count > 0)
            return shared.Count > 0 && mayRead && await IsInSharedAsync(cancellationToken).ConfigureAwait(false)
                ? beside with { Fault = $"there are two, one in the schema {schema} and one in {SharedLedger.Home}" } : beside;
        if (shared.Count == 0) return begins == LedgerPlace.Shared ? new(_shared, shared) : beside;
        if (mayRead)
            return begins != LedgerPlace.Own || await IsInSharedAsync(cancellationToken).ConfigureAwait(false) ? new(_shared, shared)
                : beside;
        return begins == LedgerPlace.Own ? beside : new(_shared, shared)
        {
            Fault = $"it may be among those in the schema {SharedLedger.Home}, which the account may not read",
            Cure = $"grant the account USAGE on {SharedLedger.Home}, and SELECT, INSERT, UPDATE and DELETE on its tables, "
                + "or give --ledger Own for a schema that has none there",
        };
    }

    // One of another schema says that it is there to whoever may not read it.
    private static string Query(IEnumerable<string> schemas) => $"""
        SELECT n.nspname::text, c.relname::text, a.attname::text,
          has_schema_privilege(n.oid, 'USAGE') AND has_table_privilege(c.oid, 'SELECT')
        FROM pg_namespace n JOIN pg_class c ON c.relnamespace = n.oid
          JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
        WHERE c.relname IN ({LedgerTables.NameList}) AND c.relkind = 'r'
          AND n.nspname IN ({string.Join(", ", schemas.Append(SharedLedger.Home).Select(PostgreSqlText.Literal))})
        """;

    private static async Task<(IReadOnlyList<(string Schema, string Table, string Column)> Found, bool MayRead)> ReadAsync(
        NpgsqlConnection connection, IEnumerable<string> schemas, CancellationToken cancellationToken)
    {
        var found = new List<(string Schema, string Table, string Column)>();
        var mayRead = true;
        var command = new NpgsqlCommand(Query(schemas), connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
                {
                    found.Add((reader.GetString(0), reader.GetString(1), reader.GetString(2)));
                    // NULL where it was dropped meanwhile.
                    if (found[^1].Schema == SharedLedger.Home) mayRead &= reader.GetValue(3) is true;
                }
            }
        }

        return (found, mayRead);
    }

    private static ILookup<string, string> Columns(IEnumerable<(string Schema, string Table, string Column)> found, string schema) =>
        found.Where(f => f.Schema == schema).ToLookup(f => f.Table, f => f.Column, StringComparer.OrdinalIgnoreCase);

    private async Task<bool> IsInSharedAsync(CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand($"{_shared.LookToRead};\n{_shared.Has}", connection);
        await using (command.ConfigureAwait(false))
            return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is not null;
    }
}
