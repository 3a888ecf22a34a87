using Npgsql;

namespace SchemaSync.PostgreSql.Reading;

/// <summary>What a server holds that may be a tenant's.</summary>
internal static class Databases
{
    private const string Query =
        "SELECT datname::text FROM pg_database WHERE datallowconn AND NOT datistemplate AND datname <> 'postgres'";

    private const string SchemasOfDatabase =
        "SELECT nspname::text FROM pg_namespace "
            + "WHERE NOT (nspname ~ '^(pg_|information_schema$|__schemasync$|__schemasync_scratch_)'::text)";

    /// <summary>Makes a database where there is none of that name.</summary>
    public static async Task CreateAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        if ((await NamesAsync(connection, "SELECT datname::text FROM pg_database", cancellationToken).ConfigureAwait(false)).Contains(name))
            return;
        var command = new NpgsqlCommand($"CREATE DATABASE {PostgreSqlText.Quote(new Identifier(name))}", connection);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Drops a database that nobody is connected to.</summary>
    /// <exception cref="SchemaSyncException">SSY0614: somebody is.</exception>
    public static async Task DropAsync(NpgsqlConnection connection, string name, CancellationToken cancellationToken)
    {
        try
        {
            var command = new NpgsqlCommand($"DROP DATABASE {PostgreSqlText.Quote(new Identifier(name))}", connection);
            await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.ObjectInUse)
        {
            throw new SchemaSyncException([Diagnostic.Of(TenancyDiagnostics.InUse, name, e.Detail ?? e.MessageText)], e);
        }
    }

    /// <summary>The names of the server's databases, or of the schemas of this one; those of the server itself left out.</summary>
    public static Task<IReadOnlyList<string>> ReadAsync(NpgsqlConnection connection, bool schemas, CancellationToken cancellationToken) =>
        NamesAsync(connection, schemas ? SchemasOfDatabase : Query, cancellationToken);

    private static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection connection, string query,
        CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var command = new NpgsqlCommand(query, connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) names.Add(reader.GetString(0));
        }

        return names;
    }
}
