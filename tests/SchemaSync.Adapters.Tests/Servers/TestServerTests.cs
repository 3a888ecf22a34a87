namespace SchemaSync.Adapters.Tests;

/// <summary>The servers are the ones they are said to be.</summary>
public sealed class TestServerTests
{
    [Theory]
    [InlineData("PostgreSql 13", "SHOW server_version", "13.")]
    [InlineData("PostgreSql 15", "SHOW server_version", "15.")]
    [InlineData("PostgreSql 18", "SHOW server_version", "18.")]
    [InlineData("MySql 9.7", "SELECT version()", "9.7.")]
    [InlineData("MariaDb 10.11", "SELECT version()", "10.11.")]
    [InlineData("MariaDb 11.8", "SELECT version()", "11.8.")]
    public void Each_test_gets_an_empty_database_of_the_version_it_asks_for(string server, string query, string version)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        Assert.StartsWith(version, database.Query(query), StringComparison.Ordinal);
        Assert.Equal("0",
            database.Query(
                "SELECT count(*) FROM information_schema.tables WHERE table_schema = "
                    + $"'{(database.Server.IsPostgreSql ? "public" : database.Name)}'"));
    }

    [Fact]
    public void A_server_that_was_not_started_is_named_with_the_command_that_starts_it()
    {
        var failure = Assert.Throws<InvalidOperationException>(() => new TestServer("MySql", "1.0").ConnectionString);
        Assert.Contains("SCHEMASYNC_TEST_MYSQL_1_0", failure.Message, StringComparison.Ordinal);
        Assert.Contains("build/servers.sh env", failure.Message, StringComparison.Ordinal);
    }
}
