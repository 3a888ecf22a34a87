using BenchmarkDotNet.Attributes;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Benchmarks;

/// <summary>Reading the schema of a file of 1,000 tables, against reading the same texts and column names through the driver alone.</summary>
internal sealed class InspectionRoom : IRoom
{
    public string Name => "inspection";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var medians = InProcess.Medians<InspectionBenchmarks>(effort.Rounds);
        yield return new("inspection, 1,000 SQLite tables", Quantity.Milliseconds(medians[nameof(InspectionBenchmarks.Floor)]),
            Quantity.Milliseconds(medians[nameof(InspectionBenchmarks.Ours)]), new Limit.Times(2));
    }
}

/// <summary>What <see cref="InspectionRoom"/> measures; a public class, because BenchmarkDotNet calls it.</summary>
public class InspectionBenchmarks
{
    private const int Tables = 1000;
    private string _file = "";

    [GlobalSetup]
    public void Create() => _file = SampleSchema.CreateFile(Tables);

    [GlobalCleanup]
    public void Delete() => File.Delete(_file);

    [Benchmark(Baseline = true)]
    public int Floor()
    {
        using var connection = new SqliteConnection($"Data Source={_file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return Read(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
            + Read(connection, "SELECT s.name, x.name FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS x WHERE s.type = 'table'");
    }

    [Benchmark]
    public int Ours() => InspectAsync().GetAwaiter().GetResult();

    private async Task<int> InspectAsync()
    {
        await using var session = await new SqliteAdapter().OpenAsync(new TenantContext("benchmark", ProviderNames.Sqlite, $"Data Source={_file}"), SessionAccess.Read, default);
        var tables = (await session.Inspector.InspectAsync(default)).Objects.Count;
        return tables == Tables ? tables : throw new InvalidOperationException($"{tables} tables found");
    }

    private static int Read(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var length = 0;
        while (reader.Read())
        {
            for (var i = 0; i < reader.FieldCount; i++) length += reader.GetString(i).Length;
        }

        return length;
    }
}
