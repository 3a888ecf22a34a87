using CsCheck;

namespace SchemaSync.Adapters.Tests;

/// <summary>Any schema A with rows to any schema B and back; a failure prints CsCheck's seed.</summary>
public class SqlitePropertyTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly SqliteDialect Dialect = new();
    private static readonly ExecutionOptions Everything = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };
    private static int _there, _refused, _foundLate;

    [Fact]
    public void A_schema_equals_one_that_was_read_back() =>
        SchemaGen.Schema.Sample(a => Differ.Compare(a, SnapshotFile.Read(SnapshotFile.Write(a), "a copy"), Dialect).IsEmpty, iter: 3000);

    [Fact]
    public void The_inverse_of_a_diff_is_the_diff_of_the_inverse() => Gen.Select(SchemaGen.Schema, SchemaGen.Schema).Sample((a, b) =>
        Differ.Compare(a, b, Dialect).Changes.Select(c => c.Invert().ToString()).Order(StringComparer.Ordinal)
            .SequenceEqual(Differ.Compare(b, a, Dialect).Changes.Select(c => c.ToString()).Order(StringComparer.Ordinal)), iter: 5000);

    [Fact]
    public void A_plan_depends_on_what_is_in_the_schemas_and_not_on_their_order() => SchemaGen.Pair.Sample(pair =>
    {
        var turned = pair.To.With(pair.To.Objects.Reverse());
        var (one, other) = (Dialect.Plan(Differ.Compare(pair.From, pair.To, Dialect)),
            Dialect.Plan(Differ.Compare(pair.From.With(pair.From.Objects.Reverse()), turned, Dialect)));
        return one.Steps.Select(s => s.Sql).SequenceEqual(other.Steps.Select(s => s.Sql));
    }, iter: 2000);

    [Fact]
    public async Task Any_schema_becomes_any_other_and_comes_back()
    {
        await SchemaGen.Pair.SampleAsync(pair => There_and_back(pair.From, pair.To, pair.Rows), iter: 1500, threads: 2);
        // Most pairs have to go all the way, or the rest says nothing.
        Assert.True(_there > _refused, $"{_there} went, {_refused} were refused because of their rows");
        // What only the copy can tell is rare.
        Assert.True(_foundLate < _refused / 4, $"{_foundLate} of {_refused} refusals came after the first statement");
    }

    private static async Task There_and_back(Snapshot a, Snapshot b, int rows)
    {
        using var file = new SqliteFile();
        using var fresh = new SqliteFile();
        await Sync(file, a);
        await Sync(fresh, b);
        Fill(file, a, rows);
        var before = SqliteOracle.Describe(file);
        var kept = Kept(a, b).ToDictionary(q => q.After, q => file.Query(q.Before));
        try
        {
            await Sync(file, b);
        }
        catch (SchemaSyncException e) when (rows > 0 && e.Diagnostics.All(d => IsAboutRows(d.Entry)))
        {
            // Rows do not fit B: then nothing may have changed.
            Interlocked.Increment(ref _refused);
            if (e.Diagnostics[0].Entry == ExecutionDiagnostics.DataInTheWay) await Unasked(file, b);
            else Interlocked.Increment(ref _foundLate);
            Assert.Equal(before, SqliteOracle.Describe(file));
            Assert.All(Kept(a, a), q => Assert.Equal(rows, file.Query(q.Before).Split(';').Length));
            return;
        }

        Interlocked.Increment(ref _there);
        Assert.Equal(SqliteOracle.Describe(fresh), SqliteOracle.Describe(file));
        Assert.All(kept, q => Assert.Equal(q.Value, file.Query(q.Key)));
        Assert.Equal("ok", file.Query("PRAGMA integrity_check"));
        Assert.Equal("", file.Query("PRAGMA foreign_key_check"));
        Assert.True((await Engine.PlanAsync(file.Tenant, SchemaTarget.Of(b), new PlanOptions(IncludeUnmanaged: true))).IsEmpty);
        if (rows > 0 || Differ.Compare(a, b, Dialect).IsEmpty) return;
        await Engine.ApplyAsync(file.Tenant, await Engine.PlanRevertAsync(file.Tenant), Everything);
        Assert.Equal(before, SqliteOracle.Describe(file));
        Assert.True((await Engine.PlanAsync(file.Tenant, SchemaTarget.Of(a), new PlanOptions(IncludeUnmanaged: true))).IsEmpty);
    }

    /// <summary>No obstacle is imagined: whoever does not ask is refused by the copy, the checks in between or SQLite itself.</summary>
    private static async Task Unasked(SqliteFile file, Snapshot target)
    {
        var plan = await Engine.PlanAsync(file.Tenant, SchemaTarget.Of(target), new PlanOptions(IncludeUnmanaged: true));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.ApplyAsync(file.Tenant, plan with { DataChecks = [] }, Everything));
        Assert.True(IsAboutRows(refused.Diagnostics[0].Entry), refused.Message);
        // That run was one, and told the ledger.
        file.Run("DELETE FROM __schemasync_ledger WHERE outcome = 'failed'");
    }

    private static bool IsAboutRows(DiagnosticEntry entry) =>
        entry == ExecutionDiagnostics.DataInTheWay || entry == ExecutionDiagnostics.AssertionFailed
            || entry == ExecutionDiagnostics.StatementFailed;

    private static Task Sync(SqliteFile file, Snapshot target) =>
        Engine.SyncTenantAsync(file.Tenant, SchemaTarget.Of(target), execute: true, Everything);

    /// <summary>For each table that stays, the values that no conversion touches: a
    /// query before and the same after, by the new names.</summary>
    private static IEnumerable<(string Before, string After)> Kept(Snapshot a, Snapshot b)
    {
        var renames = Renames.Find(a, b, Dialect);
        var renamed = renames.Apply(a).Tables.ToList();
        foreach (var (old, now) in a.Tables.Zip(renamed))
        {
            if (b.Tables.FirstOrDefault(t => t.Name == now.Name) is not { } after) continue;
            var columns = old.Columns.Zip(now.Columns)
                .Where(c => c.Second.Computed is null && after.Column(c.Second.Name) is { Computed: null } other
                    && SqliteTypes.AffinityOf(old, c.First) == SqliteTypes.AffinityOf(after, other)).ToList();
            yield return (Select(columns.Select(c => c.First.Name), old.Name), Select(columns.Select(c => c.Second.Name), after.Name));
        }
    }

    private static string Select(IEnumerable<Identifier> columns, QualifiedName table) =>
        $"SELECT {string.Join(", ", columns.Select(c => $"quote({SqliteText.Quote(c)})"))} FROM {SqliteText.Quote(table)} ORDER BY id";

    /// <summary>Rows with values of each column's type, all different, every other one NULL where that may be.</summary>
    private static void Fill(SqliteFile file, Snapshot schema, int rows)
    {
        foreach (var table in schema.Tables)
        {
            for (var row = 1; row <= rows; row++)
            {
                var id = row == 1 ? 1 : row * 7;
                var columns = table.Columns.Where(c => c.Computed is null).ToList();
                var values = columns.Select(c =>
                    c.Name.Value == "id" ? $"{id}" : table.ForeignKeys.Any(f => f.Columns.Contains(c.Name)) ? "1"
                    : c.Nullable && row % 2 == 0 ? "NULL"
                        : c.Type.Native switch { "TEXT" => $"'it''s ☃ {id}'", "REAL" => $"{id}.5", "BLOB" => $"x'00ff{id:x2}'",
                            "ANY" => $"'any {id}'", _ => $"{long.MaxValue - id}" });
                file.Run($"INSERT INTO {SqliteText.Quote(table.Name)} ({SqliteRender.Names(columns.Select(c => c.Name))}) VALUES "
                    + $"({string.Join(", ", values)})");
            }
        }
    }
}
