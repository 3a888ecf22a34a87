using Microsoft.Data.Sqlite;

namespace SchemaSync.Benchmarks;

/// <summary>The floor: the manual's steps, with the counts and the check of foreign keys that a careful person adds.</summary>
internal static class RebuildByHand
{
    private const string Columns = "id, customer_id, kind, amount, created_at, remark";

    public static void Run(string file)
    {
        using var connection = RebuildSample.Open(file);
        RebuildSample.Run(connection, "PRAGMA foreign_keys = OFF");
        RebuildSample.Run(connection, "BEGIN IMMEDIATE");
        RebuildSample.Run(connection, $"CREATE TABLE payments_new {RebuildSample.After}");
        RebuildSample.Run(connection, $"INSERT INTO payments_new ({Columns}) SELECT {Columns} FROM payments");
        Expect(connection, "SELECT (SELECT count(*) FROM payments) - (SELECT count(*) FROM payments_new)", 0L);
        RebuildSample.Run(connection, "DROP TABLE payments");
        RebuildSample.Run(connection, "ALTER TABLE payments_new RENAME TO payments");
        RebuildSample.Run(connection, RebuildSample.Index);
        Expect(connection, "SELECT count(*) FROM pragma_foreign_key_check", 0L);
        RebuildSample.Run(connection, "COMMIT");
        RebuildSample.Run(connection, "PRAGMA foreign_keys = ON");
    }

    private static void Expect(SqliteConnection connection, string sql, long expected)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        if (command.ExecuteScalar() is not long found || found != expected) throw new InvalidOperationException(sql);
    }
}

/// <summary>The product: plan, proof, checks, run, ledger.</summary>
internal static class RebuildByEngine
{
    public static async Task RunAsync(string file, string target)
    {
        var engine = new SchemaSyncEngine(new AdapterRegistry(new SqliteAdapter()));
        var wanted = await engine.SnapshotAsync(Tenant(target));
        var report = await engine.SyncTenantAsync(Tenant(file), SchemaTarget.Of(wanted),
            execute: true, new() { Policy = new(["SSY0406"]) });
        if (report.Outcome != Engine.Execution.Outcome.Done) throw new InvalidOperationException($"the run ended as {report.Outcome}");
    }

    private static TenantContext Tenant(string file) => new("benchmark", ProviderNames.Sqlite, $"Data Source={file}");
}
