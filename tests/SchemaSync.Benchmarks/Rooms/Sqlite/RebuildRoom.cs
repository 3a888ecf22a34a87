using Microsoft.Data.Sqlite;

namespace SchemaSync.Benchmarks;

/// <summary>
/// Rebuilding a table of a million rows, against the same rebuild written by hand after the SQLite manual (lang_altertable, section 7).
/// Each run is a process of its own on a fresh copy of the file, after one of a few rows; processor time, and the peak of its memory.
/// </summary>
internal sealed class RebuildRoom : IRoom
{
    private const int WarmupRows = 100;

    public string Name => "rebuild";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        using var folder = new TemporaryFolder();
        var rows = effort.Of(1_000_000);
        var large = RebuildSample.Create(folder.File("large.db"), rows);
        var small = RebuildSample.Create(folder.File("small.db"), rows / 10);
        var few = RebuildSample.Create(folder.File("few.db"), WarmupRows);
        var target = RebuildSample.Create(folder.File("target.db"), rows: 0, changed: true);
        var peaks = new Dictionary<string, List<double>> { ["floor"] = [], ["ours"] = [], ["small"] = [] };

        Cost Run(string name, string file, string work)
        {
            var copy = folder.File("copy.db");
            var warmup = folder.File("warmup.db");
            File.Copy(file, copy, overwrite: true);
            File.Copy(few, warmup, overwrite: true);
            var (cost, peak) = Children.Weighed(work, copy, target, warmup);
            peaks[name].Add(peak);
            return cost;
        }

        var costs = Turns.Take(effort.Fewer(), () => Run("floor", large, "rebuild-floor"), () => Run("ours", large, "rebuild-ours"),
            () => Run("small", small, "rebuild-ours"));
        yield return new(FormattableString.Invariant($"rebuild, {rows:N0} SQLite rows"), Quantity.Milliseconds(costs[0].Cpu),
            Quantity.Milliseconds(costs[1].Cpu), new Limit.Times(1.2));
        // The engine itself is loaded; beyond that, memory may depend neither on the rows nor on who copies them.
        yield return new("rebuild, peak memory", Peak("floor"), Peak("ours"), new Limit.Added(Quantity.Megabytes(48)));
        yield return new("rebuild, peak memory over a tenth of the rows", Peak("small"), Peak("ours"),
            new Limit.Added(Quantity.Megabytes(8)));

        Quantity Peak(string name) => Quantity.Megabytes(Statistics.Median(peaks[name]));
    }
}

/// <summary>The table that is rebuilt, before and after: a default that SQLite cannot alter in place.</summary>
internal static class RebuildSample
{
    public const string Before =
        "(id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customers (id), kind TEXT NOT NULL, amount NUMERIC NOT NULL "
            + "DEFAULT 0, created_at TEXT NOT NULL, remark TEXT)";
    public const string Index = "CREATE INDEX ix_payments_customer ON payments (customer_id, created_at)";

    public static string After { get; } = Before.Replace("DEFAULT 0", "DEFAULT 1", StringComparison.Ordinal);

    public static string Create(string file, int rows, bool changed = false)
    {
        using var connection = Open(file);
        Run(connection, $"""
            BEGIN;
            CREATE TABLE customers (id INTEGER PRIMARY KEY, name TEXT NOT NULL);
            CREATE TABLE payments {(changed ? After : Before)};
            {Index};
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 1000) INSERT INTO customers SELECT i, 'customer ' || i FROM n;
            WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {rows})
            INSERT INTO payments SELECT i, 1 + i % 1000, 'kind ' || (i % 7), i % 1000 / 100.0, '2026-01-' || (10 + i % 20) || ' 10:00:00', CASE WHEN i % 3 = 0 THEN 'a remark of some length ' || i END FROM n WHERE {rows} > 0;
            COMMIT;
            """);
        return file;
    }

    public static SqliteConnection Open(string file)
    {
        var connection = new SqliteConnection($"Data Source={file};Pooling=False");
        connection.Open();
        return connection;
    }

    public static void Run(SqliteConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
