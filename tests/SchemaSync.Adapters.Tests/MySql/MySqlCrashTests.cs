using System.Globalization;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// No transaction spans the statements: a run that dies anywhere is finished by the next one, and every row stays.
/// Before and after every single step by an error in its place; at points all over the run by SIGKILL.
/// </summary>
public sealed class MySqlCrashTests
{
    private const int Kills = 5;

    private const string Before = """
        CREATE TABLE customer (id int PRIMARY KEY AUTO_INCREMENT, email varchar(50), note varchar(20));
        CREATE TABLE orders (id int PRIMARY KEY, customer_id int, total decimal(10,2),
            CONSTRAINT fo FOREIGN KEY (customer_id) REFERENCES customer (id));
        CREATE TABLE former (a int);
        CREATE VIEW v AS SELECT email FROM customer;
        CREATE TRIGGER g BEFORE INSERT ON orders FOR EACH ROW SET NEW.total = 1
        """;

    private const string After = """
        CREATE TABLE kind (id int PRIMARY KEY);
        CREATE TABLE customer (id bigint PRIMARY KEY AUTO_INCREMENT, email varchar(50) NOT NULL, note varchar(20), phone varchar(20),
            kind_id int, CONSTRAINT fk FOREIGN KEY (kind_id) REFERENCES kind (id));
        CREATE TABLE orders (id int PRIMARY KEY, customer_id bigint, total decimal(10,2),
            CONSTRAINT fo FOREIGN KEY (customer_id) REFERENCES customer (id) ON DELETE CASCADE, KEY kt (total));
        CREATE VIEW v AS SELECT email, phone FROM customer;
        CREATE TRIGGER g BEFORE INSERT ON orders FOR EACH ROW SET NEW.total = 2
        """;

    private const string Rows =
        "INSERT INTO customer (id, email) VALUES (1, 'a'), (2, 'b'); INSERT INTO orders VALUES (1, 1, 3), (2, 2, 4)";
    private const string Question =
        "SELECT c.id, c.email, o.id, o.total FROM customer c JOIN orders o ON o.customer_id = c.id ORDER BY o.id";

    public static TheoryData<string, bool> Servers =>
        [.. new[] { "MySql 9.7", "MariaDb 10.11" }.SelectMany(s => (IEnumerable<TheoryDataRow<string, bool>>)[(s, false), (s, true)])];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_run_that_dies_at_a_step_is_finished_by_the_next(string name, bool afterwards)
    {
        var server = TestServer.Of(name);
        using var former = server.CreateDatabase().Collated().Run(Before);
        using var wanted = server.CreateDatabase().Collated().Run(After);
        var (start, target) = (SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(former.Tenant, Token)),
            SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token)));
        var steps = 1;
        for (var at = 1; at <= steps; at++)
        {
            using var live = server.CreateDatabase().Collated();
            // A run of ours makes the start state, so that "former" is ours to drop.
            await MySqlServers.Engine.SyncTenantAsync(live.Tenant, start, execute: true, MySqlServers.Ours, Token);
            live.Run(Rows);
            var rows = live.Query(Question);
            steps = (await MySqlServers.Engine.PlanAsync(live.Tenant, target, new(), Token)).Steps.Count;
            Assert.InRange(steps, 8, 20);

            var dying = new SchemaSyncEngine(new AdapterRegistry(new DyingAdapter(MySqlServers.Adapter(server), at, afterwards)));
            await Assert.ThrowsAsync<SchemaSyncException>(() =>
                dying.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token));
            var finished = await MySqlServers.Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token);

            // After the last statement only the ledger is left to write, and the next run writes it.
            var isAtTheEnd = afterwards && at == steps;
            Assert.Equal(isAtTheEnd ? Outcome.NothingToDo : Outcome.Done, finished.Outcome);
            Assert.Equal(MySqlOracle.Describe(wanted), MySqlOracle.Describe(live));
            Assert.Equal(rows, live.Query(Question));
            Assert.Equal(isAtTheEnd ? "succeeded;succeeded" : "succeeded;interrupted;succeeded",
                live.Query("SELECT outcome FROM __schemasync_ledger ORDER BY started_at"));
        }
    }

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task Killed_between_any_two_calls_the_next_run_finishes(string name)
    {
        var server = TestServer.Of(name);
        using var directory = new TemporaryDirectory();
        using var former = server.CreateDatabase().Collated().Run(Before);
        using var wanted = server.CreateDatabase().Collated().Run(After);
        var start = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(former.Tenant, Token));
        var snapshot = await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token);
        var file = directory.File("target.json");
        await SnapshotFile.SaveAsync(file, snapshot, Token);

        var calls = Kills;
        for (var n = 0; n <= Kills; n++)
        {
            using var live = server.CreateDatabase().Collated();
            await MySqlServers.Engine.SyncTenantAsync(live.Tenant, start, execute: true, MySqlServers.Ours, Token);
            live.Run(Rows);
            var rows = live.Query(Question);
            // The first run is undisturbed, and tells how many calls there are.
            var fault = n == 0 ? "" : $"call:{n * calls / Kills}";
            var (exitCode, output) = await CrashRun.StartAsync([server.Provider, live.Tenant.ConnectionString, "", file], fault);
            Assert.True(exitCode == (n == 0 ? 0 : CrashRun.Killed), $"{fault} of {calls} ended with {exitCode}: {output}");
            if (n == 0) calls = int.Parse(output.Trim().Split('\n')[^1].Split(' ')[2], CultureInfo.InvariantCulture);
            Assert.True(calls > 3 * Kills, output);
            Assert.Equal(rows, live.Query(Question));

            await MySqlServers.Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(snapshot), execute: true, MySqlServers.Ours, Token);
            Assert.Equal(MySqlOracle.Describe(wanted), MySqlOracle.Describe(live));
            Assert.Equal(rows, live.Query(Question));
            Assert.Equal("0", live.Query("SELECT count(*) FROM __schemasync_ledger WHERE outcome = 'running'"));
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;
}
