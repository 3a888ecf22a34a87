using Npgsql;
using NpgsqlTypes;

namespace SchemaSync.Benchmarks;

/// <summary>A validation of all tenants of a PostgreSQL database, and the queries that it cannot do without, by the driver alone.</summary>
internal sealed class FleetReading(ServerDatabase database, IReadOnlyList<TenantContext> tenants, SchemaTarget target)
{
    private const int Connections = 4;

    private readonly SnapshotStore _store = new MemorySnapshotStore();

    /// <summary>The digests of all of them.</summary>
    public Cost Digests() => Query(connection => SchemaDigests.Query(SchemaDigests.ColumnsAsync(connection, default).GetAwaiter()
        .GetResult()), isKeyed: true);

    /// <summary>Their stamps.</summary>
    public Cost Stamps() => Query(_ => Stamp.Query, isKeyed: false);

    /// <summary>So many of them, read one by one.</summary>
    public Cost Read(int count) => Cost.Of(() =>
    {
        var engine = Engine(store: null);
        foreach (var tenant in tenants.Take(count)) engine.SnapshotAsync(tenant).GetAwaiter().GetResult();
    });

    /// <summary>A validation of all, of which so many differ.</summary>
    public Cost Validate(int different) => Cost.Of(() => Validate(Engine(store: null), different));

    /// <summary>The same again, with what was kept of the one before.</summary>
    public Cost ValidateAgain() => Cost.Of(() => Validate(Engine(_store), different: 0));

    /// <summary>The peak of the memory of the native command on all of them, in MB.</summary>
    public double Peak()
    {
        using var folder = new TemporaryFolder();
        var snapshot = folder.File("target.json");
        File.WriteAllText(snapshot, SnapshotFile.Write(target.Snapshot!));
        var list = folder.File("tenants.txt");
        File.WriteAllLines(list, tenants.Select(t => t.Schema!));
        return NativeCommand.PeakOf(["validate", "--provider", ProviderNames.PostgreSql, "--connection", database.ConnectionString,
            "--schema", "{tenant}", "--tenants", "@" + list, "--target", snapshot]);
    }

    /// <summary>Adds a column to so many of them, to each another one.</summary>
    public void Change(int count)
    {
        foreach (var (tenant, i) in tenants.Take(count).Select((t, i) => (t, i)))
            database.Run($"ALTER TABLE {tenant.Schema}.orders_00000 ADD COLUMN by_hand_{i} text");
    }

    private void Validate(SchemaSyncEngine engine, int different)
    {
        var options = new FleetOptions { Parallelism = Connections };
        var report = new TenantFleet(engine).ValidateAsync(TenantList.Of(tenants.Select(t => new Tenant(t))), target, options)
            .GetAwaiter().GetResult();
        if (report.Count(TenantState.Differs) != different || report.Count(TenantState.Equal) != tenants.Count - different)
            throw new InvalidOperationException($"{report.Count(TenantState.Differs)} of {tenants.Count} differ");
    }

    private Cost Query(Func<NpgsqlConnection, string> sql, bool isKeyed)
    {
        using var connection = new NpgsqlConnection(database.ConnectionString + ";Pooling=false;Command Timeout=0");
        connection.Open();
        using var set = new NpgsqlCommand("SET jit = off; SET search_path = pg_catalog, pg_temp", connection);
        set.ExecuteNonQuery();
        using var find = new NpgsqlCommand("SELECT array_agg(oid) FROM pg_namespace WHERE nspname = ANY ($1::name[])", connection)
        {
            Parameters = { new() { Value = tenants.Select(t => t.Schema!).ToArray() } },
        };
        var oids = new NpgsqlParameter { Value = find.ExecuteScalar(), NpgsqlDbType = NpgsqlDbType.Array | NpgsqlDbType.Oid };
        using var command = new NpgsqlCommand(sql(connection), connection) { Parameters = { oids } };
        if (isKeyed)
        {
            command.Parameters.Add(new() { Value = 1L });
            command.Parameters.Add(new() { Value = 2L });
        }

        return Cost.Of(() =>
        {
            using var reader = command.ExecuteReader();
            while (reader.Read()) reader.GetString(1);
        });
    }

    private static SchemaSyncEngine Engine(SnapshotStore? store) =>
        new(new AdapterRegistry(new PostgreSqlAdapter())) { FormStore = store };
}
