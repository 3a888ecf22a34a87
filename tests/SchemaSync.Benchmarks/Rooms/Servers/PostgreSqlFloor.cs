using Npgsql;

namespace SchemaSync.Benchmarks;

/// <summary>The catalogue queries of the inspection in one batch, every value taken from the driver and thrown away.</summary>
internal static class PostgreSqlFloor
{
    private static uint _schema;
    private static List<string>? _queries;

    public static long Read(DatabaseSession session)
    {
        var postgres = (NpgsqlConnection)session.Connection;
        if (_queries is null)
        {
            using var command = new NpgsqlCommand("SELECT oid FROM pg_namespace WHERE nspname = current_schema()", postgres);
            _schema = (uint)command.ExecuteScalar()!;
            _queries = [.. PostgreSqlCatalog.Texts(PostgreSqlCapabilities.Of(postgres.PostgreSqlVersion.Major * 10000, "benchmark"))];
        }

        using var batch = new NpgsqlBatch(postgres) { Timeout = 0 };
        foreach (var sql in _queries)
            batch.BatchCommands.Add(new(sql)
            {
                Parameters = { new NpgsqlParameter<uint[]>
                {
                    TypedValue = [_schema],
                    NpgsqlDbType = NpgsqlTypes.NpgsqlDbType.Array | NpgsqlTypes.NpgsqlDbType.Oid,
                } },
            });
        using var reader = batch.ExecuteReader();
        var taken = 0L;
        do taken += DriverFloor.Take(reader); while (reader.NextResult());
        return taken;
    }
}
