using Npgsql;

namespace SchemaSync.PostgreSql.Sessions;

/// <summary>How every session of ours begins, on a connection of which a database, a role or a
/// former session may have changed anything, the path included.</summary>
internal static class Setup
{
    // What the server prints, and where it looks, depends on these.
    private static readonly (string Name, string Value)[] Settings =
    [
        ("search_path", PostgreSqlPath.Server), ("TimeZone", "UTC"), ("DateStyle", "ISO, MDY"), ("IntervalStyle", "postgres"),
        ("extra_float_digits", "1"), ("bytea_output", "hex"),
        ("quote_all_identifiers", "off"), ("standard_conforming_strings", "on"), ("jit", "off"),
        ("check_function_bodies", "off"), ("client_min_messages", "warning"),
        ("statement_timeout", "0"), ("lock_timeout", "0"), ("idle_in_transaction_session_timeout", "0"), ("default_tablespace", ""),
        ("default_transaction_isolation", "read committed"),
        ("xmloption", "content"), ("default_table_access_method", "heap"), ("row_security", "off"), ("transform_null_equals", "off"),
    ];

    // Limits of time that later versions brought: a run may wait for a long statement of its own, or for what is worked out between two.
    private static readonly (string Name, int Since)[] Limits = [("idle_session_timeout", 140000), ("transaction_timeout", 170000)];

    // Run with the path of the managed schema, so that the server confirms what an unqualified name will mean.
    private const string Facts = """
        SELECT current_setting('server_version_num')::int, n.oid,
          current_schema() IS NOT DISTINCT FROM $1 AND (current_schemas(false))[1] IS NOT DISTINCT FROM $1
        FROM (SELECT 1) one LEFT JOIN pg_namespace n ON n.nspname = $1
        """;

    /// <summary>
    /// What the driver does when a connection comes back. Done here, since the driver looks for pg_advisory_unlock_all in whatever path the
    /// database sets, and forgets a role that the connection string asks for.
    /// </summary>
    private static readonly string[] Reset = ["RESET ALL", "CLOSE ALL", "UNLISTEN *",
        "SELECT pg_catalog.pg_advisory_unlock_all()", "DISCARD SEQUENCES", "DISCARD TEMP"];

    /// <summary>Sets the session up; the server's version, the schema's oid or 0, and whether unqualified names mean that schema.</summary>
    /// <param name="connection">Open.</param>
    /// <param name="schema">The managed schema.</param>
    /// <param name="isReadOnly">Whether every transaction is; null leaves it to the
    /// server, which somebody may have set to take no changes.</param>
    /// <param name="isUsed">Whether the connection served a session before.</param>
    /// <param name="first">Statements that come once it is set up.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task<(int Version, uint Schema, bool IsUsable)> RunAsync(
        NpgsqlConnection connection, string schema, bool? isReadOnly, bool isUsed,
        IReadOnlyList<string> first, CancellationToken cancellationToken)
    {
        var batch = new NpgsqlBatch(connection);
        await using (batch.ConfigureAwait(false))
        {
            foreach (var sql in isUsed ? Reset : []) batch.BatchCommands.Add(new(sql));
            // What a transaction may do is settled when it begins: what follows is in another one.
            batch.BatchCommands.Add(new(Configure(isReadOnly)) { AppendErrorBarrier = true });
            foreach (var sql in first) batch.BatchCommands.Add(new(sql));
            batch.BatchCommands.Add(new(PostgreSqlPath.Printing(Facts)) { Parameters = { Text(schema), Text(PostgreSqlPath.Of(schema)) } });
            batch.BatchCommands.Add(new(PostgreSqlPath.Leave));
            var reader = await batch.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                // Only statements that answer with rows count here.
                while (reader.FieldCount != 3) await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                await reader.ReadAsync(cancellationToken).ConfigureAwait(false);
                var row = new CatalogRow(reader);
                return (row.Int(), row.Oid(), row.Flag());
            }
        }
    }

    /// <summary>The statement that sets everything.</summary>
    internal static string Configure(bool? isReadOnly) =>
        "SELECT " + string.Join(", ",
            (isReadOnly is { } only ? Settings.Append(("default_transaction_read_only", only ? "on" : "off")) : Settings)
        .Select(s => $"pg_catalog.set_config('{s.Item1}', '{s.Item2}', false)")
        .Concat(Limits.Select(l =>
            $"CASE WHEN pg_catalog.current_setting('server_version_num')::pg_catalog.int4 OPERATOR(pg_catalog.>=) {l.Since} THEN "
                + $"pg_catalog.set_config('{l.Name}', '0', false) END")));

    private static NpgsqlParameter Text(string value) => new NpgsqlParameter<string> { TypedValue = value };
}
