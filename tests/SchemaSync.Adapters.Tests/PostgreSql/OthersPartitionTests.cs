namespace SchemaSync.Adapters.Tests;

/// <summary>A partitioned table is declared, its partitions are made by somebody's job and declared nowhere.</summary>
public sealed class OthersPartitionTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private const string Table = "CREATE TABLE pp (id integer NOT NULL, a text) PARTITION BY RANGE (id)";

    private const string Tree = """
        CREATE TABLE p1 PARTITION OF pp FOR VALUES FROM (0) TO (10); CREATE TABLE rest PARTITION OF pp DEFAULT;
        CREATE TABLE p2 PARTITION OF pp FOR VALUES FROM (10) TO (30) PARTITION BY RANGE (id);
        CREATE TABLE p21 PARTITION OF p2 FOR VALUES FROM (10) TO (20); CREATE TABLE p22 PARTITION OF p2 FOR VALUES FROM (20) TO (30);
        INSERT INTO pp SELECT i, 'a' || i FROM generate_series(0, 40) i
        """;

    // Of every relation that has rows: its name and the columns of its valid indexes.
    private const string Indexes = """
        SELECT c.relname, array_agg(pg_get_indexdef(i.indexrelid, 1,
            true) || coalesce(',' || nullif(pg_get_indexdef(i.indexrelid, 2, true), '') , '') || CASE WHEN i.indisvalid THEN ''
            ELSE ' INVALID' END ORDER BY i.indexrelid DESC)
        FROM pg_class c LEFT JOIN pg_index i ON i.indrelid = c.oid WHERE c.relnamespace = current_schema()::regnamespace AND c.relkind = 'r'
            AND c.relname !~ '^__' GROUP BY 1 ORDER BY 1
        """;

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("CREATE INDEX pp_a ON pp (a)", "CREATE INDEX pp_a ON pp (a, id)", "a,id")]
    [InlineData("", "CREATE INDEX pp_a ON pp (a)", "a")]
    [InlineData("CREATE INDEX pp_a ON pp (a)", "CREATE INDEX pp_a ON pp (a DESC)", "a")]
    [InlineData("CREATE UNIQUE INDEX pp_a ON pp (id)", "CREATE UNIQUE INDEX pp_a ON pp (id, a)", "id,a")]
    [InlineData("ALTER TABLE pp ADD CONSTRAINT k UNIQUE (id)", "ALTER TABLE pp ADD CONSTRAINT k UNIQUE (id, a)", "id,a")]
    public async Task An_index_is_built_on_partitions_that_nobody_declared(string before, string after, string columns)
    {
        // A body that names its schema has the snapshot written anew (Home).
        using var live = Live(before);
        live.Run($"CREATE FUNCTION here() RETURNS bigint LANGUAGE sql AS 'SELECT count(*) FROM {live.Quoted}.pp'");
        var target = await Target(after);
        var plan = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token);
        Assert.True(plan.Proved);
        await Engine.ApplyAsync(live.Tenant, plan, Everything, Token);
        Assert.Equal($"p1|{{\"{columns}\"}};p21|{{\"{columns}\"}};p22|{{\"{columns}\"}};rest|{{\"{columns}\"}}".Replace("\"",
            columns.Contains(',', StringComparison.Ordinal) ? "\"" : "", StringComparison.Ordinal), live.Query(Indexes));
        Assert.Equal("t",
            live.Query("SELECT bool_and(indisvalid) FROM pg_index i JOIN pg_class c ON c.oid = indexrelid WHERE c.relnamespace = "
                + "current_schema()::regnamespace AND c.relkind = 'I'"));
        Assert.Equal("41", live.Query("SELECT count(*) FROM pp"));
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token)).IsEmpty);
    }

    [Fact]
    public async Task Where_one_partition_is_out_of_reach_the_server_builds_all_and_writers_wait()
    {
        using var elsewhere = new PostgreSqlSchema(server.Database, $"elsewhere_{Guid.NewGuid():n}");
        using var live =
            Live("CREATE INDEX pp_a ON pp (a)").Run($"CREATE TABLE {elsewhere.Quoted}.p3 PARTITION OF pp FOR VALUES FROM (100) TO (200)");
        var plan = await Engine.PlanAsync(live.Tenant, await Target("CREATE INDEX pp_a ON pp (a, id)"), new PlanOptions(), Token);
        Assert.Contains(plan.AllHazards, h => h.Code == "SSY0404");
        await Engine.ApplyAsync(live.Tenant, plan, Everything, Token);
        Assert.Equal("p1|{\"a,id\"};p21|{\"a,id\"};p22|{\"a,id\"};rest|{\"a,id\"}", live.Query(Indexes));
        Assert.Equal("a",
            live.Query($"SELECT pg_get_indexdef(indexrelid, 1, true) FROM pg_index WHERE indrelid = '{elsewhere.Quoted}.p3'::regclass"));
        live.Run("DROP TABLE pp");
    }

    [Theory]
    [InlineData("CREATE INDEX pp_a ON pp (a)", "CREATE UNIQUE INDEX pp_a ON pp (id, a)")]
    [InlineData("ALTER TABLE pp ADD CONSTRAINT k UNIQUE (id, a, b)", "ALTER TABLE pp ADD CONSTRAINT k UNIQUE (id, a)")]
    public async Task Rows_that_do_not_fit_cost_no_partition_its_index(string before, string after)
    {
        using var live = new PostgreSqlSchema(server.Database, $"live_{Guid.NewGuid():n}")
            .Run(Table.Replace("a text", "a text, b integer", StringComparison.Ordinal)).Run(before).Run(Tree)
            .Run("INSERT INTO pp VALUES (1, 'a1', 7)");
        var had = live.Query(Indexes);
        var plan = await Engine.PlanAsync(live.Tenant, await Target(after, "a text, b integer"), new PlanOptions(), Token);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, Everything, Token));
        Assert.Equal("SSY0503", refused.Diagnostics[0].Entry.Code);
        Assert.Equal(had, live.Query(Indexes));
    }

    [Fact]
    public async Task A_partition_that_comes_after_the_plan_is_noticed_before_the_first_statement()
    {
        using var live = Live("CREATE INDEX pp_a ON pp (a)");
        var plan = await Engine.PlanAsync(live.Tenant, await Target("CREATE INDEX pp_a ON pp (a, id)"), new PlanOptions(), Token);
        live.Run("CREATE TABLE p9 PARTITION OF pp FOR VALUES FROM (900) TO (1000)");
        var had = live.Query(Indexes);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, Everything, Token));
        Assert.Equal("SSY0503", refused.Diagnostics[0].Entry.Code);
        Assert.Contains("p9", refused.Diagnostics[0].Message, StringComparison.Ordinal);
        Assert.Equal(had, live.Query(Indexes));
    }

    [Fact]
    public async Task Names_that_somebody_has_given_are_not_taken()
    {
        using var live = Live("CREATE INDEX pp_a ON pp (a)").Run("CREATE INDEX p1_a_id_idx ON p1 (id); CREATE SEQUENCE p22_a_id_idx");
        await Engine.ApplyAsync(live.Tenant,
            await Engine.PlanAsync(live.Tenant, await Target("CREATE INDEX pp_a ON pp (a, id)"), new PlanOptions(), Token),
            Everything, Token);
        Assert.Equal("p1|{\"a,id\",id};p21|{\"a,id\"};p22|{\"a,id\"};rest|{\"a,id\"}", live.Query(Indexes));
    }

    [Fact]
    public async Task A_declared_partition_between_undeclared_ones_says_that_the_default_one_is_read()
    {
        using var live = Live("");
        var plan = await Engine.PlanAsync(live.Tenant, await Target("CREATE TABLE q PARTITION OF pp FOR VALUES FROM (50) TO (60)"),
            new PlanOptions(), Token);
        Assert.Equal(["SSY0405", "SSY0407"], plan.AllHazards.Select(h => h.Code).Order(StringComparer.Ordinal));
        var overlap = await Target("CREATE TABLE q PARTITION OF pp FOR VALUES FROM (5) TO (60)");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, overlap, new PlanOptions(), Token));
        Assert.Equal("SSY0508", refused.Diagnostics[0].Entry.Code);
    }

    private static ExecutionOptions Everything { get; } = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    private PostgreSqlSchema Live(string before) =>
        new PostgreSqlSchema(server.Database, $"live_{Guid.NewGuid():n}").Run(Table).Run(before).Run(Tree);

    private async Task<SchemaTarget> Target(string after, string columns = "a text")
    {
        using var wanted = new PostgreSqlSchema(server.Database, $"want_{Guid.NewGuid():n}")
            .Run(Table.Replace("a text", columns, StringComparison.Ordinal)).Run(after);
        return SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
    }
}
