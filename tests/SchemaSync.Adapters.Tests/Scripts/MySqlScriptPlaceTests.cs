namespace SchemaSync.Adapters.Tests;

/// <summary>What only the clients of MySQL and MariaDB get wrong when a script does not see to it.</summary>
public sealed class MySqlScriptPlaceTests
{
    public static TheoryData<string> Servers => [TestServer.MySql97.ToString(), TestServer.MariaDb118.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Moments_bodies_and_places_are_kept(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run("CREATE TABLE t (id int PRIMARY KEY, at datetime, `delimiter` int); INSERT INTO t VALUES (1, '2026-01-02 03:04:05', 3)");
        using var wanted = server.CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY, at timestamp NULL, `delimiter` int)").Run(
            "CREATE PROCEDURE p() BEGIN -- it's \\g; with `tick\n# another ' \\q\n/* ; ' \\G\nquit\n*/\nSELECT `delimiter`, "
                + "'x\\'y;\r\n$$', \"\\g ü\" FROM t;\nSELECT 2; END");
        using var other = server.CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY, at datetime, `delimiter` int)");
        var script = await Script(live, wanted);
        foreach (var options in new[] { Array.Empty<string>(), ["--force"] })
            Assert.Contains($"this is another database than {live.Name}",
                (await MySqlShellProgram.RunAsync(other, script, options)).Said, StringComparison.Ordinal);
        Assert.Equal("datetime",
            other.Query(
                "SELECT CONCAT('', DATA_TYPE) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'at'"));
        Assert.Equal("1", other.Query("SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"));
        // A client that would change the bodies is found before anything is.
        (await MySqlShellProgram.RunAsync(live, script, "--skip-binary-mode")).StoppedWith("--binary-mode");
        (await MySqlShellProgram.RunAsync(live, script, "--skip-comments")).StoppedWith("--comments");
        Assert.Equal("datetime",
            live.Query("SELECT CONCAT('', DATA_TYPE) FROM information_schema.COLUMNS "
                + "WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_NAME = 'at'"));
        (await MySqlShellProgram.RunAsync(live, script)).Succeeded();
        Assert.Equal("2026-01-02 03:04:05",
            live.Query("SELECT CONVERT_TZ(at, @@SESSION.time_zone, '+00:00') FROM t")
                .Replace("01/02/2026", "2026-01-02", StringComparison.Ordinal));
        Assert.Equal(Body(wanted), Body(live));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_client_that_goes_on_behind_errors_does_nothing_behind_one(string name)
    {
        var server = TestServer.Of(name);
        using var live = server.CreateDatabase()
            .Run("CREATE TABLE a (id int PRIMARY KEY, x int); CREATE TABLE z (id int PRIMARY KEY); INSERT INTO a VALUES (1, NULL)");
        using var wanted = server.CreateDatabase()
            .Run("CREATE TABLE a (id int PRIMARY KEY, x int NOT NULL); CREATE TABLE z (id int PRIMARY KEY, y int)");
        var run = await MySqlShellProgram.RunAsync(live, await Script(live, wanted), "--force");
        Assert.Contains("SchemaSync stops: column a.x", run.Said, StringComparison.Ordinal);
        Assert.Contains("stopped by an error", run.Said, StringComparison.Ordinal);
        Assert.Equal("2", live.Query("SELECT COUNT(*) FROM information_schema.TABLES WHERE TABLE_SCHEMA = DATABASE()"));
        Assert.Equal("1",
            live.Query("SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 'z'"));
    }

    [Fact]
    public async Task A_word_that_clients_take_for_a_command_is_refused()
    {
        using var live = TestServer.MySql97.CreateDatabase();
        using var wanted = TestServer.MySql97.CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY, `delimiter` int)")
            .Run("CREATE PROCEDURE p() SELECT delimiter FROM t");
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Script(live, wanted));
        Assert.Equal("SSY0516", refusal.Diagnostics.Single().Entry.Code);
    }

    private static string Body(TestDatabase database) =>
        database.Query("SELECT CONCAT('', ROUTINE_DEFINITION) FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()");

    private static async Task<string> Script(TestDatabase live, TestDatabase wanted)
    {
        var target = SchemaTarget.Of(await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, TestContext.Current.CancellationToken));
        return await MySqlServers.Engine.ScriptAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true),
            TestContext.Current.CancellationToken);
    }
}
