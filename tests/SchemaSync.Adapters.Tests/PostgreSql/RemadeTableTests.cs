namespace SchemaSync.Adapters.Tests;

/// <summary>Tables that are partitioned otherwise, beside what others have on them.</summary>
public sealed class RemadeTableTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private const string Plain = "CREATE TABLE t (id integer NOT NULL, a text)";

    private const string Partitioned =
        "CREATE TABLE t (id integer NOT NULL, a text) PARTITION BY LIST (id); CREATE TABLE t1 PARTITION OF t DEFAULT";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ExecutionOptions Everything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    [Fact]
    public async Task A_partition_that_nobody_declared_does_not_go_with_its_table()
    {
        using var live = Schema(Partitioned + "; CREATE TABLE theirs PARTITION OF t FOR VALUES IN (7); INSERT INTO t VALUES (7, 'x')");
        var target = await Target(Partitioned.Replace("LIST (id)", "LIST (a)", StringComparison.Ordinal));
        await Recorded(live);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0305", refused.Diagnostics[0].Entry.Code);
        Assert.Contains("theirs is a partition of it that nobody declared", refused.Message, StringComparison.Ordinal);
        Assert.Equal("7|x", live.Query("SELECT * FROM theirs"));
    }

    [Fact]
    public async Task A_partition_that_came_meanwhile_is_noticed_before_the_first_statement()
    {
        using var live = Schema(Partitioned);
        var plan = await Engine.PlanAsync(live.Tenant, await Target(Plain), new(IncludeUnmanaged: true), Token);
        live.Run("CREATE TABLE late PARTITION OF t FOR VALUES IN (7)");
        await RefusedAsync(live, plan, "late");
        Assert.Equal("0", live.Query("SELECT count(*) FROM late"));
    }

    [Fact]
    public async Task A_table_that_is_published_is_not_taken_out_of_its_publication()
    {
        using var live = Schema(Plain);
        var name = $"pub_{Guid.NewGuid():n}";
        live.Run($"CREATE PUBLICATION {name} FOR TABLE t");
        try
        {
            await RefusedAsync(live, await Engine.PlanAsync(live.Tenant, await Target(Partitioned), new(), Token), name);
            Assert.Equal("t", live.Query($"SELECT tablename FROM pg_publication_tables WHERE pubname = '{name}'"));
        }
        finally
        {
            live.Run($"DROP PUBLICATION {name}");
        }
    }

    [Fact]
    public async Task A_security_label_is_not_lost_on_the_way()
    {
        // A server without a provider of labels takes them from its catalogue alone.
        const string label = "SET allow_system_table_mods = on; INSERT INTO pg_seclabel VALUES ({0}::regclass, 'pg_class'::regclass, {1}, "
            + "'their_provider', 'secret'); RESET allow_system_table_mods";
        foreach (var (start, target, on, column) in new[] { (Plain, Partitioned, "'t'", 2), (Partitioned, Plain, "'t1'", 0) })
        {
            using var live = Schema(start);
            live.Run(string.Format(System.Globalization.CultureInfo.InvariantCulture, label, on, column));
            await RefusedAsync(live, await Engine.PlanAsync(live.Tenant, await Target(target), new(IncludeUnmanaged: true), Token),
                "their_provider");
            Assert.Equal("secret", live.Query($"SELECT label FROM pg_seclabel WHERE objoid = {on}::regclass"));
        }
    }

    [Fact]
    public async Task A_trigger_that_nobody_declared_is_told_as_one_of_others()
    {
        const string function = "CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS 'BEGIN RETURN NEW; END'";
        using var live = Schema($"{Plain}; {function}; CREATE TRIGGER theirs BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f()");
        var plan = await Engine.PlanAsync(live.Tenant, await Target(Partitioned), new(), Token);
        Assert.Contains(plan.AllHazards, h => h.Code == "SSY0414");
    }

    [Fact]
    public async Task Statistics_of_others_on_it_are_no_reason_to_lose_them()
    {
        using var live = Schema($"{Plain}; CREATE STATISTICS s ON id, a FROM t");
        var target = await Target(Partitioned);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0305", refused.Diagnostics[0].Entry.Code);
    }

    [Fact]
    public async Task Rights_and_numbers_stay()
    {
        using var live = Schema("CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, a text); GRANT SELECT ON t TO PUBLIC; "
            + "INSERT INTO t (a) SELECT 'x' FROM generate_series(1, 20); DELETE FROM t WHERE id > 5");
        var target = await Target("CREATE TABLE t (id integer GENERATED ALWAYS AS IDENTITY, a text) PARTITION BY LIST (a); "
            + "CREATE TABLE t1 PARTITION OF t DEFAULT");
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanAsync(live.Tenant, target, new(), Token), Everything, Token);
        Assert.Equal("21|t", live.Query("INSERT INTO t (a) VALUES ('y') RETURNING id, (SELECT 'PUBLIC=r' LIKE 'PUBLIC%' AND "
            + "EXISTS (SELECT FROM pg_class c, aclexplode(relacl) x WHERE c.oid = 't'::regclass AND grantee = 0))"));
        Assert.Equal("6", live.Query("SELECT count(*) FROM t"));
    }

    [Fact]
    public async Task A_row_that_does_not_come_back_stops_the_run()
    {
        using var live = Schema(Plain + "; INSERT INTO t VALUES (1, 'x')");
        var plan = await Engine.PlanAsync(live.Tenant, await Target(Partitioned), new(), Token);
        plan = plan with { Steps = plan.Steps.Where(s => !s.Sql.StartsWith("INSERT", StringComparison.Ordinal)).ToEquatableArray() };
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, Everything, Token));
        Assert.Contains("another number of rows", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1|x", live.Query("SELECT * FROM t"));
    }

    private static async Task RefusedAsync(PostgreSqlSchema live, Plan plan, string what)
    {
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, Everything, Token));
        Assert.Equal("SSY0503", refused.Diagnostics[0].Entry.Code);
        Assert.Contains(what, refused.Message, StringComparison.Ordinal);
    }

    private PostgreSqlSchema Schema(string sql) => new PostgreSqlSchema(server.Database, $"s_{Guid.NewGuid():n}").Run(sql);

    // What our first run made is ours, and nothing else.
    private async Task Recorded(PostgreSqlSchema live) => await Theirs.RecordRunAsync(new PostgreSqlAdapter(), live.Tenant,
        (await Target(Partitioned)).Snapshot!, (await Target(Partitioned)).Snapshot!.State(), Token);

    private async Task<SchemaTarget> Target(string sql)
    {
        using var wanted = Schema(sql);
        return SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
    }
}
