using Microsoft.Data.Sqlite;

namespace SchemaSync.Benchmarks;

/// <summary>Reading the schema of a file, against reading the same texts and column
/// names through the driver alone. Processor time.</summary>
internal sealed class InspectionRoom : IRoom
{
    private const int Times = 4;

    public string Name => "inspection";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        using var folder = new TemporaryFolder();
        var tables = effort.Of(1000);
        var file = SampleSchema.CreateFile(folder.File("tables.db"), tables);
        var costs = Turns.Take(effort with { Warmups = effort.Warmups * 5 }, () => Cost.Of(() => Floor(file), Times),
            () => Cost.Of(() => InspectAsync(file, tables).GetAwaiter().GetResult(), Times));
        yield return new(
            FormattableString.Invariant($"inspection, {tables:N0} SQLite tables"), Quantity.Milliseconds(costs[0].Cpu),
            Quantity.Milliseconds(costs[1].Cpu), new Limit.Times(2));
    }

    public static int Floor(string file)
    {
        using var connection = new SqliteConnection($"Data Source={file};Mode=ReadOnly;Pooling=False");
        connection.Open();
        return Read(connection, "SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name")
            + Read(connection, "SELECT s.name, x.name FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS x WHERE s.type = 'table'");
    }

    public static async Task InspectAsync(string file, int tables)
    {
        await using var session =
            await new SqliteAdapter().OpenAsync(new TenantContext("benchmark", ProviderNames.Sqlite, $"Data Source={file}"),
                SessionAccess.Read, default);
        var found = (await session.Inspector.InspectAsync(default)).Objects.Count;
        if (found != tables) throw new InvalidOperationException($"{found} tables found");
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
