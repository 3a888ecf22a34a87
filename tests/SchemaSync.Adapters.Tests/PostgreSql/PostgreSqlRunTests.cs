using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>Runs beside others on one server: locks, sessions that end, what a run that died leaves.</summary>
public sealed class PostgreSqlRunTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Two_runs_on_one_schema_wait_for_each_other_and_two_schemas_do_not()
    {
        using var one = Schema("CREATE TABLE t (a int)");
        using var other = Schema("CREATE TABLE t (a int)");
        var adapter = new PostgreSqlAdapter();
        await using var holder = await adapter.OpenAsync(one.Tenant, SessionAccess.Write, Token);
        await holder.Runner.LockAsync(TimeSpan.FromSeconds(5), Token);
        await using var waiting = await adapter.OpenAsync(one.Tenant, SessionAccess.Write, Token);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => waiting.Runner.LockAsync(TimeSpan.FromMilliseconds(50), Token));
        Assert.Equal("SSY0501", failure.Diagnostics[0].Entry.Code);
        await using (var beside = await adapter.OpenAsync(other.Tenant, SessionAccess.Write, Token))
            await beside.Runner.LockAsync(TimeSpan.FromMilliseconds(50), Token);
        await holder.DisposeAsync();
        await waiting.Runner.LockAsync(TimeSpan.FromSeconds(5), Token);
    }

    [Fact]
    public async Task A_table_that_somebody_holds_is_waited_for_again_and_again()
    {
        using var live = Schema("CREATE TABLE t (a int); CREATE TABLE u (a int)");
        var target = await Target("CREATE TABLE t (a int, b int); CREATE TABLE u (a int, b int)");
        var plan = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true), Token);
        await using var holder = new NpgsqlConnection(server.Database.ConnectionString);
        await holder.OpenAsync(Token);
        await using var transaction = await holder.BeginTransactionAsync(Token);
        await Execute(holder, $"LOCK TABLE {live.Name}.u IN ACCESS SHARE MODE");
        var run = Engine.ApplyAsync(live.Tenant, plan, Everything, Token);
        // The first statement of the transaction has its lock, the second waits: it gives both up before it tries again.
        await Until($"SELECT count(*) FROM pg_locks WHERE NOT granted AND relation = '{live.Name}.u'::regclass", "1", run);
        await Until($"SELECT count(*) FROM pg_locks WHERE mode = 'AccessExclusiveLock' AND relation = '{live.Name}.t'::regclass", "0", run);
        await transaction.CommitAsync(Token);
        Assert.Equal(Outcome.Done, (await run).Outcome);
        Assert.Equal("4", live.Query("SELECT count(*) FROM pg_attribute WHERE attrelid IN ('t'::regclass, 'u'::regclass) AND attnum > 0"));
    }

    [Fact]
    public async Task A_session_that_is_ended_in_mid_plan_says_so_and_the_next_run_finishes()
    {
        using var live = Schema("CREATE TABLE t (a int); CREATE TABLE u (a int)").Run("INSERT INTO t SELECT generate_series(1, 11)");
        var target = await Target("CREATE TABLE t (a int NOT NULL); CREATE TABLE u (a int, b int); CREATE INDEX i ON t (a)");
        await using var holder = new NpgsqlConnection(server.Database.ConnectionString);
        await holder.OpenAsync(Token);
        // A concurrent build waits for every snapshot that is older than it, whatever it looks at.
        await using var transaction = await holder.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead, Token);
        await Execute(holder, "SELECT count(*) FROM pg_class");
        var run = Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token);
        await Until(
            "SELECT count(*) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONCURRENTLY%' AND wait_event_type = 'Lock' AND "
                + "datname = current_database()", "1", run);
        server.Database.Run(
            "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query LIKE 'CREATE INDEX CONCURRENTLY%' AND datname = "
                + "current_database() AND pid <> pg_backend_pid()");
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => run);
        Assert.Equal("SSY0215", failure.Diagnostics[0].Entry.Code);
        await transaction.CommitAsync(Token);

        Assert.Equal("f", live.Query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.Equal("t", live.Query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"));
        Assert.Equal("11", live.Query("SELECT count(*) FROM t"));
        Assert.Equal("", live.Query("SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass AND contype = 'c'"));
    }

    [Fact]
    public async Task An_index_that_a_failed_build_left_is_seen_and_built_again()
    {
        using var live = Schema("CREATE TABLE t (a int)").Run("INSERT INTO t VALUES (1), (1)");
        var target = await Target("CREATE TABLE t (a int); CREATE UNIQUE INDEX i ON t (a)");
        await using (var connection = new NpgsqlConnection(server.Database.ConnectionString))
        {
            await connection.OpenAsync(Token);
            await Assert.ThrowsAsync<PostgresException>(() =>
                Execute(connection, $"CREATE UNIQUE INDEX CONCURRENTLY i ON {live.Name}.t (a)"));
        }

        var seen = Assert.Single((await Engine.SnapshotAsync(live.Tenant, Token)).Tables.Single().Indexes);
        Assert.True(seen.Invalid);
        live.Run("DELETE FROM t");
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.Equal("t", live.Query("SELECT indisvalid FROM pg_index WHERE indexrelid = 'i'::regclass"));
    }

    [Fact]
    public async Task An_index_build_that_fails_leaves_nothing()
    {
        using var live = Schema("CREATE TABLE t (a int, b int)");
        var plan = await Engine.PlanAsync(live.Tenant, await Target("CREATE TABLE t (a int, b int); CREATE UNIQUE INDEX i ON t (a)"),
            new PlanOptions(IncludeUnmanaged: true), Token);
        // The question before the first step is answered well, and then somebody writes.
        live.Run("INSERT INTO t VALUES (1), (1)");
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.ApplyAsync(live.Tenant, plan with { DataChecks = [] }, Everything, Token));
        Assert.Equal("SSY0505", failure.Diagnostics[0].Entry.Code);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_index WHERE indrelid = 't'::regclass"));
    }

    [Fact]
    public async Task A_key_whose_index_was_left_by_a_run_that_died_takes_it_over()
    {
        using var live = Schema("CREATE TABLE t (a int); CREATE UNIQUE INDEX u ON t (a)");
        var plan = await Engine.PlanAsync(live.Tenant, await Target("CREATE TABLE t (a int, CONSTRAINT u UNIQUE (a))"),
            new PlanOptions(IncludeUnmanaged: true), Token);
        Assert.Equal(["ALTER TABLE \"t\" ADD CONSTRAINT \"u\" UNIQUE USING INDEX \"u\""], plan.Steps.Select(s => s.Sql));
        await Engine.ApplyAsync(live.Tenant, plan, Everything, Token);
        Assert.Equal("u", live.Query("SELECT conname FROM pg_constraint WHERE conrelid = 't'::regclass AND contype = 'u'"));
    }

    [Fact]
    public async Task Rights_and_owner_of_what_is_dropped_and_made_again_stay()
    {
        var role = $"r_{Guid.NewGuid():n}";
        server.Database.Run($"CREATE ROLE {role}");
        using var live =
            Schema($"CREATE TABLE t (a int, b int); CREATE VIEW v AS SELECT a, b FROM t; GRANT SELECT ON v TO {role} WITH GRANT "
                + $"OPTION; GRANT UPDATE (b) ON v TO {role}; CREATE FUNCTION f(x int) RETURNS int LANGUAGE sql AS 'SELECT 1'; REVOKE "
                + $"ALL ON FUNCTION f FROM PUBLIC; GRANT EXECUTE ON FUNCTION f TO {role}; ALTER VIEW v OWNER TO {role}");
        await Engine.SyncTenantAsync(live.Tenant,
            await Target(
                "CREATE TABLE t (a bigint, b int); CREATE VIEW v AS SELECT a, b FROM t; CREATE FUNCTION f(x int) RETURNS bigint "
                    + "LANGUAGE sql AS 'SELECT 1::bigint'"), execute: true, Everything, Token);
        Assert.Equal(role, live.Query("SELECT pg_get_userbyid(relowner) FROM pg_class WHERE oid = 'v'::regclass"));
        Assert.Equal("t|t",
            live.Query($"SELECT has_table_privilege('{role}', 'v', 'SELECT WITH GRANT "
                + $"OPTION'), has_column_privilege('{role}', 'v', 'b', 'UPDATE')"));
        Assert.Equal("t|0",
            live.Query($"SELECT has_function_privilege('{role}', 'f(int)', 'EXECUTE'), (SELECT count(*) FROM pg_proc, "
                + "aclexplode(proacl) WHERE oid = 'f(int)'::regprocedure AND grantee = 0)"));
    }

    [Fact]
    public async Task One_transaction_is_possible_for_those_who_ask_for_it()
    {
        using var live = Schema("CREATE TABLE t (a int)").Run("INSERT INTO t VALUES (1)");
        var target = await Target("CREATE TABLE t (a int NOT NULL CONSTRAINT c CHECK (a > 0)); CREATE INDEX i ON t (a)");
        var plan = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true, Transactional: true), Token);
        Assert.All(plan.Steps, s => Assert.Equal(TransactionMode.Shared, s.Transaction));
        Assert.DoesNotContain(plan.Steps, s => s.Sql.Contains("CONCURRENTLY", StringComparison.Ordinal));
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, plan, Everything with { Transactional = true }, Token)).Outcome);
    }

    [Fact]
    public async Task A_pooler_that_hands_out_other_sessions_is_refused_before_the_first_statement()
    {
        using var live = Schema("CREATE TABLE t (a int)");
        var target = await Target("CREATE TABLE t (a int, b int)");
        using var pooler = new PoolerProxy(server.Database.ConnectionString);
        var through = live.Tenant with { ConnectionString = pooler.ConnectionString };
        Assert.Single((await Engine.SnapshotAsync(through, Token)).Tables);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(through, target, execute: true, Everything, Token));
        Assert.Equal("SSY0215", refused.Diagnostics[0].Entry.Code);
        Assert.Contains("pooler", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", live.Query("SELECT count(*) FROM pg_attribute WHERE attrelid = 't'::regclass AND attnum > 0"));
    }

    private PostgreSqlSchema Schema(string sql) => new PostgreSqlSchema(server.Database, $"s_{Guid.NewGuid():n}").Run(sql);

    private async Task<SchemaTarget> Target(string sql)
    {
        using var wanted = Schema(sql);
        return SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
    }

    private async Task Until(string query, string expected, Task run)
    {
        while (server.Database.Query(query) != expected)
        {
            if (run.IsCompleted) await run;
            Assert.False(run.IsCompleted, $"the run ended before {query} gave {expected}");
            await Task.Delay(20, Token);
        }
    }

    private static async Task Execute(NpgsqlConnection connection, string sql)
    {
        await using var command = new NpgsqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(Token);
    }
}
