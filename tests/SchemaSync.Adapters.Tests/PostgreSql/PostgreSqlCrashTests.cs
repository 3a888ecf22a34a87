using System.Globalization;

namespace SchemaSync.Adapters.Tests;

/// <summary>A plan of many transactions is killed (SIGKILL) between any two of its
/// calls; no row is lost, and the next run finishes.</summary>
public sealed class PostgreSqlCrashTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private const int Kills = 7;

    private const string Before = """
        CREATE TYPE mood AS ENUM ('calm', 'glad');
        CREATE TABLE parent (id bigint PRIMARY KEY);
        CREATE TABLE t (id bigint NOT NULL, a integer, code varchar(9), m mood, parent bigint);
        CREATE INDEX by_a ON t (a);
        CREATE VIEW v AS SELECT id FROM parent;
        INSERT INTO parent SELECT generate_series(1, 10);
        INSERT INTO t SELECT n, n % 7, 'c' || n, 'glad', 1 + n % 10 FROM generate_series(1, 500) n;
        """;

    private const string After = """
        CREATE TYPE mood AS ENUM ('calm', 'sad', 'glad');
        CREATE TABLE parent (id bigint PRIMARY KEY);
        CREATE TABLE t (id bigint PRIMARY KEY, a bigint NOT NULL CHECK (a >= 0), code varchar(19) UNIQUE, m mood DEFAULT 'sad',
            parent bigint REFERENCES parent ON DELETE CASCADE, b text);
        CREATE INDEX by_a ON t (a DESC);
        CREATE VIEW v AS SELECT id, -id AS other FROM parent;
        CREATE TABLE added (id bigint PRIMARY KEY, t bigint REFERENCES t);
        """;

    private const string Rows =
        "SELECT md5(string_agg(t.id || ':' || a || ':' || code || ':' || m || "
            + "':' || parent, ';' ORDER BY t.id)), (SELECT count(*) FROM parent) FROM t";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Killed_between_any_two_calls_the_next_run_finishes()
    {
        using var directory = new TemporaryDirectory();
        using var wanted = Schema().Run(After);
        var snapshot = await Engine.SnapshotAsync(wanted.Tenant, Token);
        var file = directory.File("target.json");
        await SnapshotFile.SaveAsync(file, snapshot, Token);
        var description = PostgreSqlOracle.Describe(wanted);

        using var undisturbed = Schema().Run(Before);
        var (exitCode, output) = await RunAsync(undisturbed, file, "");
        Assert.True(exitCode == 0, output);
        var words = output.Trim().Split('\n')[^1].Split(' ');
        Assert.Equal("Done", words[0]);
        var calls = int.Parse(words[2], CultureInfo.InvariantCulture);
        Assert.True(calls > 3 * Kills, output);

        // All over the run, and close to its end, where everything is done and only the ledger does not know.
        var points = Enumerable.Range(1, Kills).Select(n => n * calls / Kills).Concat([calls - 1, calls - 2, calls - 4]).Distinct();
        await Parallel.ForEachAsync(points, new ParallelOptions { MaxDegreeOfParallelism = 2, CancellationToken = Token }, async (n, _) =>
        {
            using var live = Schema().Run(Before);
            var rows = live.Query(Rows);
            var at = $"call:{n}";
            var (killed, said) = await RunAsync(live, file, at);
            Assert.True(killed == CrashRun.Killed, $"{at} of {calls} ended with {killed}: {said}");
            Assert.True(rows == live.Query(Rows), $"rows are lost at {at}");

            await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(snapshot), execute: true, Everything, Token);
            Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(snapshot), Token)).IsEqual,
                $"the next run did not finish after {at}");
            Assert.Equal(description, PostgreSqlOracle.Describe(live));
            Assert.Equal(rows, live.Query(Rows));
            var runs = await Engine.AuditAsync(live.Tenant, Token);
            Assert.True(runs[0].Outcome == LedgerEntry.Succeeded && runs.All(r => r.Outcome != LedgerEntry.Running),
                $"after {at} the ledger says {string.Join(", ", runs.Select(r => r.Outcome))}");
        });
    }

    private static Task<(int ExitCode, string Output)> RunAsync(PostgreSqlSchema schema, string file, string fault) =>
        CrashRun.StartAsync([ProviderNames.PostgreSql, schema.Tenant.ConnectionString, schema.Name, file], fault);

    private PostgreSqlSchema Schema() => new(server.Database, $"c_{Guid.NewGuid():n}");
}
