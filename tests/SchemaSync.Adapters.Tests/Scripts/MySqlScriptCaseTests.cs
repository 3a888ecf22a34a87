namespace SchemaSync.Adapters.Tests;

/// <summary>Every row of the case tables once more, as a script that the server's own client
/// runs: the same end, the same refusals, and no second time.</summary>
public abstract class MySqlScriptCaseTests(TestServer server)
{
    protected static TheoryData<string> NamesFor(TestServer server) =>
        new(MySqlCaseTests.CasesFor(server).Where(c => c.Refused.Length == 0).Select(c => c.ToString()));

    protected async Task Holds(string name)
    {
        var one = MySqlCaseTests.CasesFor(server).Single(c => c.ToString() == name);
        using var live = server.CreateDatabase().Collated().Run(one.Before).Run(one.Rows);
        using var wanted = server.CreateDatabase().Collated().Run(one.After);
        var target = await MySqlCaseTests.Target(wanted, one);
        Task<string> WriteAsync() => MySqlServers.Engine.ScriptAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true),
            TestContext.Current.CancellationToken);
        if (one.Unseen)
        {
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(WriteAsync);
            Assert.Equal("SSY0516", refusal.Diagnostics[0].Entry.Code);
            return;
        }

        var script = await WriteAsync();
        if (one.Fails.Length > 0)
        {
            var before = MySqlOracle.Describe(live);
            (await MySqlShellProgram.RunAsync(live, script)).StoppedWith(one.Fails == "SSY0505" ? "ERROR" : "SchemaSync stops: ");
            Assert.Equal(before, MySqlOracle.Describe(live));
            if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
            return;
        }

        var run = await MySqlShellProgram.RunAsync(live, script + script);
        Assert.Equal(MySqlOracle.Describe(wanted), MySqlOracle.Describe(live));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
        if (script.EndsWith("-- Nothing to do.\n", StringComparison.Ordinal)) return;
        run.SucceededOnce();
        Assert.True((await MySqlServers.Engine.ValidateAsync(live.Tenant, target, TestContext.Current.CancellationToken)).IsEqual);
        var told = Assert.Single(await MySqlServers.Engine.AuditAsync(live.Tenant, TestContext.Current.CancellationToken));
        Assert.Equal((LedgerEntry.Script, LedgerEntry.Succeeded), (told.Action, told.Outcome));
    }
}

/// <summary>MySQL.</summary>
public sealed class MySql97ScriptCaseTests() : MySqlScriptCaseTests(TestServer.MySql97)
{
    public static TheoryData<string> Names => NamesFor(TestServer.MySql97);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Script_does_what_sync_does_and_once(string name) => Holds(name);
}

/// <summary>MariaDB.</summary>
public sealed class MariaDb118ScriptCaseTests() : MySqlScriptCaseTests(TestServer.MariaDb118)
{
    public static TheoryData<string> Names => NamesFor(TestServer.MariaDb118);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Script_does_what_sync_does_and_once(string name) => Holds(name);
}
