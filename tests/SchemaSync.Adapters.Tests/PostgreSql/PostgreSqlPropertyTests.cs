using CsCheck;
using SchemaSync.Engine;
using SchemaSync.Model;

namespace SchemaSync.Adapters.Tests;

/// <summary>Any schema A with rows to any schema B; a failure prints CsCheck's seed.</summary>
public sealed class PostgreSqlPropertyTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    // Each one is several runs on a real server.
    private const int Iterations = 25;

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()), IncludeUnmanaged = true };

    [Fact]
    public Task Any_schema_becomes_any_other_and_keeps_the_rows_that_fit() =>
        Gen.Select(PostgreSqlGen.Schema, PostgreSqlGen.Schema, Gen.Int[0, 3]).SampleAsync(async (a, b, rows) => await Becomes(a, b, rows), iter: Iterations, threads: 2);

    private async Task Becomes(Snapshot a, Snapshot b, int rows)
    {
        using var live = new PostgreSqlSchema(server.Database, $"live_{Guid.NewGuid():n}");
        using var fresh = new PostgreSqlSchema(server.Database, $"fresh_{Guid.NewGuid():n}");
        await Sync(live, a);
        await Sync(fresh, b);
        Fill(live, a, rows);
        var shared = Shared(a, b).ToDictionary(q => q, live.Query);
        try
        {
            await Sync(live, b);
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => d.Entry == ExecutionDiagnostics.DataInTheWay || d.Entry == ExecutionDiagnostics.StatementFailed || d.Entry == DiffDiagnostics.CannotPlan))
        {
            // Rows do not fit B, or no way is known: no row may be lost.
            Assert.All(shared, q => Assert.Equal(q.Value, live.Query(q.Key)));
            return;
        }

        Assert.Equal(PostgreSqlOracle.Describe(fresh), PostgreSqlOracle.Describe(live));
        Assert.All(shared, q => Assert.Equal(q.Value, live.Query(q.Key)));
        Assert.True((await Engine.PlanAsync(live.Tenant, SchemaTarget.Of(b), new PlanOptions(IncludeUnmanaged: true))).IsEmpty);
    }

    private static Task Sync(PostgreSqlSchema schema, Snapshot target) => Engine.SyncTenantAsync(schema.Tenant, SchemaTarget.Of(target), execute: true, Everything);

    /// <summary>Values that no conversion touches: tables and columns of one type on both sides.</summary>
    private static IEnumerable<string> Shared(Snapshot a, Snapshot b) =>
        from left in a.Tables
        join right in b.Tables on left.Name equals right.Name
        let columns = left.Columns.Where(c => c.Computed is null && right.Column(c.Name) is { } other && other.Type == c.Type)
        select $"SELECT {PostgreSqlText.Names(columns.Select(c => c.Name))} FROM {PostgreSqlText.Quote(left.Name)} ORDER BY id";

    private static void Fill(PostgreSqlSchema schema, Snapshot snapshot, int rows)
    {
        foreach (var table in snapshot.Tables)
        {
            var columns = table.Columns.Where(c => c.Computed is null).ToList();
            for (var id = 1; id <= rows; id++)
            {
                var values = columns.Select(c => c.Name.Value == "id" ? $"{id}" : table.ForeignKeys.Any(f => f.Columns.Contains(c.Name)) ? "1"
                    : c.Nullable && id % 2 == 0 && table.CheckConstraints.IsEmpty ? "NULL" : c.Type.Native switch { "text" => "'it''s ☃ long'", "character varying(9)" => "'it''s ☃'", "numeric(12,2)" => "1.25", "mood" => "'it''s'", "mood[]" => "ARRAY['it''s']::mood[]", "positive" => "33", _ => "2147483647" });
                schema.Run($"INSERT INTO {PostgreSqlText.Quote(table.Name)} ({PostgreSqlText.Names(columns.Select(c => c.Name))}) OVERRIDING SYSTEM VALUE VALUES ({string.Join(", ", values)})");
            }
        }
    }
}
