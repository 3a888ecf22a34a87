namespace SchemaSync.Adapters.Tests;

/// <summary>A target that leaves something to others, brought to many tenants: none of them is one of those others.</summary>
public sealed class FleetReachTests
{
    private static readonly FleetOptions All = new();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> PostgreSql =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task A_snapshot_that_names_a_tenant_is_brought_to_none(string server)
    {
        using var second = TestServer.Of(server).CreateDatabase().Run("CREATE TABLE customers (id int PRIMARY KEY)");
        using var first = TestServer.Of(server).CreateDatabase()
            .Run("CREATE TABLE orders (id int PRIMARY KEY, customer int, CONSTRAINT c FOREIGN KEY (customer) REFERENCES "
                + $"{second.Name}.customers (id)); CREATE VIEW v AS SELECT id FROM {second.Name}.customers");
        using var third = TestServer.Of(server).CreateDatabase();
        TenantContext[] tenants = [first.Tenant with { Id = "first" },
            third.Tenant with { Id = "third" }, second.Tenant with { Id = "second" }];
        var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(first.Tenant, Token));
        await RefusedAsync(new(MySqlServers.Engine), tenants, target, "foreign key orders.c", "view v");
        Assert.Equal("", third.Query("SELECT TABLE_NAME FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"));
        // What all share on purpose is no tenant.
        var report = await new TenantFleet(MySqlServers.Engine).SyncAsync(TenantList.Of(tenants[..2]),
            target, execute: true, MySqlServers.Ours, All, Token);
        Assert.Equal(["first: Equal", "third: Done"], report.Tenants.Select(t => $"{t.Tenant}: {t.State}"));
    }

    [Theory]
    [MemberData(nameof(PostgreSql))]
    public async Task So_it_is_where_tenants_are_schemas(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        using var second = new PostgreSqlSchema(database, "second").Run("CREATE TABLE customers (id int PRIMARY KEY)");
        using var third = new PostgreSqlSchema(database, "third");
        using var first =
            new PostgreSqlSchema(database,
                "first").Run(
                    "CREATE TABLE orders (id int PRIMARY KEY, customer int, CONSTRAINT c FOREIGN KEY (customer) REFERENCES "
                        + "second.customers); CREATE VIEW v AS SELECT id FROM second.customers");
        var engine = new SchemaSyncEngine(new AdapterRegistry(new PostgreSqlAdapter()));
        var target = SchemaTarget.Of(await engine.SnapshotAsync(first.Tenant, Token));
        await RefusedAsync(new(engine), [first.Tenant, third.Tenant, second.Tenant], target, "foreign key orders.c", "view v");
        Assert.Equal("0", third.Query("SELECT count(*) FROM pg_tables WHERE schemaname = 'third'"));
        var report = await new TenantFleet(engine).SyncAsync(TenantList.Of(first.Tenant, third.Tenant),
            target, execute: true, MySqlServers.Ours, All, Token);
        Assert.Equal(["first: Equal", "third: Done"], report.Tenants.Select(t => $"{t.Tenant}: {t.State}"));
    }

    private static async Task RefusedAsync(TenantFleet fleet, TenantContext[] tenants, SchemaTarget target, params string[] users)
    {
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            fleet.SyncAsync(TenantList.Of(tenants), target, execute: true, MySqlServers.Ours, All, Token));
        Assert.Equal(["SSY0234"], refused.Diagnostics.Select(d => d.Entry.Code).Distinct());
        Assert.Equal(users, refused.Diagnostics.Select(d => d.Subject.ToString()).Distinct().Order(StringComparer.Ordinal));
        Assert.All(refused.Diagnostics, d => Assert.Contains("is the tenant second of this run", d.Message, StringComparison.Ordinal));
    }
}
