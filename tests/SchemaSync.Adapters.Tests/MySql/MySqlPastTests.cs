namespace SchemaSync.Adapters.Tests;

/// <summary>Tables whose past forbids what the server would do with a new one: the proof
/// cannot know, so the message has to say what helps.</summary>
public sealed class MySqlPastTests
{
    public static TheoryData<string> Servers => MySqlServers.All;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_table_that_was_changed_instantly_too_often_is_said_with_its_cure()
    {
        using var live = TestServer.MySql97.CreateDatabase().Collated()
            .Run("CREATE TABLE t (id int PRIMARY KEY, a int); INSERT INTO t VALUES (1, 2)");
        // Each of the two is one version of the rows; MySQL 9.7 has 255 of them, MySQL 8 had 64.
        live.Run(string.Concat(
            Enumerable.Repeat("ALTER TABLE t ADD COLUMN x int, ALGORITHM=INSTANT; ALTER TABLE t DROP COLUMN x, ALGORITHM=INSTANT;", 127))
            + "ALTER TABLE t ADD COLUMN y int, ALGORITHM=INSTANT");
        await RefusedUntilOptimized(live, "CREATE TABLE t (id int PRIMARY KEY, a int, y int, b int)");
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_table_that_had_a_full_text_index_is_said_with_its_cure(string name)
    {
        using var live = TestServer.Of(name).CreateDatabase().Collated()
            .Run("CREATE TABLE t (id int PRIMARY KEY, a text, FULLTEXT KEY f "
                + "(a)); INSERT INTO t VALUES (1, 'x'); ALTER TABLE t DROP INDEX f");
        await RefusedUntilOptimized(live, "CREATE TABLE t (id int PRIMARY KEY, a text, b int)");
    }

    private static async Task RefusedUntilOptimized(TestDatabase live, string after)
    {
        using var wanted = live.Server.CreateDatabase().Collated().Run(after);
        var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token));
        var options = new PlanOptions(IncludeUnmanaged: true);
        var plan = await MySqlServers.Engine.PlanAsync(live.Tenant, target, options, Token);
        var before = MySqlOracle.Describe(live);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            MySqlServers.Engine.ApplyAsync(live.Tenant, plan, MySqlServers.Everything, Token));
        Assert.Equal("SSY0505", failure.Diagnostics[0].Entry.Code);
        Assert.Contains("OPTIMIZE TABLE `t`", failure.Message, StringComparison.Ordinal);
        Assert.Equal(before, MySqlOracle.Describe(live));
        live.Query("OPTIMIZE TABLE t");
        await MySqlServers.Engine.ApplyAsync(live.Tenant, await MySqlServers.Engine.PlanAsync(live.Tenant, target, options, Token),
            MySqlServers.Everything, Token);
        Assert.True((await MySqlServers.Engine.PlanAsync(live.Tenant, target, options, Token)).IsEmpty);
    }
}
