namespace SchemaSync.Adapters.Tests;

using static HookScene;

/// <summary>Objects that are SQL alone are made, made again, dropped and taken back, by what the ledger remembers of them.</summary>
public sealed class SqlObjectTests
{
    private const string Sums = "CREATE AGGREGATE all_of(int) (sfunc = int4pl, stype = int, initcond = '0')";

    private static readonly SqlObject Aggregate = Made("all_of", Sums, "DROP AGGREGATE all_of(int)");

    public static TheoryData<string> PostgreSqls => ["PostgreSql 13", "PostgreSql 15", "PostgreSql 18"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(PostgreSqls))]
    public async Task One_is_made_changed_dropped_and_taken_back(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase();
        var plain = await FillScene.WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY)");
        var target = With(plain, Aggregate);
        var report = await RunAsync(live, target);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.Equal("6", live.Query("SELECT all_of(n) FROM (VALUES (1), (2), (3)) v (n)"));
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual);
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, target)).Outcome);

        var other = With(plain, Aggregate with { Create = [Sums.Replace("'0'", "'100'", StringComparison.Ordinal)] });
        Assert.False((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(other), Token)).IsEqual);
        Assert.Contains("SSY0418", (await RefusedAsync(live, other)).Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Done, (await RunAsync(live, other, "SSY0418")).Outcome);
        Assert.Equal("106", live.Query("SELECT all_of(n) FROM (VALUES (1), (2), (3)) v (n)"));

        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), FillScene.Anything, Token);
        Assert.Equal("6", live.Query("SELECT all_of(n) FROM (VALUES (1), (2), (3)) v (n)"));
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, target)).Outcome);

        // Declared no more, it goes, and comes back.
        Assert.Equal(Outcome.Done, (await RunAsync(live, plain, "SSY0418")).Outcome);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_proc WHERE proname = 'all_of'"));
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, plain)).Outcome);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), FillScene.Anything, Token);
        Assert.Equal("6", live.Query("SELECT all_of(n) FROM (VALUES (1), (2), (3)) v (n)"));
    }

    [Theory]
    [MemberData(nameof(PostgreSqls))]
    public async Task What_it_needs_comes_first_and_what_needs_it_behind_it(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase();
        const string Function = "CREATE FUNCTION add_up(int, int) RETURNS int LANGUAGE sql IMMUTABLE AS 'SELECT $1 + coalesce($2, 0)'";
        const string Sum = "CREATE AGGREGATE all_of(int) (sfunc = add_up, stype = int, initcond = '0')";
        const string Rest = "CREATE TABLE t (id int PRIMARY KEY)";
        var all = await FillScene.WantedAsync(server, $"{Function}; {Rest}; {Sum}; CREATE VIEW v AS SELECT all_of(id) AS s FROM t");
        var made = Aggregate with { Create = [Sum], Uses = [new QualifiedName("add_up")] };
        var comment = Made("words", "COMMENT ON AGGREGATE all_of(int) IS 'x'", "COMMENT ON AGGREGATE all_of(int) IS NULL") with
        {
            Uses = [new QualifiedName("all_of")],
        };
        var target = With(all, comment, made);
        Assert.Equal(Outcome.Done, (await RunAsync(live, target)).Outcome);
        Assert.Equal("x", live.Query("SELECT obj_description('all_of(int)'::regprocedure)"));
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, target)).Outcome);

        // A change beside it builds it on scratch, because the view needs it.
        var more = With(await FillScene.WantedAsync(server,
            $"{Function}; {Rest}; {Sum}; CREATE VIEW v AS SELECT all_of(id) + 1 AS s FROM t"), comment, made);
        Assert.Equal(Outcome.Done, (await RunAsync(live, more)).Outcome);

        // With what it needs it goes and comes again, and so does what needs it.
        var bare = With(await FillScene.WantedAsync(server, $"{Function}; {Rest}"), comment, made);
        Assert.Equal(Outcome.Done, (await RunAsync(live, bare)).Outcome);
        var retyped = With(await FillScene.WantedAsync(server, $"{Function.Replace("$2, 0", "$2, 1", StringComparison.Ordinal)
            .Replace("(int, int)", "(a int, b int)", StringComparison.Ordinal)}; {Rest}"), comment, made);
        var report = await RunAsync(live, retyped, "SSY0418");
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.Equal(2, report.Plan.Steps.Count(s => s.Drops));
        Assert.Equal("x", live.Query("SELECT obj_description('all_of(int)'::regprocedure)"));
    }

    [Theory]
    [MemberData(nameof(PostgreSqls))]
    public async Task What_is_declared_over_one_that_changes_goes_and_comes_with_it(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase();
        string Sum(string start) => $"CREATE AGGREGATE all_of(int) (sfunc = int4pl, stype = int, initcond = '{start}')";
        const string Over = "CREATE VIEW v AS SELECT all_of(id) AS s FROM t; CREATE VIEW w AS SELECT s FROM v; "
            + "CREATE MATERIALIZED VIEW m AS SELECT all_of(id) AS s FROM t; CREATE INDEX i ON m (s)";
        var all = await FillScene.WantedAsync(server, $"CREATE TABLE t (id int PRIMARY KEY); {Sum("0")}; {Over}");
        Assert.Equal(Outcome.Done, (await RunAsync(live, With(all, Aggregate with { Create = [Sum("0")] }))).Outcome);
        live.Run("INSERT INTO t VALUES (1), (2)");
        var other = With(all, Aggregate with { Create = [Sum("10")] });
        Assert.Equal(Outcome.Done, (await RunAsync(live, other, "SSY0418")).Outcome);
        Assert.Equal("13", live.Query("SELECT s FROM w"));
        Assert.Equal("13", live.Query("SELECT s FROM m"));
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, other)).Outcome);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), FillScene.Anything, Token);
        Assert.Equal("3", live.Query("SELECT s FROM w"));
    }

    [Fact]
    public async Task A_bad_one_is_told_before_the_first_step()
    {
        var server = TestServer.PostgreSql15;
        using var live = server.CreateDatabase();
        var plain = await FillScene.WantedAsync(server, "CREATE TABLE t (id int PRIMARY KEY)");
        (string Create, string Drop, string Code)[] bad =
        [
            ("CREATE AGGREGATE all_of(int) (sfunc = nothing, stype = int)", "DROP AGGREGATE all_of(int)", "SSY0243"),
            ("CREATE AGREGATE all_of", "DROP AGGREGATE all_of(int)", "SSY0243"),
            (Sums, "DROP AGGREGATE all_off(int)", "SSY0244"),
            (Sums, "SELECT 1", "SSY0244"),
            (Sums, "COMMIT", "SSY0227"),
            ("BEGIN", "DROP AGGREGATE all_of(int)", "SSY0227"),
            ($"{Sums}; {Sums}", "DROP AGGREGATE all_of(int)", "SSY0227"),
            ("", "DROP AGGREGATE all_of(int)", "SSY0227"),
            ("CREATE AGGREGATE all_of(int) (sfunc = int4pl", "DROP AGGREGATE all_of(int)", "SSY0243"),
            ("CREATE TABLE hidden (a int)", "DROP TABLE hidden", "SSY0202"),
            ("ALTER TABLE t ADD COLUMN a int", "ALTER TABLE t DROP COLUMN a", "SSY0243"),
            ("COPY t FROM '/etc/passwd'", "SELECT 1", "SSY0227"),
        ];
        foreach (var (create, drop, code) in bad)
        {
            var (found, message) = await RefusedAsync(live, With(plain, Made("all_of", create, drop)));
            Assert.True(found == code, $"{create} / {drop}: {message}");
        }

        Assert.Equal("SSY0244", (await RefusedAsync(live, With(plain, Made("all_of", Sums, "SELECT 2")))).Code);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_class WHERE relname = 't'"));
    }

    [Fact]
    public async Task One_that_somebody_dropped_by_hand_is_missing()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase();
        var target = With(await FillScene.WantedAsync(TestServer.PostgreSql15, "CREATE TABLE t (id int PRIMARY KEY)"), Aggregate);
        Assert.Equal(Outcome.Done, (await RunAsync(live, target)).Outcome);
        live.Run("DROP AGGREGATE all_of(int)");
        Assert.False((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(target), Token)).IsEqual);
        Assert.Equal(Outcome.Done, (await RunAsync(live, target)).Outcome);
        Assert.Equal(Outcome.NothingToDo, (await RunAsync(live, target)).Outcome);
        Assert.Equal("1", live.Query("SELECT count(*) FROM pg_proc WHERE proname = 'all_of'"));
    }

    [Fact]
    public async Task A_saved_plan_holds_it_and_a_script_says_that_it_cannot()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase();
        var plain = await FillScene.WantedAsync(TestServer.PostgreSql15, "CREATE TABLE t (id int PRIMARY KEY)");
        var target = SchemaTarget.Of(With(plain, Aggregate));
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.ScriptAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token));
        Assert.Equal("SSY0516", refusal.Diagnostics[0].Entry.Code);
        using var directory = new TemporaryDirectory();
        var file = directory.File("plan.json");
        await PlanFile.SaveAsync(file, await Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token), Token);
        var saved = await PlanFile.LoadAsync(file, Token);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, saved, FillScene.Anything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        // What is there changes nothing about scripts of other changes.
        live.Run("DROP TABLE t");
        var script = await Engine.ScriptAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token);
        Assert.Contains("CREATE TABLE", script, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(PostgreSqls))]
    public async Task A_declaration_brings_it_and_what_it_made_is_nobody_elses(string name)
    {
        using var live = TestServer.Of(name).CreateDatabase().Run("CREATE AGGREGATE theirs(int) (sfunc = int4pl, stype = int)");
        var model = new SchemaModel
        {
            Providers = [ProviderNames.PostgreSql],
            Objects =
            [
                new Table { Name = new("t"), Columns = [new() { Name = new("id"), Type = ColumnType.Of("integer") }] },
                new View { Name = new("v"), Definition = new("SELECT all_of(id) AS s FROM t") }, Aggregate,
            ],
        };
        var options = new ExecutionOptions();
        var report = await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(model), execute: true, options, Token);
        Assert.Equal(Outcome.Done, report.Outcome);
        report = await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(model), execute: true, options, Token);
        Assert.Equal(Outcome.NothingToDo, report.Outcome);
        Assert.Equal(["aggregate theirs(integer)"], report.Unmanaged.Select(id => id.ToString()));
        (string, string)[] all = [("CREATE AGREGATE x", "SSY0207"), ("CREATE TABLE hidden (a int)", "SSY0202"), ("COMMIT", "SSY0227")];
        foreach (var (create, code) in all)
        {
            var bad = model with { Objects = [.. model.Objects.Where(o => o is Table), Made("x", create, "SELECT 1")] };
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(bad), execute: true, options, Token));
            Assert.True(refusal.Diagnostics[0].Entry.Code == code, refusal.Message);
        }
    }

    /// <summary>A target with such objects, where the database shows nothing of them.</summary>
    internal static Snapshot With(Snapshot state, params SqlObject[] made) => new()
    {
        Form = state.Form,
        Objects = [.. state.Objects.Where(o => o is not OpaqueObject), .. made],
    };

    internal static SqlObject Made(string name, string create, string drop) =>
        new() { Name = new QualifiedName(name), Create = [create], Drop = [drop] };
}
