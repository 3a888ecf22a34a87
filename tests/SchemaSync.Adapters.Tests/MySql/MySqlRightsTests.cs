using SchemaSync.Engine;

namespace SchemaSync.Adapters.Tests;

/// <summary>What an account would not be shown is no reason to believe that it is not there.</summary>
public sealed class MySqlRightsTests
{
    [Theory]
    [InlineData("", "GRANT ALL PRIVILEGES ON *.* TO `u`@`%`")]
    [InlineData("", "GRANT USAGE ON *.* TO `u`@`%`", "GRANT ALL PRIVILEGES ON `shop`.* TO `u`@`%`")]
    [InlineData("", "GRANT USAGE ON *.* TO `u`@`%`", @"GRANT ALL PRIVILEGES ON `sh\_p%`.* TO `u`@`%`", "GRANT SELECT, INSERT, SHOW VIEW, TRIGGER, EVENT, EXECUTE ON `sho_`.* TO `u`@`%`")]
    [InlineData("", "GRANT SELECT, SHOW VIEW ON *.* TO `u`@`%`", "GRANT SHOW_ROUTINE ON *.* TO `u`@`%`", "GRANT EVENT, TRIGGER ON `SHOP`.* TO `u`@`%`")]
    [InlineData("SHOW VIEW, TRIGGER, EVENT, EXECUTE", "GRANT SELECT ON `shop`.* TO `u`@`%`")]
    [InlineData("SELECT, SHOW VIEW, TRIGGER, EVENT, EXECUTE", "GRANT USAGE ON *.* TO `u`@`%`", @"GRANT ALL PRIVILEGES ON `s\_op`.* TO `u`@`%`")]
    [InlineData("SELECT, SHOW VIEW, TRIGGER, EVENT, EXECUTE", "GRANT SELECT (`a`, `b`), UPDATE (`a`) ON `shop`.`t` TO `u`@`%`")]
    [InlineData("SELECT", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, EXECUTE ON *.* TO `u`@`%`", "REVOKE SELECT ON `shop`.* FROM `u`@`%`")]
    [InlineData("SELECT, SHOW VIEW, TRIGGER, EVENT, EXECUTE", "GRANT USAGE ON *.* TO `u`@`%`", "GRANT `reader`@`%` TO `u`@`%`")]
    public void Rights_that_are_missing_are_named(string missing, params string[] grants) => Assert.Equal(missing, string.Join(", ", MySqlRights.Missing(grants, "shop")));

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task Rights_that_come_with_a_role_count(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var (user, role) = (database.Name[..20], database.Name[2..22]);
        var rights = database.Server.IsPostgreSql ? "" : $"GRANT ALL ON {database.Name}.* TO '{role}'";
        database.Run($"CREATE USER '{user}'@'%' IDENTIFIED BY 'p'; CREATE ROLE '{role}'; {rights}; GRANT '{role}' TO '{user}'@'%'; SET DEFAULT ROLE '{role}' {(server.StartsWith("MariaDb", StringComparison.Ordinal) ? "FOR" : "TO")} '{user}'@'%'");
        try
        {
            var tenant = database.Tenant with { ConnectionString = new MySqlConnector.MySqlConnectionStringBuilder(database.ConnectionString) { UserID = user, Password = "p" }.ConnectionString };
            Assert.Empty((await MySqlServers.Engine.SnapshotAsync(tenant, TestContext.Current.CancellationToken)).Objects);
        }
        finally
        {
            database.Run($"DROP USER '{user}'@'%'; DROP ROLE '{role}'");
        }
    }

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 10.11")]
    public async Task An_account_that_sees_a_part_is_refused(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase().Run("CREATE TABLE t (id int)");
        var user = database.Name[..20];
        database.Run($"CREATE USER '{user}'@'%' IDENTIFIED BY 'p'; GRANT SELECT ON {database.Name}.t TO '{user}'@'%'");
        try
        {
            var tenant = database.Tenant with { ConnectionString = new MySqlConnector.MySqlConnectionStringBuilder(database.ConnectionString) { UserID = user, Password = "p" }.ConnectionString };
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => MySqlServers.Engine.SnapshotAsync(tenant, TestContext.Current.CancellationToken));
            Assert.Equal("SSY0214", failure.Diagnostics[0].Entry.Code);
            Assert.Contains("TRIGGER", failure.Diagnostics[0].Message, StringComparison.Ordinal);
        }
        finally
        {
            database.Run($"DROP USER '{user}'@'%'");
        }
    }
}
