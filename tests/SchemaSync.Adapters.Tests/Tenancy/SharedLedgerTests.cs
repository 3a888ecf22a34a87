using SchemaSync.Engine.Tests.Execution;

namespace SchemaSync.Adapters.Tests;

/// <summary>Schemas of one database keep one ledger, in which each sees its own runs and no others.</summary>
public sealed class SharedLedgerTests
{
    private const string Runs = "__schemasync.__schemasync_ledger";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PostgreSql 13")]
    [InlineData("PostgreSql 18")]
    public async Task Many_schemas_have_three_tables_among_them_and_each_its_own_runs(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var names = Enumerable.Range(1, 16).Select(i => $"t{i}").ToList();
        Assert.Equal(16, (await FleetAsync(database, names, "a")).Count(TenantState.Done));
        Assert.Equal(16, (await FleetAsync(database, names, "a", "b")).Count(TenantState.Done));
        Assert.Equal("__schemasync|3", database.Query(
            "SELECT schemaname, count(*) FROM pg_tables WHERE tablename LIKE '\\_\\_schemasync%' GROUP BY 1"));
        Assert.Equal("16|2", database.Query($"SELECT count(DISTINCT tenant), count(*) / 16 FROM {Runs}"));
        var (first, second) = (Tenant(database, "t1"), Tenant(database, "t2"));
        Assert.Equal(2, (await Engine.AuditAsync(first, Token)).Count);
        Assert.All(await Engine.AuditAsync(first, Token), r => Assert.Single(r.Steps));
        await Engine.ApplyAsync(first, await Engine.PlanRevertAsync(first, Token), LedgerScene.Anything, Token);
        Assert.Equal((3, 2), ((await Engine.AuditAsync(first, Token)).Count, (await Engine.AuditAsync(second, Token)).Count));
        Assert.True((await Engine.ValidateAsync(second, Target("a", "b"), Token)).IsEqual);
        // Nobody manages it, and nobody is told of it.
        Assert.DoesNotContain((await Engine.SnapshotAsync(first with { Schemas = ["*"] }, Token)).Objects, o => o is Schema
            && o.LocalName.Value.StartsWith("__", StringComparison.Ordinal));
        Assert.DoesNotContain("__schemasync", await Engine.NotLookedAtAsync(first, Token));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.SnapshotAsync(Tenant(database, "__schemasync"), Token));
        Assert.Equal("SSY0240", refused.Diagnostics[0].Entry.Code);
    }

    [Fact]
    public async Task What_somebody_else_runs_is_not_ended_by_a_run()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        await FleetAsync(database, ["a", "b"], "a");
        database.Run($"UPDATE {Runs} SET outcome = 'running' WHERE tenant = 'b'");
        await FleetAsync(database, ["a"], "a", "b");
        Assert.Equal("running", Assert.Single(await Engine.AuditAsync(Tenant(database, "b"), Token)).Outcome);
        await FleetAsync(database, ["b"], "a", "b");
        Assert.Equal(["succeeded", "interrupted"], (await Engine.AuditAsync(Tenant(database, "b"), Token)).Select(r => r.Outcome));
    }

    [Fact]
    public async Task A_ledger_is_continued_where_it_is_and_begins_where_it_is_told_to()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var own = Tenant(database, "old") with { Ledger = LedgerPlace.Own };
        await Engine.SyncTenantAsync(own, Target("a"), true, LedgerScene.Anything, Token);
        await FleetAsync(database, ["old", "new"], "a", "b");
        Assert.Equal("2", database.Query("SELECT count(*) FROM old.__schemasync_ledger"));
        Assert.Equal("new", database.Query($"SELECT tenant FROM {Runs}"));
        // One alone, whatever it is told, finds what the run over all of them wrote, and the next one joins.
        await Engine.SyncTenantAsync(Tenant(database, "new") with { Ledger = LedgerPlace.Own }, Target("a"), true,
            LedgerScene.Anything, Token);
        await Engine.SyncTenantAsync(Tenant(database, "later"), Target("a"), true, LedgerScene.Anything, Token);
        Assert.Equal("later|1;new|2", database.Query($"SELECT tenant, count(*) FROM {Runs} GROUP BY 1 ORDER BY 1"));
        using var single = TestServer.PostgreSql15.CreateDatabase();
        await Engine.SyncTenantAsync(Tenant(single, "lone"), Target("a"), true, LedgerScene.Anything, Token);
        Assert.Equal("1", single.Query("SELECT count(*) FROM lone.__schemasync_ledger"));
    }

    [Fact]
    public async Task Two_ledgers_of_one_schema_are_told_and_the_one_in_it_can_be_put_aside()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        await FleetAsync(database, ["a"], "a");
        var tenant = Tenant(database, "a");
        foreach (var sql in new PostgreSqlDialect(PostgreSqlCapabilities.Offline, "a").Ledger.Create) database.Run(sql);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(tenant, Target("a", "b"), true, LedgerScene.Anything, Token));
        Assert.Equal("SSY0518", refused.Diagnostics[0].Entry.Code);
        Assert.Contains("there are two", refused.Message, StringComparison.Ordinal);
        Assert.Equal(3, (await Engine.SetLedgerAsideAsync(tenant, Token)).Count);
        await Engine.SyncTenantAsync(tenant, Target("a", "b"), true, LedgerScene.Anything, Token);
        Assert.Equal(2, (await Engine.AuditAsync(tenant, Token)).Count);
    }

    [Fact]
    public async Task A_run_waits_for_no_row_of_another()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        await FleetAsync(database, ["a", "b"], "a");
        using var other = database.Server.Connect(database.ConnectionString);
        using var command = other.CreateCommand();
        command.CommandText = $"""
            BEGIN; INSERT INTO {Runs} SELECT tenant, 'other', format, started_at, finished_at, who, host, tool_version, action, plan_hash,
              from_fingerprint, to_fingerprint, outcome, place FROM {Runs} WHERE tenant = 'a';
            UPDATE {Runs} SET outcome = 'running' WHERE tenant = 'a';
            UPDATE __schemasync.__schemasync_snapshots SET json = '' WHERE tenant = 'a'
            """;
        command.ExecuteNonQuery();
        var clock = System.Diagnostics.Stopwatch.StartNew();
        Assert.Equal(2, (await FleetAsync(database, ["b", "c"], "a", "b")).Count(TenantState.Done));
        Assert.InRange(clock.Elapsed.TotalSeconds, 0, 20);
    }

    [Fact]
    public async Task What_one_tenant_costs_does_not_grow_with_the_others()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        await FleetAsync(database, ["a"], "a");
        database.Run($"""
            INSERT INTO {Runs} SELECT 't' || i, run_id, format, started_at, finished_at, who, host, tool_version, action, plan_hash,
              from_fingerprint, to_fingerprint, outcome, place FROM {Runs}, generate_series(1, 20000) i;
            ANALYZE {Runs}
            """);
        var ledger = new SharedLedger("a");
        Assert.Contains("Index Scan", database.Query(
            $"EXPLAIN SELECT max(finished_at) FROM {Runs}{ledger.Where("__schemasync_ledger")}"), StringComparison.Ordinal);
        Assert.DoesNotContain("Seq Scan on __schemasync_ledger", database.Query("EXPLAIN " + ledger.Begun[0]), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_account_that_may_create_no_schema_is_told_what_to_do_and_may_keep_its_own()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run("CREATE SCHEMA a; CREATE SCHEMA b");
        var account = Account(database, "a", "b");
        try
        {
            // Who may make scratch schemas, and none that stays.
            database.Run($"GRANT CREATE ON DATABASE {database.Name} TO {database.Name[..20]}; CREATE SCHEMA __schemasync");
            var refused = Assert.Single((await new TenantFleet(Engine).SyncAsync(Directory(account, "a"), Target("a"), true,
                LedgerScene.Anything, new(), Token)).Tenants);
            Assert.Equal("SSY0612", refused.Diagnostics[0].Entry.Code);
            Assert.Equal("0", database.Query("SELECT count(*) FROM pg_tables WHERE schemaname = 'a'"));
            var own = new TenantTemplate(new PostgreSqlAdapter(), account) { Schema = "{tenant}", Ledger = LedgerPlace.Own };
            var done = await new TenantFleet(Engine).SyncAsync(TenantList.OfNames(["a", "b"], own), Target("a"), true,
                LedgerScene.Anything, new(), Token);
            Assert.Equal(2, done.Count(TenantState.Done));
            Assert.Equal("1", database.Query("SELECT count(*) FROM a.__schemasync_ledger"));
            database.Run("DROP SCHEMA __schemasync");
            await FleetAsync(database, ["c"], "a");
            var told = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.SyncTenantAsync(
                Tenant(database, "d") with { ConnectionString = account }, Target("a"), true, LedgerScene.Anything, Token));
            Assert.Contains("which the account may not read", told.Message, StringComparison.Ordinal);
            Assert.Contains("--ledger Own", told.Message, StringComparison.Ordinal);
        }
        finally
        {
            database.Run($"DROP OWNED BY {database.Name[..20]} CASCADE; DROP ROLE {database.Name[..20]}");
        }
    }

    [Fact]
    public async Task Tables_that_somebody_else_put_there_first_are_not_believed()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var role = database.Name[..20];
        Account(database);
        try
        {
            var tables = string.Join(';', new SharedLedger("a").Create);
            database.Run($"CREATE SCHEMA __schemasync AUTHORIZATION {role}; SET ROLE {role}; {tables}");
            var refused = Assert.Single((await FleetAsync(database, ["a"], "a")).Tenants);
            Assert.Equal("SSY0518", refused.Diagnostics[0].Entry.Code);
            Assert.Contains("belongs to", refused.Diagnostics[0].Message, StringComparison.Ordinal);
            Assert.DoesNotContain("set-aside", refused.Diagnostics[0].Message, StringComparison.Ordinal);
        }
        finally
        {
            database.Run($"DROP OWNED BY {role} CASCADE; DROP ROLE {role}");
        }
    }

    [Fact]
    public async Task A_schema_that_gets_the_name_of_a_dropped_one_does_not_get_its_past()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        await FleetAsync(database, ["a", "b"], "a");
        database.Run("DROP SCHEMA a CASCADE; CREATE SCHEMA a; CREATE TABLE a.t (id bigint PRIMARY KEY, theirs int)");
        Assert.Empty(await Engine.AuditAsync(Tenant(database, "a"), Token));
        await Engine.SyncTenantAsync(Tenant(database, "a"), LedgerScene.Target(ProviderNames.PostgreSql, "u", "a"), true,
            LedgerScene.Anything, Token);
        Assert.Equal("t;u", database.Query("SELECT tablename FROM pg_tables WHERE schemaname = 'a' ORDER BY 1"));
        Assert.Equal("a|1;b|1", database.Query($"SELECT tenant, count(*) FROM {Runs} GROUP BY 1 ORDER BY 1"));
        // A database that was restored has other oids everywhere.
        database.Run($"UPDATE {Runs} SET place = '1/2'");
        await FleetAsync(database, ["b"], "a", "b");
        Assert.Equal(2, (await Engine.AuditAsync(Tenant(database, "b"), Token)).Count);
    }

    [Fact]
    public async Task A_row_that_cannot_be_read_is_put_aside_for_its_tenant_alone()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        await FleetAsync(database, ["a", "b"], "x");
        var scene = new LedgerScene(Engine, Tenant(database, "a") with { SharesDatabase = true }, sql => database.Run(sql), database.Query);
        database.Run("DROP SCHEMA a CASCADE");
        await scene.DamagedAsync("UPDATE __schemasync.__schemasync_snapshots SET json = 'x' WHERE tenant = 'a'", "no snapshot");
        Assert.Single(await Engine.AuditAsync(Tenant(database, "b"), Token));
        database.Run("ALTER TABLE __schemasync.__schemasync_ledger RENAME COLUMN format TO formed");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.SetLedgerAsideAsync(Tenant(database, "b"), Token));
        Assert.Contains("other tenants have theirs there as well", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_script_writes_the_ledger_that_a_run_would()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        foreach (var name in new[] { "a@run's", "b\\\"@sql" })
        {
            var tenant = Tenant(database, name) with { SharesDatabase = true };
            var run = await Psql.RunAsync(database, await Engine.ScriptAsync(tenant, Target("a"), new(), Token));
            run.Succeeded();
            Assert.Single((await Engine.AuditAsync(tenant, Token))[0].Steps);
            Assert.True((await Engine.ValidateAsync(tenant, Target("a"), Token)).IsEqual);
            await Engine.SyncTenantAsync(tenant, Target("a", "b"), true, LedgerScene.Anything, Token);
            Assert.Equal(2, (await Engine.AuditAsync(tenant, Token)).Count);
        }
    }

    private static SchemaTarget Target(params string[] columns) => LedgerScene.Target(ProviderNames.PostgreSql, "t", columns);

    private static TenantContext Tenant(TestDatabase database, string schema) => database.Tenant with { Schema = schema };

    private static ITenantDirectory Directory(string connection, params IReadOnlyList<string> names) =>
        TenantList.OfNames(names, new(new PostgreSqlAdapter(), connection) { Schema = "{tenant}" });

    private static Task<FleetReport> FleetAsync(TestDatabase database, IReadOnlyList<string> names, params string[] columns) =>
        new TenantFleet(Engine).SyncAsync(Directory(database.ConnectionString, names), Target(columns), execute: true,
            LedgerScene.Anything, new() { Parallelism = 8, Canaries = 0 }, Token);

    private static string Account(TestDatabase database, params string[] schemas)
    {
        var role = database.Name[..20];
        database.Run($"CREATE ROLE {role} LOGIN"
            + string.Concat(schemas.Select(s => $"; ALTER SCHEMA {s} OWNER TO {role}")));
        return new Npgsql.NpgsqlConnectionStringBuilder(database.ConnectionString) { Username = role, Pooling = false }.ConnectionString;
    }
}
