using CsCheck;

namespace SchemaSync.Adapters.Tests;

/// <summary>Any schema A with rows to any schema B; a failure prints CsCheck's seed.</summary>
public sealed class MySqlPropertyTests
{
    // Each one is several runs on a real server.
    private const int Iterations = 12;

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public Task Any_schema_becomes_any_other_and_keeps_the_rows_that_fit(string name)
    {
        var server = TestServer.Of(name);
        var schema = MySqlGen.Schema(server.Provider);
        return Gen.Select(schema, schema, Gen.Int[0, 3])
            .SampleAsync(async (a, b, rows) => await Becomes(server, a, b, rows), iter: Iterations, threads: 1);
    }

    private static async Task Becomes(TestServer server, Snapshot a, Snapshot b, int rows)
    {
        using var live = server.CreateDatabase().Collated();
        using var fresh = server.CreateDatabase().Collated();
        await Sync(live, a);
        await Sync(fresh, b);
        Fill(live, a, rows);
        var shared = Shared(a, b).ToDictionary(q => q, live.Query);
        try
        {
            await Sync(live, b);
        }
        catch (SchemaSyncException e)
            when (e.Diagnostics.All(d => d.Entry == ExecutionDiagnostics.DataInTheWay || d.Entry == ExecutionDiagnostics.StatementFailed))
        {
            // Rows do not fit B: no row may be lost.
            Assert.All(shared, q => Assert.Equal(q.Value, live.Query(q.Key)));
            return;
        }

        Assert.Equal(Sorted(fresh), Sorted(live));
        Assert.All(shared, q => Assert.Equal(q.Value, live.Query(q.Key)));
        Assert.True((await MySqlServers.Engine.PlanAsync(live.Tenant, SchemaTarget.Of(b),
            new PlanOptions(IncludeUnmanaged: true))).IsEmpty);
    }

    // Columns and keys that came later stand behind the others: their order is never a difference.
    private static string Sorted(TestDatabase database) =>
        string.Join('\n', MySqlOracle.Describe(database).Split('\n').Select(l => l.TrimEnd(',')).Order(StringComparer.Ordinal));

    private static Task Sync(TestDatabase database, Snapshot target) =>
        MySqlServers.Engine.SyncTenantAsync(database.Tenant, SchemaTarget.Of(target), execute: true, MySqlServers.Everything);

    /// <summary>Values that no conversion touches: tables and columns of one type on both sides.</summary>
    private static IEnumerable<string> Shared(Snapshot a, Snapshot b) =>
        from left in a.Tables
        join right in b.Tables on left.Name equals right.Name
        let columns = left.Columns.Where(c => right.Column(c.Name) is { } other && other.Type == c.Type)
        select $"SELECT {MySqlText.Names(columns.Select(c => c.Name))} FROM {MySqlText.Quote(left.Name)} ORDER BY id";

    private static void Fill(TestDatabase database, Snapshot snapshot, int rows)
    {
        foreach (var table in snapshot.Tables)
        {
            for (var id = 1; id <= rows; id++)
            {
                var values = table.Columns.Select(c =>
                    c.Name.Value == "id" ? $"{id}" : table.ForeignKeys.Any(f => f.Columns.Contains(c.Name)) ? "1"
                    : c.Nullable && id % 2 == 0 && table.CheckConstraints.IsEmpty ? "NULL"
                        : c.Type.Native switch { "text" => "'it''s ☃ long'", "varchar(9)" => "'it''s ☃'", "decimal(12,2)" => "1.25",
                            "datetime(6)" => "'2026-01-02 03:04:05.000006'", ['e', ..] => "'it''s'", _ => "2147483647" });
                database.Run(
                    $"INSERT INTO {MySqlText.Quote(table.Name)} ({MySqlText.Names(table.Columns.Select(c => c.Name))}) VALUES "
                        + $"({string.Join(", ", values)})");
            }
        }
    }
}
