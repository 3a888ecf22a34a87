using Catalog = SchemaSync.PostgreSql.Catalog;

namespace SchemaSync.Benchmarks;

/// <summary>
/// What the native command takes to read a schema, as a whole process, against the databases' own clients with the queries that tables
/// need. Time on the wall, because half of the work is the server's.
/// </summary>
internal sealed class ReadingRoom : IRoom
{
    private const string PostgreSqlVariable = "SCHEMASYNC_TEST_POSTGRESQL_15", MySqlVariable = "SCHEMASYNC_TEST_MYSQL_9_7";

    private const string SqliteFloor = """
        SELECT type, name, tbl_name, sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name;
        SELECT s.name, x.name FROM sqlite_schema AS s, pragma_table_xinfo(s.name) AS x WHERE s.type = 'table';
        """;

    public string Name => "reading";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        if (!NativeCommand.IsThere(effort))
            throw new InvalidOperationException("there is no native command line; run build/publish-cli.sh with a native compiler");
        foreach (var outcome in PostgreSql(effort, effort.Of(1000), 1.5)) yield return outcome;
        foreach (var outcome in PostgreSql(effort.Fewer(), effort.Of(10_000), 1.4)) yield return outcome;
        foreach (var outcome in MySql(effort, effort.Of(1000))) yield return outcome;
        foreach (var outcome in Sqlite(effort, effort.Of(1000))) yield return outcome;
    }

    private static IEnumerable<Outcome> PostgreSql(Effort effort, int tables, double limit)
    {
        if (Client("psql", "SCHEMASYNC_BENCH_POSTGRESQL", effort) is not { } psql) yield break;
        using var folder = new TemporaryFolder();
        using var database = ServerDatabase.Create(ProviderNames.PostgreSql, PostgreSqlVariable);
        foreach (var part in Enumerable.Range(0, (tables + 999) / 1000))
            database.Run(ServerSchema.PostgreSql(part * 1000, Math.Min(tables, (part + 1) * 1000)));
        database.Run("ANALYZE");
        var nine = Write(folder, "nine.sql", Nine());
        var stamp = Write(folder, "stamp.sql", [Stamp.Query]);
        var login = PostgreSqlRoom.Login(database);
        var ours = new NativeCommand(folder, ProviderNames.PostgreSql, database.ConnectionString);
        ours.Snapshot();
        ours.ValidateAgain();
        var costs = Turns.Take(effort, () => psql.Run(login, [.. Quiet, nine]), ours.Snapshot, ours.Validate,
            () => psql.Run(login, [.. Quiet, stamp]), ours.ValidateAgain);
        var size = FormattableString.Invariant($"{tables:N0} PostgreSQL tables");
        yield return Ratio($"snapshot as a process, {size}", costs[0], costs[1], new Limit.Times(limit));
        yield return Ratio($"validation as a process, {size}", costs[0], costs[2], new Limit.Times(limit));
        if (tables < effort.Of(10_000)) yield break;
        var least = (costs[3].Wall * 1.3) + 20;
        yield return new($"nothing moved, as a process, {size}", Quantity.Milliseconds(costs[3].Wall),
            Quantity.Milliseconds(costs[4].Wall), new Limit.AtMost(Quantity.Milliseconds(least)));
        yield return new($"both as a process, {size}, peak memory", null, Quantity.Megabytes(ours.Peak()),
            new Limit.AtMost(Quantity.Megabytes(120)));
        if (Client("pg_dump", "SCHEMASYNC_BENCH_POSTGRESQL", effort) is not { } dump) yield break;
        var dumps = Turns.Take(effort with { Runs = 1, Warmups = 0 },
            () => dump.Run(login, "--schema-only", "--file", "/dev/null"), ours.Snapshot);
        yield return Ratio($"snapshot as a process against pg_dump, {size}", dumps[0], dumps[1], new Limit.Times(1 / 3.0));
    }

    private static IEnumerable<Outcome> MySql(Effort effort, int tables)
    {
        if (Client("mysql", "SCHEMASYNC_BENCH_MYSQL", effort) is not { } mysql) yield break;
        using var folder = new TemporaryFolder();
        using var database = ServerDatabase.Create(ProviderNames.MySql, MySqlVariable);
        database.Run(ServerSchema.MySql(tables));
        var server = MySqlCapabilities.OfflineMySql;
        // Bodies are asked for as well, and there are none.
        var reads = string.Join(";\n", MySqlCatalogReader.Text(database.Name, server).Split(";\n").Take(9));
        var ours = new NativeCommand(folder, ProviderNames.MySql, database.ConnectionString);
        ours.Snapshot();
        var (login, options) = (MySqlRoom.Login(database), MySqlRoom.Options(database));
        var costs = Turns.Take(effort, () => mysql.Tell(reads, login, [.. options, database.Name]), ours.Snapshot, ours.Validate);
        var size = FormattableString.Invariant($"{tables:N0} MySQL tables");
        yield return Ratio($"snapshot as a process, {size}", costs[0], costs[1], new Limit.Times(1.5));
        yield return Ratio($"validation as a process, {size}", costs[0], costs[2], new Limit.Times(1.5));
    }

    private static IEnumerable<Outcome> Sqlite(Effort effort, int tables)
    {
        if (Client("sqlite3", "SCHEMASYNC_BENCH_SQLITE", effort) is not { } sqlite) yield break;
        using var folder = new TemporaryFolder();
        var file = SampleSchema.CreateFile(folder.File("tables.db"), tables);
        var ours = new NativeCommand(folder, ProviderNames.Sqlite, $"Data Source={file}");
        ours.Snapshot();
        ours.ValidateAgain();
        var nothing = new Dictionary<string, string>();
        var costs = Turns.Take(effort, () => sqlite.Run(nothing, file, SqliteFloor), ours.Validate, ours.Start, ours.ValidateAgain);
        var size = FormattableString.Invariant($"{tables:N0} SQLite tables");
        yield return Ratio($"validation as a process, {size}", costs[0], costs[1], new Limit.Times(2));
        yield return Ratio($"nothing moved, as a process, {size}", costs[2], costs[3], new Limit.Added(Quantity.Milliseconds(10)));
    }

    private static readonly string[] Quiet = ["-X", "-q", "-A", "-t", "-v", "ON_ERROR_STOP=1", "-o", "/dev/null", "-f"];

    private static string[] Nine()
    {
        var server = PostgreSqlCapabilities.Of(150000, "benchmark");
        return [Catalog.RelationRow.Sql(server), Catalog.ColumnRow.Sql(server), Catalog.ConstraintRow.Sql(server),
            Catalog.IndexRow.Sql(server), Catalog.OperatorClassRow.Sql, Catalog.CollationRow.Sql, Catalog.TypeRow.Sql,
            Catalog.SequenceRow.Sql, Catalog.DependencyRow.Sql];
    }

    private static string Write(TemporaryFolder folder, string name, IEnumerable<string> queries)
    {
        var text = string.Concat(queries.Select(q => q + ";\n"));
        File.WriteAllText(folder.File(name), text.Replace("$1", "ARRAY['public'::regnamespace::oid]", StringComparison.Ordinal));
        return folder.File(name);
    }

    private static ClientProgram? Client(string name, string variable, Effort effort) => ClientProgram.Find(name, variable)
        ?? (effort.TakesWhatIsThere ? null : throw new InvalidOperationException($"there is no {name} to compare with"));

    private static Outcome Ratio(string name, Cost floor, Cost ours, Limit limit) =>
        new(name, Quantity.Milliseconds(floor.Wall), Quantity.Milliseconds(ours.Wall), limit);
}
