namespace SchemaSync.Adapters.Tests;

/// <summary>Two published databases, all the way: server → snapshot file → empty database. What
/// the server prints of both sides is compared, not what we say.</summary>
public sealed class MySqlRealSchemaTests
{
    public static TheoryData<string, string> Schemas =>
        [.. MySqlServers.All.SelectMany(s =>
            (IEnumerable<TheoryDataRow<string, string>>)[(s, "chinook.mysql.sql"), (s, "sakila.mysql.sql")])];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_snapshot_of_it_makes_the_same_database_again(string server, string file)
    {
        using var source = TestServer.Of(server).CreateDatabase();
        using var copy = TestServer.Of(server).CreateDatabase();
        source.RunScript(await File.ReadAllTextAsync(MySqlServers.Data(file), TestContext.Current.CancellationToken));
        var target = await Saved(source);
        Assert.Empty(target.Snapshot!.Unsupported);

        var first = await MySqlServers.Engine.SyncTenantAsync(copy.Tenant, target, execute: true, MySqlServers.Everything,
            TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Done, first.Outcome);
        Assert.Empty(first.Plan.AllHazards);
        using var reader = MySqlAccount.Reader(copy);
        var validation = await MySqlServers.Engine.ValidateAsync(reader.Tenant, target, TestContext.Current.CancellationToken);
        Assert.True(validation.IsEqual);
        Assert.Empty(validation.Unmanaged);
        Assert.Equal(Outcome.NothingToDo,
            (await MySqlServers.Engine.SyncTenantAsync(copy.Tenant, target, execute: true, MySqlServers.Everything,
                TestContext.Current.CancellationToken)).Outcome);

        Assert.Equal(MySqlOracle.Describe(source), MySqlOracle.Describe(copy));
        Assert.Equal("1", copy.Query("SELECT count(*) FROM __schemasync_ledger"));
    }

    [Theory]
    [MemberData(nameof(MySqlServers.All), MemberType = typeof(MySqlServers))]
    public async Task Keys_of_a_snapshot_stand_in_the_order_of_the_table(string server)
    {
        using var source = TestServer.Of(server).CreateDatabase()
            .Run("CREATE TABLE t (a int, b int, c int NOT NULL, KEY z (a), KEY "
                + "m (b), KEY a (c), UNIQUE KEY y (a, b), UNIQUE KEY x (b, a))");
        using var copy = TestServer.Of(server).CreateDatabase();
        var target = await Saved(source);
        Assert.Equal(["z", "m", "a"], Assert.IsType<Table>(Assert.Single(target.Snapshot!.Objects)).Indexes.Select(i => i.Name.Value));
        await MySqlServers.Engine.SyncTenantAsync(copy.Tenant, target, execute: true, MySqlServers.Everything,
            TestContext.Current.CancellationToken);
        Assert.Equal(MySqlOracle.Describe(source), MySqlOracle.Describe(copy));
    }

    private static async Task<SchemaTarget> Saved(TestDatabase source)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.File("saved.snapshot.json");
        await SnapshotFile.SaveAsync(path, await MySqlServers.Engine.SnapshotAsync(source.Tenant, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        return SchemaTarget.Of(await SnapshotFile.LoadAsync(path, TestContext.Current.CancellationToken));
    }
}
