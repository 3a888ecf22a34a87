using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Two schemas between which lie a rename, the rewriting of a table and a new partition, with rows that have to stay; and an application
/// that goes on writing meanwhile.
/// </summary>
public sealed class FaultScene : IDisposable
{
    private const string PostgreSqlBefore = """
        CREATE TABLE customer (id integer PRIMARY KEY, email varchar(50), note text);
        CREATE TABLE orders (id integer NOT NULL, customer_id integer REFERENCES customer, total numeric(10,2)) PARTITION BY RANGE (id);
        CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (1000);
        CREATE VIEW v AS SELECT email FROM customer;
        """;

    private const string PostgreSqlAfter = """
        CREATE TABLE customer (id integer PRIMARY KEY, email varchar(50) NOT NULL, remark text, phone text);
        CREATE TABLE orders (id integer NOT NULL, customer_id integer REFERENCES customer, total numeric(14,4)) PARTITION BY RANGE (id);
        CREATE TABLE orders_1 PARTITION OF orders FOR VALUES FROM (0) TO (1000);
        CREATE TABLE orders_2 PARTITION OF orders FOR VALUES FROM (1000) TO (2000);
        CREATE INDEX by_email ON customer (email);
        CREATE VIEW v AS SELECT email, phone FROM customer;
        """;

    private const string MySqlBefore = """
        CREATE TABLE customer (id int PRIMARY KEY, email varchar(50), note varchar(20));
        CREATE TABLE orders (id int NOT NULL, customer_id int, total decimal(10,2), PRIMARY KEY (id)) PARTITION BY RANGE (id) (PARTITION p1
            VALUES LESS THAN (1000));
        CREATE VIEW v AS SELECT email FROM customer
        """;

    private const string MySqlAfter = """
        CREATE TABLE customer (id int PRIMARY KEY, email varchar(50) NOT NULL, remark varchar(20), phone varchar(20), KEY by_email (email));
        CREATE TABLE orders (id int NOT NULL, customer_id int, total decimal(14,4), PRIMARY KEY (id)) PARTITION BY RANGE (id) (PARTITION p1
            VALUES LESS THAN (1000), PARTITION p2 VALUES LESS THAN (2000));
        CREATE VIEW v AS SELECT email, phone FROM customer
        """;

    private static readonly SchemaSyncEngine Engine =
        new(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter()));

    private readonly TestServer _server;
    private readonly TestDatabase _wanted;
    private readonly SchemaTarget _start;
    private readonly Dictionary<int, string> _after = [];

    public FaultScene(TestServer server)
    {
        _server = server;
        _wanted = Create().Run(server.IsPostgreSql ? PostgreSqlAfter : MySqlAfter);
        using var former = Create().Run(Before);
        _start = SchemaTarget.Of(Engine.SnapshotAsync(former.Tenant, Token).GetAwaiter().GetResult());
        var wanted = Engine.SnapshotAsync(_wanted.Tenant, Token).GetAwaiter().GetResult();
        Target = SchemaTarget.Of(new Snapshot
        {
            Form = wanted.Form, Objects = wanted.Objects,
            Intents = [new(IntentKind.RenamedFrom, ObjectId.In(ObjectKind.Column, new("customer"), new("remark")), new("note"))],
        });
    }

    public static ExecutionOptions Everything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    public SchemaTarget Target { get; }

    private string Before => _server.IsPostgreSql ? PostgreSqlBefore : MySqlBefore;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose() => _wanted.Dispose();

    /// <summary>A database in the start state, which a run of ours made, with rows.</summary>
    public async Task<TestDatabase> LiveAsync()
    {
        var live = Create();
        await Engine.SyncTenantAsync(live.Tenant, _start, execute: true, Everything, Token);
        return live.Run(Numbers("INSERT INTO customer (id, email, note) SELECT n, concat('c', n), 'kept' FROM numbers;", 300)
            + Numbers("INSERT INTO orders SELECT n, 1 + n % 300, n * 1.25 FROM numbers;", 900));
    }

    public Task<Plan> PlanAsync(TestDatabase live) => Engine.PlanAsync(live.Tenant, Target, new(), Token);

    /// <summary>What is in the rows, by checksum; those that the application adds left out.</summary>
    public string Rows(TestDatabase live) => _server.IsPostgreSql
        ? live.Query(
            "SELECT (SELECT md5(string_agg(id || ':' || email, ';' ORDER BY id)) FROM customer WHERE id <= 300), (SELECT "
                + "md5(string_agg(id || ':' || customer_id || ':' || total::numeric(10,2), ';' ORDER BY id)) FROM orders WHERE id <= 900)")
        : live.Query(
            "SELECT (SELECT SUM(CRC32(CONCAT(id, ':', email))) FROM customer WHERE id <= 300), (SELECT SUM(CRC32(CONCAT(id, ':', "
                + "customer_id, ':', CAST(total AS DECIMAL(10,2))))) FROM orders WHERE id <= 900)");

    /// <summary>What the server itself says about the schema.</summary>
    public string Describe(TestDatabase database) =>
        _server.IsPostgreSql ? PostgreSqlOracle.Describe(new PostgreSqlSchema(database)) : MySqlOracle.Describe(database);

    /// <summary>The same without indexes that were not built to their end.</summary>
    public static string Finished(string description) =>
        string.Join(';',
            description.Split(';')
                .Where(l => !(l.StartsWith("index ", StringComparison.Ordinal) && l.Contains(" valid=f ", StringComparison.Ordinal))));

    /// <summary>The schema after so many statements of a plan, made by hand.</summary>
    public string DescribeAfter(Plan plan, int statements)
    {
        if (_after.TryGetValue(statements, out var known)) return known;
        using var copy = Create().Run(Before);
        foreach (var step in plan.Steps.Where(s => !s.IsAssertion).Take(statements)) copy.Run(step.Sql);
        return _after[statements] = Describe(copy);
    }

    /// <summary>Waits until a server that was away answers. The test's own connections that are kept have died with it.</summary>
    public async Task AnswersAsync(TestDatabase live)
    {
        NpgsqlConnection.ClearAllPools();
        foreach (var database in new[] { live, _wanted })
        {
            while (Record.Exception(() => database.Query("SELECT 1")) is not null) await Task.Delay(50, Token);
        }
    }

    /// <summary>Waits until no session of the run is left, or the server has rolled back what one held.</summary>
    public async Task QuietAsync(TestDatabase live)
    {
        var sessions = _server.IsPostgreSql
            ? "SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND application_name = 'SchemaSync' AND (state "
                + "<> 'idle' OR pid IN (SELECT pid FROM pg_locks WHERE locktype = 'advisory'))"
            : $"SELECT count(*) FROM information_schema.PROCESSLIST WHERE DB = '{live.Name}' AND ID <> CONNECTION_ID()";
        while (live.Query(sessions) != "0") await Task.Delay(20, Token);
    }

    /// <summary>The next run finishes, every row is there, and the ledger tells the truth.</summary>
    public async Task RecoversAsync(TestDatabase live, string rows, string what)
    {
        Assert.True(rows == Rows(live), $"rows are lost after {what}");
        await Engine.SyncTenantAsync(live.Tenant, Target, execute: true, Everything, Token);
        Assert.True((await Engine.ValidateAsync(live.Tenant, Target, Token)).IsEqual, $"the next run did not finish after {what}");
        Assert.Equal(Describe(_wanted), Describe(live));
        Assert.True(rows == Rows(live), $"rows are lost in the run after {what}");
        var runs = await Engine.AuditAsync(live.Tenant, Token);
        Assert.True(runs[0].Outcome == LedgerEntry.Succeeded && runs.All(r => r.Outcome != LedgerEntry.Running),
            $"after {what} the ledger says {string.Join(", ", runs.Select(r => r.Outcome))}");
    }

    private TestDatabase Create() => _server.IsPostgreSql ? _server.CreateDatabase() : _server.CreateDatabase().Collated();

    /// <summary>A statement over the numbers up to one.</summary>
    public string Numbers(string sql, int count) => _server.IsPostgreSql
        ? $"WITH numbers AS (SELECT generate_series(1, {count}) AS n) {sql}"
        : sql.Replace("FROM numbers",
            $"FROM (WITH RECURSIVE numbers (n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM numbers WHERE n < {count}) SELECT n FROM "
                + "numbers) numbers", StringComparison.Ordinal);
}
