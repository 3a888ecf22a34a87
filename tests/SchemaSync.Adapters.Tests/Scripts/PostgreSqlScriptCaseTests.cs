namespace SchemaSync.Adapters.Tests;

/// <summary>Every row of tests/cases/postgresql once more, as a script that psql runs:
/// the same end, the same refusals, and no second time.</summary>
public sealed class PostgreSqlScriptCaseTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly IReadOnlyList<SchemaCase> Cases =
        [.. SchemaCase.All("postgresql").Where(c => c.Since <= 15 && c.Refused.Length == 0)];

    public static TheoryData<string> Names => new(Cases.Select(c => c.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public async Task Script_does_what_sync_does_and_once(string name)
    {
        var one = Cases.Single(c => c.ToString() == name);
        using var live = new PostgreSqlSchema(server.Database, $"live_{Guid.NewGuid():n}").Run(one.Before).Run(one.Rows);
        using var wanted = new PostgreSqlSchema(server.Database, $"want_{Guid.NewGuid():n}").Run(one.After);
        var target = await PostgreSqlCaseTests.Target(wanted, one);
        var script = await Engine.ScriptAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true),
            TestContext.Current.CancellationToken);
        if (one.Fails.Length > 0)
        {
            var before = PostgreSqlOracle.Describe(live);
            (await Psql.RunAsync(server.Database, script)).StoppedWith(one.Fails == "SSY0505" ? "ERROR:" : "SchemaSync stops: ");
            Assert.Equal(before, PostgreSqlOracle.Describe(live));
            if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
            return;
        }

        var run = await Psql.RunAsync(server.Database, script + script);
        var isEmpty = script.EndsWith("-- Nothing to do.\n", StringComparison.Ordinal);
        if (!isEmpty) run.SucceededOnce();
        Assert.Empty(
            (await Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true),
                TestContext.Current.CancellationToken)).Changes.Select(c => c.ToString()));
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
        if (isEmpty) return;
        var told = Assert.Single(await Engine.AuditAsync(live.Tenant, TestContext.Current.CancellationToken));
        Assert.Equal((LedgerEntry.Script, LedgerEntry.Succeeded), (told.Action, told.Outcome));
    }
}
