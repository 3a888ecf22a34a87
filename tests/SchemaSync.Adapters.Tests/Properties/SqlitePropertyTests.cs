using CsCheck;
using SchemaSync.Engine;
using SchemaSync.Model;

namespace SchemaSync.Adapters.Tests;

/// <summary>Any schema A with rows to any schema B and back; a failure prints CsCheck's seed.</summary>
public class SqlitePropertyTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly SqliteDialect Dialect = new();
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()), IncludeUnmanaged = true };

    [Fact]
    public void A_schema_equals_itself() => SchemaGen.Schema.Sample(a => Differ.Compare(a, a, Dialect).IsEmpty);

    [Fact]
    public void The_inverse_of_a_diff_is_the_diff_of_the_inverse() => Gen.Select(SchemaGen.Schema, SchemaGen.Schema).Sample((a, b) =>
        Differ.Compare(a, b, Dialect).Changes.Select(c => c.Invert().ToString()).Order(StringComparer.Ordinal)
            .SequenceEqual(Differ.Compare(b, a, Dialect).Changes.Select(c => c.ToString()).Order(StringComparer.Ordinal)));

    [Fact]
    public Task Any_schema_becomes_any_other_and_comes_back() => Gen.Select(SchemaGen.Schema, SchemaGen.Schema, Gen.Int[0, 3]).SampleAsync(
        async (a, b, rows) => await There_and_back(a, b, rows), iter: 1000, threads: 2);

    private static async Task There_and_back(Snapshot a, Snapshot b, int rows)
    {
        using var file = new SqliteFile();
        using var fresh = new SqliteFile();
        await Engine.SyncTenantAsync(file.Tenant, SchemaTarget.Of(a), execute: true, Everything);
        await Engine.SyncTenantAsync(fresh.Tenant, SchemaTarget.Of(b), execute: true, Everything);
        Fill(file, a, rows);
        var shared = Shared(a, b).ToDictionary(q => q, file.Query);
        try
        {
            await Engine.SyncTenantAsync(file.Tenant, SchemaTarget.Of(b), execute: true, Everything);
        }
        catch (SchemaSyncException e) when (e.Diagnostics.All(d => d.Entry == ExecutionDiagnostics.AssertionFailed))
        {
            // Rows do not fit B: then nothing may have changed.
            Assert.All(shared, q => Assert.Equal(q.Value, file.Query(q.Key)));
            Assert.True((await Engine.PlanAsync(file.Tenant, SchemaTarget.Of(a), new PlanOptions(IncludeUnmanaged: true))).IsEmpty);
            return;
        }

        Assert.Equal(SqliteOracle.Describe(fresh), SqliteOracle.Describe(file));
        Assert.All(shared, q => Assert.Equal(q.Value, file.Query(q.Key)));
        Assert.True((await Engine.PlanAsync(file.Tenant, SchemaTarget.Of(b), new PlanOptions(IncludeUnmanaged: true))).IsEmpty);
        if (rows > 0 || Differ.Compare(a, b, Dialect).IsEmpty) return;
        await Engine.ApplyAsync(file.Tenant, await Engine.PlanRevertAsync(file.Tenant), Everything);
        Assert.True((await Engine.PlanAsync(file.Tenant, SchemaTarget.Of(a), new PlanOptions(IncludeUnmanaged: true))).IsEmpty);
    }

    /// <summary>Values that no conversion touches: tables and columns of one type on both sides.</summary>
    private static IEnumerable<string> Shared(Snapshot a, Snapshot b) =>
        from left in a.Tables
        join right in b.Tables on left.Name equals right.Name
        let columns = left.Columns.Where(c => right.Column(c.Name) is { } other && other.Type == c.Type)
        select $"SELECT {SqliteRender.Names(columns.Select(c => c.Name))} FROM {SqliteText.Quote(left.Name)} ORDER BY id";

    private static void Fill(SqliteFile file, Snapshot schema, int rows)
    {
        foreach (var table in schema.Tables)
        {
            for (var id = 1; id <= rows; id++)
            {
                var values = table.Columns.Select(c => c.Name.Value == "id" ? $"{id}" : table.ForeignKeys.Any(f => f.Columns.Contains(c.Name)) ? "1"
                    : c.Nullable && id % 2 == 0 ? "NULL" : c.Type.Native switch { "TEXT" => "'it''s ☃'", "REAL" => "1.5", "BLOB" => "x'00ff'", "NUMERIC" => "12", _ => "9223372036854775807" });
                file.Run($"INSERT INTO {SqliteText.Quote(table.Name)} ({SqliteRender.Names(table.Columns.Select(c => c.Name))}) VALUES ({string.Join(", ", values)})");
            }
        }
    }
}
