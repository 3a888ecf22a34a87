using System.Globalization;
using System.Text.Json;

namespace SchemaSync.Adapters.Tests;

/// <summary>What reading the catalogue costs follows what the schema holds, also where the server has no statistics of it yet.</summary>
public sealed class CatalogCostTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    // About 400 partitions are where the server changed to a plan that is worse by a thousand times.
    [Theory]
    [InlineData(250, "CREATE TABLE t (a integer NOT NULL, b text) PARTITION BY RANGE (a); CREATE INDEX ON t (b)",
        "CREATE TABLE t_{0} PARTITION OF t FOR VALUES FROM ({0}) TO ({0} + 1)")]
    [InlineData(100, "CREATE TABLE p (id integer PRIMARY KEY)",
        "CREATE TABLE t_{0} (id integer PRIMARY KEY, p integer DEFAULT 1 CHECK (p > 0) REFERENCES p)")]
    [InlineData(100, "CREATE TABLE t (a integer); CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'",
        "CREATE TRIGGER g_{0} AFTER INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE POLICY p_{0} ON t USING (a > {0}); CREATE "
            + "INDEX i_{0} ON t ((a + {0}))")]
    [InlineData(100, "CREATE TABLE t (a integer)",
        "CREATE VIEW v_{0} AS SELECT a FROM t; CREATE DOMAIN d_{0} AS integer CHECK (VALUE > 0); CREATE SEQUENCE s_{0}; CREATE TYPE "
            + "c_{0} AS (a integer); COMMENT ON VIEW v_{0} IS 'x'")]
    public void Twice_as_many_objects_are_no_more_than_three_times_the_rows(int few, string first, string each)
    {
        var (some, more) = (Visited(first, each, few), Visited(first, each, 2 * few));
        Assert.All(some.Zip(more),
            pair => Assert.True(pair.Second.Rows <= (3 * pair.First.Rows) + 1000,
                $"{pair.First.Rows} and {pair.Second.Rows} rows\n{pair.Second.Sql}"));
    }

    // The limit is no measurement: what this guards against took half a minute, and longer with every column.
    [Fact(Timeout = 20_000)]
    public async Task A_table_of_as_many_columns_as_there_may_be_is_read_with_their_defaults()
    {
        using var schema =
            new PostgreSqlSchema(server.Database,
                $"wide_{Guid.NewGuid():n}").Run(
                    $"CREATE TABLE t ({string.Join(", ", Enumerable.Range(0, 1600).Select(i => $"c{i} integer NOT NULL DEFAULT {i}"))})");
        var table = Assert.Single((await Engine.SnapshotAsync(schema.Tenant, TestContext.Current.CancellationToken)).Tables);
        Assert.Equal(Enumerable.Range(0, 1600).Select(i => $"{i}"), table.Columns.Select(c => c.Default?.Text));
    }

    private List<(string Sql, double Rows)> Visited(string first, string each, int count)
    {
        using var schema = new PostgreSqlSchema(server.Database, $"cost_{Guid.NewGuid():n}").Run(first)
            .Run(string.Join(";\n", Enumerable.Range(0, count).Select(i => string.Format(CultureInfo.InvariantCulture, each, i))));
        var oid = schema.Query("SELECT current_schema()::regnamespace::oid");
        return [.. PostgreSqlCatalog.Texts(new(150000))
            .Select(sql =>
                (sql, Rows(JsonDocument.Parse(
                    schema.Query(
                        "EXPLAIN (ANALYZE, TIMING OFF, FORMAT JSON) "
                            + $"{sql.Replace("$1", $"ARRAY[{oid}::oid]", StringComparison.Ordinal)}")).RootElement[0].GetProperty(
                                "Plan"))))];
    }

    private static double Rows(JsonElement node)
    {
        var rows = node.EnumerateObject().Where(p => p.Name == "Actual Rows" || p.Name.StartsWith("Rows Removed", StringComparison.Ordinal))
            .Sum(p => p.Value.GetDouble()) * node.GetProperty("Actual Loops").GetDouble();
        return rows + (node.TryGetProperty("Plans", out var plans) ? plans.EnumerateArray().Sum(Rows) : 0);
    }
}
