using System.Globalization;
using MySqlConnector;

namespace SchemaSync.Benchmarks;

/// <summary>
/// MySQL: inspection against the same queries through the driver and against mysqldump, creation against the mysql client. Time on
/// the wall, because half of the work is the server's.
/// </summary>
internal sealed class MySqlRoom : IRoom
{
    private const string Variable = "SCHEMASYNC_TEST_MYSQL_9_7";

    public string Name => "mysql";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var tables = effort.Of(1000);
        return Inspection(effort.Fewer(), tables).Concat(Creation(effort.Fewer(), tables));
    }

    private static IEnumerable<Outcome> Inspection(Effort effort, int tables)
    {
        using var database = ServerDatabase.Create(ProviderNames.MySql, Variable);
        database.Run(ServerSchema.MySql(tables));
        var subject = new ServerInspection(new MySqlAdapter(), database.Tenant, tables);
        var costs = Turns.Take(effort, () => subject.Floor(s => Read((MySqlSession)s, database.Name)), subject.Ours);
        yield return Ratio(FormattableString.Invariant($"inspection, {tables:N0} MySQL tables"), costs[0], costs[1], 1.5);
        if (Client("mysqldump", effort) is { } dump)
        {
            // It takes most of a minute, and nothing depends on its last digit.
            var dumps = Turns.Take(effort with { Runs = 1, Warmups = 0 },
                () => dump.Run(Login(database),
                    [.. Options(database), "--no-data", "--no-tablespaces", "--result-file=/dev/null", database.Name]), subject.Ours);
            yield return Ratio(FormattableString.Invariant($"inspection against mysqldump, {tables:N0} tables"), dumps[0], dumps[1], 0.1);
        }
    }

    private static IEnumerable<Outcome> Creation(Effort effort, int tables)
    {
        if (Client("mysql", effort) is not { } mysql) yield break;
        var sql = ServerSchema.MySql(tables);
        var creation = new ServerCreation(new MySqlAdapter(), () => ServerDatabase.Create(ProviderNames.MySql, Variable));
        var target = creation.TargetOf(sql);
        var costs = Turns.Take(effort, () => creation.By(d => mysql.Tell(sql, Login(d), [.. Options(d), d.Name])),
            () => creation.ByEngine(target));
        yield return Ratio(FormattableString.Invariant($"sync of {tables:N0} new MySQL tables"), costs[0], costs[1], 1.5);
    }

    private static long Read(MySqlSession session, string database)
    {
        using var command = new MySqlCommand(MySqlCatalogReader.Text(database, session.Server), (MySqlConnection)session.Connection);
        using var reader = command.ExecuteReader();
        var taken = 0L;
        do taken += DriverFloor.Take(reader); while (reader.NextResult());
        return taken;
    }

    private static ClientProgram? Client(string name, Effort effort) => ClientProgram.Find(name, "SCHEMASYNC_BENCH_MYSQL")
        ?? (effort.TakesWhatIsThere
            ? null
            : throw new InvalidOperationException(
                $"there is no {name} to compare with; name the folder that has it in SCHEMASYNC_BENCH_MYSQL"));

    internal static Dictionary<string, string> Login(ServerDatabase database) =>
        new(StringComparer.Ordinal) { ["MYSQL_PWD"] = Settings(database).Password };

    internal static string[] Options(ServerDatabase database) =>
    [
        "--no-defaults", $"--host={Settings(database).Server}", $"--port={Settings(database).Port.ToString(CultureInfo.InvariantCulture)}",
        $"--user={Settings(database).UserID}", "--protocol=tcp",
    ];

    private static MySqlConnectionStringBuilder Settings(ServerDatabase database) => new(database.ConnectionString);

    private static Outcome Ratio(string name, Cost floor, Cost ours, double limit) =>
        new(name, Quantity.Milliseconds(floor.Wall), Quantity.Milliseconds(ours.Wall), new Limit.Times(limit));
}
