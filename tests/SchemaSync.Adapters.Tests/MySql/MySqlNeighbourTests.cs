namespace SchemaSync.Adapters.Tests;

/// <summary>Changes that need more than their own statement: what depends on a column goes
/// and comes with it, and every row is what it is to be.</summary>
public sealed class MySqlNeighbourTests
{
    private static readonly IReadOnlyDictionary<string, TestServer> Servers = new Dictionary<string, TestServer>
    {
        ["my"] = TestServer.MySql97, ["m10"] = TestServer.MariaDb1011, ["m11"] = TestServer.MariaDb118,
    };

    private static readonly IReadOnlyList<Neighbours> Cases = Neighbours.Read("mysql.txt", [.. Servers.Keys]);

    public static TheoryData<string, string> Names
    {
        get
        {
            var names = new TheoryData<string, string>();
            foreach (var one in Cases) foreach (var server in one.Servers) names.Add(one.Name, server);
            return names;
        }
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SchemaSyncEngine Engine => MySqlServers.Engine;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Is_planned_run_and_taken_back(string name, string server)
    {
        var one = Cases.Single(c => c.Name == name);
        using var live = Servers[server].CreateDatabase().Collated().Run(one.Before);
        using var wanted = Servers[server].CreateDatabase().Collated().Run(one.After);
        var start = await Engine.SnapshotAsync(live.Tenant, Token);
        var end = SnapshotFile.Read(SnapshotFile.Write(await Engine.SnapshotAsync(wanted.Tenant, Token)), name);
        Assert.Empty(start.Unsupported);
        Assert.Empty(end.Unsupported);
        var target = SchemaTarget.Of(end);
        Assert.True((await Engine.ValidateAsync(wanted.Tenant, target, Token)).IsEqual);
        var before = MySqlStates.Describe(live);

        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Everything, Token)).Outcome);
        Assert.Equal(MySqlStates.Describe(wanted), MySqlStates.Describe(live));
        MySqlStates.HoldsWhatIsComputed(live, end);
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true), Token)).IsEmpty);

        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), MySqlServers.Everything, Token);
        Assert.Equal(before, MySqlStates.Describe(live));
        Assert.Equal(start.Fingerprint, (await Engine.SnapshotAsync(live.Tenant, Token)).Fingerprint);
        MySqlStates.HoldsWhatIsComputed(live, start);

        // And from nothing.
        using var fresh = Servers[server].CreateDatabase().Collated();
        await Engine.SyncTenantAsync(fresh.Tenant, target, execute: true, MySqlServers.Everything, Token);
        Assert.Equal(MySqlStates.Describe(wanted), MySqlStates.Describe(fresh));
    }
}
