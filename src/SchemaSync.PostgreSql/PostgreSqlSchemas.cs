using Npgsql;

namespace SchemaSync.PostgreSql;

/// <summary>Which schemas a database has.</summary>
internal static class PostgreSqlSchemas
{
    // An extension may bring a schema of its own, which comes and goes with it. No name in here can be another object's (FACTS, capture).
    private const string Query = """
        SELECT n.nspname::pg_catalog.text FROM pg_catalog.pg_namespace n
        WHERE NOT (n.nspname OPERATOR(pg_catalog.~) '^(pg_|information_schema$|__schemasync_scratch_)'::pg_catalog.text)
          AND NOT EXISTS (SELECT FROM pg_catalog.pg_depend d WHERE d.classid OPERATOR(pg_catalog.=) 2615::pg_catalog.oid
            AND d.objid OPERATOR(pg_catalog.=) n.oid AND d.deptype OPERATOR(pg_catalog.=) 'e'::pg_catalog."char")
        """;

    /// <summary>Reads their names.</summary>
    public static async Task<DatabaseSchemas> ReadAsync(NpgsqlConnection connection, string managed, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var command = new NpgsqlCommand(Query, connection);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) names.Add(reader.GetString(0));
            }
        }

        return new(managed, names.Contains(managed), [.. names.Where(n => n != managed).Order(StringComparer.Ordinal)]);
    }
}
