namespace SchemaSync.Adapters.Tests;

/// <summary>What makes many tenants fast takes nothing from what holds for one.</summary>
public sealed class AtOnceTests
{
    private const string Ledgers = """
        SELECT string_agg(DISTINCT r, '|')
        FROM (SELECT string_agg(outcome, ',') AS r FROM __schemasync.__schemasync_ledger GROUP BY tenant) x
        """;

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_statement_of_a_message_that_fails_is_named()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var session = await new PostgreSqlAdapter().OpenAsync(database.Tenant, SessionAccess.Write, Token);
        await using (session)
        {
            await session.Runner.BeginAsync(TransactionMode.Shared, Token);
            var ended = new List<int>();
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => session.Runner.ExecuteTogetherAsync(
                [Step("one", "CREATE TABLE one (id int)"), Step("two", "CREATE TABLE two (id nosuchtype)"),
                    Step("three", "CREATE TABLE three (id int)")], ended.Add, Token));
            Assert.Equal([1], ended);
            Assert.Equal("two", failure.Diagnostics.Single().Subject!.Value.Name.Value);
            Assert.Contains("nosuchtype", failure.Message, StringComparison.Ordinal);
        }

        Assert.Equal("0", database.Query("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'"));
    }

    [Fact]
    public async Task A_statement_of_a_message_waits_for_its_lock_and_tries_again()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run("CREATE TABLE busy (id int)");
        using var other = new Npgsql.NpgsqlConnection(database.Tenant.ConnectionString);
        await other.OpenAsync(Token);
        var held = await other.BeginTransactionAsync(Token);
        await new Npgsql.NpgsqlCommand("LOCK TABLE busy", other).ExecuteNonQueryAsync(Token);
        var session = await new PostgreSqlAdapter().OpenAsync(database.Tenant, SessionAccess.Write, Token);
        await using (session)
        {
            await session.Runner.BeginAsync(TransactionMode.Shared, Token);
            var running = session.Runner.ExecuteTogetherAsync([Step("one", "CREATE TABLE one (id int)"),
                Step("busy", "ALTER TABLE busy ADD COLUMN more int")], _ => { }, Token);
            await Task.Delay(TimeSpan.FromSeconds(4), Token);
            await held.RollbackAsync(Token);
            await running;
            await session.Runner.CommitAsync(Token);
        }

        Assert.Equal("busy;one", database.Query("SELECT tablename FROM pg_tables WHERE schemaname = 'public' ORDER BY 1"));
    }

    [Fact]
    public async Task Each_tenant_is_planned_from_what_it_holds_and_told_to_its_own_ledger()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var tenants = Tenants(database, 6);
        Assert.Equal(6, (await SyncAsync(tenants, await TargetAsync(database, "id int PRIMARY KEY"))).Count(TenantState.Done));
        database.Run("ALTER TABLE t_3.things ADD COLUMN note text; INSERT INTO t_3.things VALUES (1, 'kept')");
        var report = await SyncAsync(tenants, await TargetAsync(database, "id int PRIMARY KEY, note text"));
        Assert.Equal((5, 1), (report.Count(TenantState.Done), report.Count(TenantState.Equal)));
        Assert.Equal("kept", database.Query("SELECT note FROM t_3.things"));
        Assert.Equal("succeeded|succeeded,succeeded", database.Query(Ledgers));
        Assert.Equal(6, (await SyncAsync(tenants, await TargetAsync(database, "id int PRIMARY KEY, note text"))).Count(TenantState.Equal));
    }

    [Fact]
    public async Task A_tenant_on_which_another_run_is_at_work_is_told_and_the_others_are_done()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var tenants = Tenants(database, 4);
        await SyncAsync(tenants, await TargetAsync(database, "id int PRIMARY KEY"));
        var session = await new PostgreSqlAdapter().OpenAsync(tenants[2], SessionAccess.Write, Token);
        await using (session)
        {
            await session.Runner.LockAsync(TimeSpan.FromSeconds(1), Token);
            var report = await SyncAsync(tenants, await TargetAsync(database, "id int PRIMARY KEY, note text"));
            Assert.Equal((3, 1), (report.Count(TenantState.Done), report.Count(TenantState.Failed)));
            Assert.Equal("SSY0501", report.Tenants[2].Diagnostics.Single().Entry.Code);
        }
    }

    private static Task<FleetReport> SyncAsync(IReadOnlyList<TenantContext> tenants, SchemaTarget target) =>
        new TenantFleet(Engine).SyncAsync(TenantList.Of(tenants), target, execute: true,
            new() { LockTimeout = TimeSpan.FromMilliseconds(200) }, new() { Parallelism = 2, StopAfter = 0, Canaries = 1 }, Token);

    private static List<TenantContext> Tenants(TestDatabase database, int count) =>
        [.. Enumerable.Range(0, count).Select(i => database.Tenant with { Id = $"t_{i}", Schema = $"t_{i}" })];

    private static async Task<SchemaTarget> TargetAsync(TestDatabase database, string columns)
    {
        database.Run($"DROP SCHEMA IF EXISTS model CASCADE; CREATE SCHEMA model; CREATE TABLE model.things ({columns}); "
            + "CREATE TABLE model.others (id int PRIMARY KEY, thing int REFERENCES model.things)");
        return SchemaTarget.Of(await Engine.SnapshotAsync(database.Tenant with { Schema = "model" }, Token));
    }

    private static Step Step(string table, string sql) =>
        new() { Sql = sql, Serves = $"add table {table}", Subject = ObjectId.Top(ObjectKind.Table, new(new Identifier(table))) };
}
