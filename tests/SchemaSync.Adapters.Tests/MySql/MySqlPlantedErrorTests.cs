namespace SchemaSync.Adapters.Tests;

/// <summary>Errors planted in plans of every kind of statement of MySQL; on MariaDB of those that MySQL has not.</summary>
public sealed class MySqlPlantedErrorTests
{
    private static readonly TestServer MySql = TestServer.MySql97, MariaDb = TestServer.MariaDb118;

    public static TheoryData<string, string> MySqlKinds => Kinds(MySql);

    public static TheoryData<string, string> MariaDbKinds
    {
        get
        {
            var known = MySqlKinds.Select(k => k.Data.Item1).ToHashSet();
            var data = new TheoryData<string, string>();
            foreach (var row in Kinds(MariaDb).Where(k => !known.Contains(k.Data.Item1))) data.Add(row);
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(MySqlKinds))]
    public Task No_error_in_a_plan_of_MySql_is_silent(string kind, string name) => NoErrorIsSilent(MySql, kind, name);

    [Theory]
    [MemberData(nameof(MariaDbKinds))]
    public Task No_error_in_a_plan_of_MariaDb_is_silent(string kind, string name) => NoErrorIsSilent(MariaDb, kind, name);

    private static TheoryData<string, string> Kinds(TestServer server) => PlantedErrors.Choose(server.Provider.ToLowerInvariant(),
        MySqlServers.Adapter(server).OfflineDialect, MySqlCaseTests.CasesFor(server));

    private static async Task NoErrorIsSilent(TestServer server, string kind, string name)
    {
        var one = MySqlCaseTests.CasesFor(server).Single(c => c.ToString() == name);
        using var live = server.CreateDatabase().Collated().Run(one.Before).Run(one.Rows);
        using var wanted = server.CreateDatabase().Collated().Run(one.After);
        var target = await MySqlCaseTests.Target(wanted, one);
        await new PlantedErrorRun(MySqlServers.Engine, MySqlServers.Adapter(server), kind).NoErrorIsSilent(live.Tenant, target, async run =>
        {
            using var other = server.CreateDatabase().Collated().Run(one.Before).Run(one.Rows);
            await run(other.Tenant);
            var (there, should) = (MySqlStates.Describe(other), MySqlStates.Describe(wanted));
            if (there != should) return $"{there}\ninstead of\n{should}";
            var rows = one.Query.Length > 0 ? other.Query(one.Query) : one.Gives;
            return rows == one.Gives ? null : $"{rows} instead of {one.Gives}";
        });
    }
}
