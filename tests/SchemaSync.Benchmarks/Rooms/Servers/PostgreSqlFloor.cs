using Npgsql;

namespace SchemaSync.Benchmarks;

/// <summary>The catalogue queries of the inspection in one batch, every value taken from the driver and thrown away.</summary>
internal static class PostgreSqlFloor
{
    public static long Read(DatabaseSession session)
    {
        var postgres = (NpgsqlConnection)session.Connection;
        // Asked each time: rooms that run one after another have databases, and schemas, of their own.
        using var command = new NpgsqlCommand("SELECT oid FROM pg_catalog.pg_namespace WHERE nspname = $1", postgres)
        {
            Parameters = { new() { Value = session.Dialect.OwnSchema } },
        };
        var schema = (uint)command.ExecuteScalar()!;
        using var batch = new NpgsqlBatch(postgres) { Timeout = 0 };
        foreach (var sql in PostgreSqlCatalog.Texts(PostgreSqlCapabilities.Of(postgres.PostgreSqlVersion.Major * 10000, "benchmark")))
            batch.BatchCommands.Add(new(sql)
            {
                Parameters = { new NpgsqlParameter<uint[]>
                {
                    TypedValue = [schema],
                    NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid,
                } },
            });
        using var reader = batch.ExecuteReader();
        var taken = 0L;
        do taken += DriverFloor.Take(reader); while (reader.NextResult());
        return taken;
    }
}
