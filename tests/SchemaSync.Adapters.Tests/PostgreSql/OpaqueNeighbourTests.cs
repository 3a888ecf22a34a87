namespace SchemaSync.Adapters.Tests;

/// <summary>
/// What somebody puts on declared tables, and the model has no words for: it stays, and only a change that touches it is refused.
/// </summary>
public sealed class OpaqueNeighbourTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers => [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(),
        TestServer.PostgreSql18.ToString()];

    private static Table Orders => new() { Name = new("orders"), Columns = [Int("id"), Int("a"), Int("b")] };

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Statistics_and_a_rule_on_a_declared_table_stop_nothing_that_leaves_them_alone(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        await Sync(live, [], Orders);
        live.Run("CREATE STATISTICS s ON a, b FROM orders; CREATE RULE r AS ON DELETE TO orders DO INSTEAD NOTHING; COMMENT ON RULE "
            + "r ON orders IS 'of others'");
        Assert.Equal(["rule r on orders", "statistics object s on orders"],
            (await Validate(live, [], Orders)).Unmanaged.Select(u => u.ToString()));

        // More columns, another type, another name.
        await Sync(live, [], Orders with { Columns = [Int("id"), Int("a"), Int("b"), Int("c")] });
        await Sync(live, [], Orders with { Columns = [new() { Name = new("id"), Type = ColumnType.Of("bigint"), Nullable = true },
            Int("a"), Int("b"), Int("c")] });
        await Sync(live, [new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("sales")), new("orders"))], Orders
            with { Name = new("sales"), Columns = [new() { Name = new("id"), Type = ColumnType.Of("bigint"), Nullable = true }, Int("a"),
            Int("b"), Int("c")] });
        Assert.Equal("r|s",
            live.Query("SELECT (SELECT rulename FROM pg_rules WHERE tablename = 'sales'), (SELECT stxname FROM pg_statistic_ext)"));

        // A column of the statistics would take them along.
        var smaller = Target([], Orders with { Name = new("sales"), Columns = [new() { Name = new("id"), Type = ColumnType.Of("bigint"),
            Nullable = true }, Int("b"), Int("c")] });
        var refused = Assert.Single((await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.PlanAsync(live.Tenant, smaller, new(), Token))).Diagnostics);
        Assert.Equal(("SSY0305", "column sales.a"), (refused.Entry.Code, refused.Subject.ToString()));
        Assert.Contains("statistics object s on sales names it, drop that by hand before:\nCREATE STATISTICS s ON a, b FROM sales",
            refused.Message, StringComparison.Ordinal);

        // With the table they go as everything on it does.
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, Target([]), execute: true, Everything, Token)).Outcome);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_statistic_ext"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_table_that_inherits_is_planned_but_for_what_it_inherits(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        var child = Orders with { Name = new("old_orders"), Columns = [Int("id"), Int("a"), Int("b"), Int("own")] };
        await Sync(live, [], Orders, child);
        live.Run("ALTER TABLE old_orders INHERIT orders");
        Assert.True((await Validate(live, [], Orders, child)).IsEqual);
        await Sync(live, [], Orders, child = child with { Columns = [.. child.Columns, Int("more")],
            Indexes = [new() { Name = new("by_a"), Columns = [IndexPart.Of("a")] }] });

        Table[][] touching =
        [
            [Orders, child with { Columns = [Int("id"), Int("b"), Int("own"), Int("more")], Indexes = [] }],
            [Orders with { Columns = [Int("id"), Int("a"), Int("b"), Int("c")] }, child],
            [Orders with { Columns = [Int("id"), Int("a"), Int("b"), Int("c")] }, child with { Columns = [.. child.Columns, Int("c")] }],
        ];
        foreach (var tables in touching)
        {
            var refused = (await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.PlanAsync(live.Tenant, Target([], tables), new(), Token))).Diagnostics[0];
            Assert.Equal("SSY0305", refused.Entry.Code);
            Assert.Contains("by INHERITS (orders)", refused.Message, StringComparison.Ordinal);
        }

        // One that nobody declared follows its parent, as the server has it.
        live.Run("CREATE TABLE of_others (x int) INHERITS (orders); ALTER TABLE old_orders NO INHERIT orders");
        await Sync(live, [], Orders with { Columns = [Int("id"), Int("a"), Int("b"), Int("c")] }, child);
        Assert.Equal("c",
            live.Query("SELECT column_name FROM information_schema.columns WHERE table_name = 'of_others' AND column_name = 'c'"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_rename_of_a_table_goes_through_a_snapshot_that_holds_its_rule(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase()
            .Run("CREATE TABLE orders (id int, a int); CREATE TABLE log (id int); CREATE RULE r AS ON INSERT TO orders DO ALSO "
            + "INSERT INTO log VALUES (new.id)");
        using var wanted = TestServer.Of(server).CreateDatabase()
            .Run("CREATE TABLE sales (id int, a int); CREATE TABLE log (id int); CREATE RULE r AS ON INSERT TO sales DO ALSO INSERT "
            + "INTO log VALUES (new.id)");
        var read = await Engine.SnapshotAsync(wanted.Tenant, Token);
        var target = SchemaTarget.Of(new Snapshot { Form = read.Form, Objects = read.Objects,
            Intents = [new(IntentKind.RenamedFrom, ObjectId.Top(ObjectKind.Table, new("sales")), new("orders"))] });
        var report = await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token);
        Assert.Equal(["rename table orders to sales"], report.Plan.Changes.Select(c => c.ToString()));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Everything,
            Token)).Outcome);
        Assert.Equal("orders", live.Query("SELECT tablename FROM pg_rules WHERE rulename = 'r'"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task What_a_view_has_of_others_is_not_lost_when_the_view_is_made_again(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        var view = new View { Name = new("v"), Definition = new("SELECT id, a FROM orders") };
        await Sync(live, [], Orders, view);
        live.Run("ALTER VIEW v ALTER a SET DEFAULT 3");
        Assert.True((await Validate(live, [], Orders, view)).IsEqual);
        var wider = Target([], Orders with { Columns = [Int("id"), new() { Name = new("a"), Type = ColumnType.Of("bigint"),
            Nullable = true }, Int("b")] }, view);
        var refused = Assert.Single((await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, wider, execute: true, Everything, Token))).Diagnostics);
        Assert.Equal(("SSY0305",
            "no plan can keep view v: it is dropped and made again on the way, and would lose DEFAULT of a 3; make the change by "
            + "hand, or declare it in smaller steps"), (refused.Entry.Code, refused.Message));

        // A rule on it is lost in the same way.
        live.Run("ALTER VIEW v ALTER a DROP DEFAULT; CREATE RULE r AS ON DELETE TO v DO INSTEAD NOTHING");
        var other = Assert.Single((await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, wider, execute: true, Everything, Token))).Diagnostics);
        Assert.Contains("would lose rule r on v CREATE RULE r AS", other.Message, StringComparison.Ordinal);
        live.Run("DROP RULE r ON v; ALTER VIEW v ALTER a SET DEFAULT 3");
        Assert.Equal("3", live.Query("SELECT column_default FROM information_schema.columns WHERE table_name = 'v' AND column_name = 'a'"));
    }

    private static async Task Sync(TestDatabase live, EquatableArray<Intent> intents, params TopLevelObject[] objects)
    {
        var report = await Engine.SyncTenantAsync(live.Tenant, Target(intents, objects), execute: true, Everything, Token);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.True((await Validate(live, intents, objects)).IsEqual);
    }

    private static Task<Validation> Validate(TestDatabase live, EquatableArray<Intent> intents, params TopLevelObject[] objects) =>
        Engine.ValidateAsync(live.Tenant, Target(intents, objects), Token);

    private static SchemaTarget Target(EquatableArray<Intent> intents, params TopLevelObject[] objects) =>
        SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.PostgreSql], Objects = [.. objects], Intents = intents });

    private static Column Int(string name) => new() { Name = new(name), Type = ColumnType.Of("integer"), Nullable = true };
}
