using CsCheck;

namespace SchemaSync.Adapters.Tests;

/// <summary>Any schema A with rows to any schema B; a failure prints CsCheck's seed.</summary>
public sealed class PostgreSqlPropertyTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    // Each one is several runs on a real server.
    private const int Iterations = 25;

    private const string First = "s_one", Second = "S two";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };

    [Fact]
    public Task Any_schema_becomes_any_other_and_keeps_the_rows_that_fit() =>
        Gen.Select(PostgreSqlGen.Schema, PostgreSqlGen.Schema, Gen.Int[0, 3])
            .SampleAsync(async (a, b, rows) => await Becomes(a, b, rows), iter: Iterations, threads: 2);

    /// <summary>Two databases, in which the shared schemas have one name; so there is one pair of them at a time.</summary>
    [Fact]
    public async Task Any_schemas_become_any_others_and_keep_the_rows_that_fit()
    {
        using var databases = new PostgreSqlSharedDatabases();
        await Gen.Select(PostgreSqlGen.Schemas(First, Second), PostgreSqlGen.Schemas(First, Second), Gen.Int[0, 3])
            .SampleAsync(async (a, b, rows) =>
        {
            using var live = new PostgreSqlSchema(databases.Live, "mine");
            using var fresh = new PostgreSqlSchema(databases.Wanted, "mine");
            try
            {
                await Becomes(new(live, Shared(databases.Live)), new(fresh, Shared(databases.Wanted)), a, b, rows);
            }
            finally
            {
                foreach (var schema in Shared(databases.Live).Concat(Shared(databases.Wanted))) schema.Drop();
            }
        }, iter: Iterations, threads: 1);
    }

    private static IReadOnlyList<PostgreSqlSchema> Shared(TestDatabase database) =>
        [PostgreSqlSchema.In(database, First), PostgreSqlSchema.In(database, Second)];

    /// <summary>A tenant's own schema and those that it shares.</summary>
    private sealed record Place(PostgreSqlSchema Own, IReadOnlyList<PostgreSqlSchema> Shared)
    {
        public TenantContext Tenant => Own.Tenant with { Schemas = [.. Shared.Select(s => s.Name)] };

        public string Describe() => string.Join("\n", Shared.Prepend(Own).Select(PostgreSqlOracle.Describe));
    }

    private async Task Becomes(Snapshot a, Snapshot b, int rows)
    {
        using var live = new PostgreSqlSchema(server.Database, $"live_{Guid.NewGuid():n}");
        using var fresh = new PostgreSqlSchema(server.Database, $"fresh_{Guid.NewGuid():n}");
        await Becomes(new(live, []), new(fresh, []), a, b, rows);
    }

    private static async Task Becomes(Place live, Place fresh, Snapshot a, Snapshot b, int rows)
    {
        await Sync(live, a);
        await Sync(fresh, b);
        Fill(live.Own, a, rows);
        var kept = Kept(a, b).ToDictionary(q => q, live.Own.Query);
        try
        {
            await Sync(live, b);
        }
        catch (SchemaSyncException e)
            when (e.Diagnostics.All(d =>
                d.Entry == ExecutionDiagnostics.DataInTheWay || d.Entry == ExecutionDiagnostics.StatementFailed
                    || d.Entry == DiffDiagnostics.CannotPlan))
        {
            // Rows do not fit B, or no way is known: no row may be lost.
            Assert.All(kept, q => Assert.Equal(q.Value, live.Own.Query(q.Key)));
            return;
        }

        Assert.Equal(fresh.Describe(), live.Describe());
        Assert.All(kept, q => Assert.Equal(q.Value, live.Own.Query(q.Key)));
        Assert.True((await Engine.PlanAsync(live.Tenant, SchemaTarget.Of(b), new PlanOptions(IncludeUnmanaged: true))).IsEmpty);
    }

    private static Task Sync(Place place, Snapshot target) =>
        Engine.SyncTenantAsync(place.Tenant, SchemaTarget.Of(target), execute: true, Everything);

    /// <summary>Values that no conversion touches: tables and columns of one type on both sides.</summary>
    private static IEnumerable<string> Kept(Snapshot a, Snapshot b) =>
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
                var values = columns.Select(c =>
                    c.Name.Value == "id" ? $"{id}" : table.ForeignKeys.Any(f => f.Columns.Contains(c.Name)) ? "1"
                    : c.Nullable && id % 2 == 0 && table.CheckConstraints.IsEmpty ? "NULL"
                        : c.Type.Native switch { "text" => "'it''s ☃ long'",
                            "character varying(9)" => "'it''s ☃'", "numeric(12,2)" => "1.25",
                        { } type when type.EndsWith("mood", StringComparison.Ordinal) => "'it''s'",
                        [.., '[', ']'] and var type => $"ARRAY['it''s']::{type}",
                        [.., 'v', 'e'] => "33", _ => "2147483647" });
                schema.Run($"INSERT INTO {PostgreSqlText.Quote(table.Name)} ({PostgreSqlText.Names(columns.Select(c => c.Name))}) "
                    + $"OVERRIDING SYSTEM VALUE VALUES ({string.Join(", ", values)})");
            }
        }
    }
}
