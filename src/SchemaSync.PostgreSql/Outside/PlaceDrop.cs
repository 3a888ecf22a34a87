using Npgsql;

namespace SchemaSync.PostgreSql.Outside;

/// <summary>What a schema or database holds that no snapshot tells, and how it goes when nothing of others is in it.</summary>
internal static class PlaceDrop
{
    // An extension is the database's: others may use it, whichever schema it was put into.
    private const string OfSchema = """
        SELECT 'extension ' || e.extname FROM pg_extension e JOIN pg_namespace n ON n.oid = e.extnamespace WHERE n.nspname = $1
        """;

    // What stands in no schema. Numbers below are the server's own (FirstNormalObjectId, src/include/access/transam.h).
    private const string OfDatabase = """
        SELECT 'publication ' || pubname FROM pg_publication UNION ALL SELECT 'event trigger ' || evtname FROM pg_event_trigger
        UNION ALL SELECT 'server ' || srvname FROM pg_foreign_server
        UNION ALL SELECT 'large object ' || max(oid)::text FROM pg_largeobject_metadata HAVING count(*) > 0
        UNION ALL SELECT 'subscription ' || s.subname FROM pg_subscription s JOIN pg_database d ON d.oid = s.subdbid
          WHERE d.datname = current_database()
        """;

    // Everything that anybody made, ledgers of ours left out; what an extension brought is told by the extension.
    private const string Left = $$"""
        SELECT 'schema ' || n.nspname FROM pg_namespace n WHERE n.oid >= 16384 AND n.nspname <> $1 AND n.nspname !~ '^pg_(toast|temp)'
          AND n.nspname <> '{{SharedLedger.Home}}'
        UNION ALL SELECT 'extension ' || extname FROM pg_extension WHERE oid >= 16384
        UNION ALL SELECT 'relation ' || c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
          WHERE c.oid >= 16384 AND n.nspname !~ '^pg_(toast|temp)' AND n.nspname <> '{{SharedLedger.Home}}'
            AND c.relkind NOT IN ('i', 'I', 't') AND c.relname !~ '^__schemasync_'
        UNION ALL SELECT 'routine ' || proname FROM pg_proc WHERE oid >= 16384
        UNION ALL SELECT 'type ' || t.typname FROM pg_type t WHERE t.oid >= 16384 AND t.typrelid = 0 AND t.typelem = 0
        """;

    /// <summary>What is of others in a schema, or in a database outside of its schemas.</summary>
    public static Task<IReadOnlyList<string>> HeldAsync(NpgsqlConnection connection, string schema, bool isSchema,
        CancellationToken cancellationToken) =>
        isSchema ? NamesAsync(connection, OfSchema, cancellationToken, schema) : NamesAsync(connection, OfDatabase, cancellationToken);

    /// <summary>Drops an empty schema with what its ledger left, under the lock of its runs; what is in it all the same.</summary>
    public static async Task<IReadOnlyList<string>> DropSchemaAsync(DatabaseSession session, string schema,
        CancellationToken cancellationToken)
    {
        var connection = (NpgsqlConnection)session.Connection;
        var ledger = (await session.FindLedgerAsync(cancellationToken).ConfigureAwait(false)).Tables;
        var own = (await NamesAsync(connection, "SELECT c.relname::text FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
            + "WHERE n.nspname = $1 AND c.relkind = 'r'", cancellationToken, schema).ConfigureAwait(false)).Where(LedgerTables.IsOurs);
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        var quoted = PostgreSqlText.Quote(new Identifier(schema));
        if (ledger is SharedLedger shared)
            foreach (var sql in shared.Drop) await RunAsync(connection, sql, cancellationToken).ConfigureAwait(false);
        foreach (var table in own)
            await RunAsync(connection, $"DROP TABLE {quoted}.{PostgreSqlText.Quote(new Identifier(table))}",
                cancellationToken).ConfigureAwait(false);
        try
        {
            await RunAsync(connection, $"DROP SCHEMA {quoted} RESTRICT", cancellationToken).ConfigureAwait(false);
        }
        catch (PostgresException e) when (e.SqlState == PostgresErrorCodes.DependentObjectsStillExist)
        {
            return [.. (e.Detail ?? e.MessageText).Split('\n').Select(l => l.Trim())];
        }

        await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
        await session.Runner.CompleteAsync(cancellationToken).ConfigureAwait(false);
        return [];
    }

    /// <summary>What is left in a database.</summary>
    public static Task<IReadOnlyList<string>> LeftAsync(NpgsqlConnection connection, string schema,
        CancellationToken cancellationToken) => NamesAsync(connection, Left, cancellationToken, schema);

    private static async Task RunAsync(NpgsqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private static async Task<IReadOnlyList<string>> NamesAsync(NpgsqlConnection connection, string query,
        CancellationToken cancellationToken, params string[] values)
    {
        var names = new List<string>();
        var command = new NpgsqlCommand(query, connection);
        foreach (var value in values) command.Parameters.Add(new NpgsqlParameter<string> { TypedValue = value });
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
                while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) names.Add(reader.GetString(0));
        }

        return names;
    }
}
