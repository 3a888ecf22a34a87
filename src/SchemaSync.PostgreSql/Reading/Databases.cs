using Npgsql;

namespace SchemaSync.PostgreSql.Reading;

/// <summary>What a server holds that may be a tenant's.</summary>
internal static class Databases
{
    private const string Query =
        "SELECT datname::text FROM pg_database WHERE datallowconn AND NOT datistemplate AND datname <> 'postgres'";

    private const string SchemasOfDatabase =
        "SELECT nspname::text FROM pg_namespace WHERE NOT (nspname ~ '^(pg_|information_schema$|__schemasync_scratch_)'::text)";

    /// <summary>The names of the server's databases, or of the schemas of this one; those of the server itself left out.</summary>
    public static async Task<IReadOnlyList<string>> ReadAsync(NpgsqlConnection connection, bool schemas,
        CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var command = new NpgsqlCommand(schemas ? SchemasOfDatabase : Query, connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) names.Add(reader.GetString(0));
        }

        return names;
    }
}
