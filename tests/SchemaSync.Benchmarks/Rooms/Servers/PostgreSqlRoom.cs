using System.Globalization;
using Npgsql;

namespace SchemaSync.Benchmarks;

/// <summary>
/// PostgreSQL: inspection against the same catalogue queries through the driver, validation against inspection,
/// creation against psql. Time on the wall, because half of the work is the server's.
/// </summary>
internal sealed class PostgreSqlRoom : IRoom
{
    private const string Variable = "SCHEMASYNC_TEST_POSTGRESQL_15";

    public string Name => "postgresql";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        foreach (var outcome in Creation(effort.Fewer(), effort.Of(1000))) yield return outcome;
        foreach (var outcome in Existing(effort, effort.Of(1000), isLarge: false)) yield return outcome;
        foreach (var outcome in Existing(effort.Fewer(), effort.Of(10_000), isLarge: true)) yield return outcome;
    }

    private static IEnumerable<Outcome> Existing(Effort effort, int tables, bool isLarge)
    {
        using var database = ServerDatabase.Create(ProviderNames.PostgreSql, Variable);
        foreach (var part in Enumerable.Range(0, (tables + 999) / 1000))
            database.Run(ServerSchema.PostgreSql(part * 1000, Math.Min(tables, (part + 1) * 1000)));
        database.Run("ANALYZE");
        var subject = new ServerInspection(new PostgreSqlAdapter(), database.Tenant, tables);
        var size = FormattableString.Invariant($"{tables:N0} PostgreSQL tables");
        var costs = Turns.Take(effort, () => subject.Floor(PostgreSqlFloor.Read), subject.Ours);
        yield return Ratio($"inspection, {size}", costs[0], costs[1], 1.5);
        using var validation = ServerValidation.Prepare(new PostgreSqlAdapter(), database.Tenant);
        var validations = Turns.Take(effort, subject.Ours, validation.ByStamp, validation.InFull);
        if (isLarge) yield return Ratio($"validation by stamp, {size}", validations[0], validations[1], 0.4);
        yield return Ratio($"validation in full, {size}", validations[0], validations[2], 1.3);
    }

    private static IEnumerable<Outcome> Creation(Effort effort, int tables)
    {
        if (Client("psql", effort) is not { } psql) yield break;
        using var folder = new TemporaryFolder();
        var file = folder.File("tables.sql");
        File.WriteAllText(file, ServerSchema.PostgreSql(0, tables));
        var creation = new ServerCreation(new PostgreSqlAdapter(), () => ServerDatabase.Create(ProviderNames.PostgreSql, Variable));
        var target = creation.TargetOf(ServerSchema.PostgreSql(0, tables));
        var costs = Turns.Take(effort, () => creation.By(d => psql.Run(Login(d), "-X", "-q", "-v", "ON_ERROR_STOP=1", "-f", file)),
            () => creation.ByEngine(target));
        yield return Ratio(FormattableString.Invariant($"sync of {tables:N0} new PostgreSQL tables"), costs[0], costs[1], 1.5);
    }

    private static ClientProgram? Client(string name, Effort effort) => ClientProgram.Find(name, "SCHEMASYNC_BENCH_POSTGRESQL")
        ?? (effort.TakesWhatIsThere ? null : throw new InvalidOperationException($"there is no {name} to compare with"));

    internal static Dictionary<string, string> Login(ServerDatabase database)
    {
        var settings = new NpgsqlConnectionStringBuilder(database.ConnectionString);
        return new(StringComparer.Ordinal)
        {
            ["PGHOST"] = settings.Host!, ["PGPORT"] = settings.Port.ToString(CultureInfo.InvariantCulture), ["PGUSER"] = settings.Username!,
            ["PGPASSWORD"] = settings.Password ?? "", ["PGDATABASE"] = settings.Database!, ["PGOPTIONS"] = "-c client_min_messages=warning",
        };
    }

    private static Outcome Ratio(string name, Cost floor, Cost ours, double limit) =>
        new(name, Quantity.Milliseconds(floor.Wall), Quantity.Milliseconds(ours.Wall), new Limit.Times(limit));
}
