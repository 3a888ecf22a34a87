namespace SchemaSync.Adapters.Tests;

/// <summary>Which tenants look alike is told without a target: one of each kind is read, and each is told what it would be alone.</summary>
public sealed class TenantShapeTests
{
    private const string Schema = """
        CREATE TABLE a (id int PRIMARY KEY, name varchar(20) NOT NULL);
        CREATE TABLE b (id int PRIMARY KEY, a int, FOREIGN KEY (a) REFERENCES a (id));
        CREATE INDEX by_name ON a (name);
        CREATE VIEW v AS SELECT id FROM a
        """;

    private static readonly Dictionary<int, string> Changes = new()
    {
        [2] = "ALTER TABLE a ADD x int", [5] = "ALTER TABLE a ADD x int", [6] = "CREATE TABLE other (id int)",
    };

    private const int Count = 8;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(SharedReadingTests.Servers), MemberType = typeof(SharedReadingTests))]
    public async Task Each_kind_is_read_once(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count);
        var report = await ReadAsync(scene);
        Assert.Equal(3, scene.Counter.Read.Count);
        Assert.Equal([(5, 0), (2, 2), (1, 6)], report.ShapesOf(isCompared: false)
            .Select(s => (s.Tenants, scene.NumberOf(s.First.Tenant))));
        await AssertAloneAsync(scene, report);

        // What nobody declares is no difference: number six is as the target says.
        var compared = await scene.ValidateAsync();
        Assert.Equal([(6, TenantState.Equal), (2, TenantState.Differs)],
            compared.ShapesOf(isCompared: true).Select(s => (s.Tenants, s.First.State)));
    }

    [Theory]
    [MemberData(nameof(SharedReadingTests.Servers), MemberType = typeof(SharedReadingTests))]
    public async Task One_that_is_changed_while_it_is_read_stands_for_itself_alone(string server)
    {
        using var scene = TenantScene.Of(server, Schema, Changes, Count);
        scene.Counter.Meanwhile(tenant =>
        {
            scene.Run(scene.NumberOf(tenant.Id), "ALTER TABLE a ADD meanwhile int");
            return Task.CompletedTask;
        });
        await AssertAloneAsync(scene, await ReadAsync(scene));
    }

    [Theory]
    [MemberData(nameof(SharedReadingTests.Servers), MemberType = typeof(SharedReadingTests))]
    public async Task Texts_with_the_names_of_tenants_are_told_apart(string server)
    {
        using var scene = TenantScene.Of(server, Schema, new Dictionary<int, string>(), Count);
        var names = scene.Tenants.Select(t => scene.Counter.OwnPlaceOf(t.Context)?.Name.Value ?? t.Id).ToList();
        foreach (var (number, name) in new[] { (0, 0), (1, 1), (2, 0), (3, 1), (4, 4) })
            scene.Run(number, $"ALTER TABLE b ADD own varchar(90) DEFAULT '{names[name]}'");
        await AssertAloneAsync(scene, await ReadAsync(scene));
    }

    [Fact]
    public async Task One_that_is_gone_fails_by_itself()
    {
        using var scene = TenantScene.Of("PostgreSql 15", Schema, Changes, Count);
        scene.Run(0, $"DROP SCHEMA {scene.Name(0)} CASCADE");
        var report = await ReadAsync(scene);
        Assert.Equal("SSY0239", Assert.Single(Assert.Single(report.Tenants, t => t.State == TenantState.Failed).Diagnostics).Entry.Code);
        Assert.Equal([4, 2, 1], report.ShapesOf(isCompared: false).Select(s => s.Tenants));
    }

    private static Task<FleetReport> ReadAsync(TenantScene scene) =>
        new TenantFleet(scene.Engine).ReadAsync(TenantList.Of(scene.Tenants), 3, Token);

    private static async Task AssertAloneAsync(TenantScene scene, FleetReport report)
    {
        Assert.Equal(scene.Tenants.Select(t => t.Id), report.Tenants.Select(t => t.Tenant));
        foreach (var result in report.Tenants)
            Assert.Equal((await scene.Alone.SnapshotAsync(scene.Tenants[scene.NumberOf(result.Tenant)].Context, Token)).Fingerprint,
                result.From);
    }
}
