namespace SchemaSync.Adapters.Tests;

/// <summary>What an account would not be shown is no reason to believe that it is not there.</summary>
public sealed class MySqlRightsTests
{
    [Theory]
    [InlineData("", "GRANT ALL PRIVILEGES ON *.* TO `u`@`%`")]
    [InlineData("", "GRANT USAGE ON *.* TO `u`@`%`", "GRANT ALL PRIVILEGES ON `shop`.* TO `u`@`%`")]
    [InlineData("", "GRANT USAGE ON *.* TO `u`@`%`", @"GRANT ALL PRIVILEGES ON `sh\_p%`.* TO `u`@`%`",
        "GRANT SELECT, INSERT, SHOW VIEW, TRIGGER, EVENT, EXECUTE ON `sho_`.* TO `u`@`%`")]
    [InlineData("", "GRANT SELECT, SHOW VIEW ON *.* TO `u`@`%`", "GRANT SHOW_ROUTINE ON *.* TO `u`@`%`",
        "GRANT EVENT, TRIGGER ON `SHOP`.* TO `u`@`%`")]
    [InlineData("SHOW VIEW, TRIGGER, EVENT ON `shop`.*; SHOW_ROUTINE ON *.*", "GRANT SELECT ON `shop`.* TO `u`@`%`")]
    [InlineData("SHOW_ROUTINE ON *.*", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON `shop`.* TO `u`@`%`",
        "GRANT SELECT ON `mysql`.`proc` TO `u`@`%`")]
    [InlineData("SELECT, SHOW VIEW, TRIGGER, EVENT ON `shop`.*; SHOW_ROUTINE ON *.*", "GRANT USAGE ON *.* TO `u`@`%`",
        @"GRANT ALL PRIVILEGES ON `s\_op`.* TO `u`@`%`")]
    [InlineData("SELECT, SHOW VIEW, TRIGGER, EVENT ON `shop`.*; SHOW_ROUTINE ON *.*",
        "GRANT SELECT (`a`, `b`), UPDATE (`a`) ON `shop`.`t` TO `u`@`%`")]
    [InlineData("SELECT ON `shop`.*", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, EXECUTE ON *.* TO `u`@`%`",
        "REVOKE SELECT ON `shop`.* FROM `u`@`%`")]
    [InlineData("SELECT, SHOW VIEW, TRIGGER, EVENT ON `shop`.*; SHOW_ROUTINE ON *.*",
        "GRANT USAGE ON *.* TO `u`@`%`", "GRANT `reader`@`%` TO `u`@`%`")]
    public void Rights_that_are_missing_are_named(string missing, params string[] grants) =>
        Assert.Equal(missing, string.Join("; ", MySqlRights.Missing(grants, "shop", MySqlCapabilities.OfflineMySql)));

    [Theory]
    [InlineData("11.8.1-MariaDB", "SHOW CREATE ROUTINE ON `shop`.*", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON `shop`.* TO `u`@`%`")]
    [InlineData("11.8.1-MariaDB", "", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT, SHOW CREATE ROUTINE ON `shop`.* TO `u`@`%`")]
    [InlineData("10.11.1-MariaDB", "SELECT ON mysql.proc", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON `shop`.* TO `u`@`%`")]
    [InlineData("10.11.1-MariaDB", "", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON `shop`.* TO `u`@`%`",
        "GRANT SELECT ON `mysql`.`proc` TO `u`@`%`")]
    [InlineData("10.11.1-MariaDB", "SELECT ON mysql.proc", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON `shop`.* TO `u`@`%`",
        "GRANT SELECT ON `mysql`.`db` TO `u`@`%`")]
    [InlineData("10.11.1-MariaDB", "", "GRANT SELECT, SHOW VIEW, TRIGGER, EVENT ON *.* TO `u`@`%`")]
    public void Each_server_has_its_own_right_to_read_routines(string version, string missing, params string[] grants) =>
        Assert.Equal(missing, string.Join("; ", MySqlRights.Missing(grants, "shop", MySqlCapabilities.Of(version))));

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 10.11")]
    [InlineData("MariaDb 11.8")]
    public async Task A_reading_account_sees_every_body_and_calls_none(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        database.Run(
            "CREATE TABLE t (id int PRIMARY KEY, s enum('?', 'a')); CREATE PROCEDURE p () DELETE FROM t; CREATE FUNCTION f () RETURNS "
                + "int DETERMINISTIC RETURN 1; CREATE TRIGGER g BEFORE INSERT ON t FOR EACH ROW SET NEW.id = 1; CREATE VIEW v AS "
                + "SELECT 1 AS one; CREATE EVENT e ON SCHEDULE EVERY 1 DAY DISABLE DO DELETE FROM t");
        using var account = MySqlAccount.Reader(database);
        var read = await MySqlServers.Engine.SnapshotAsync(account.Tenant, TestContext.Current.CancellationToken);
        Assert.Equal("e,f,g,p,v",
            string.Join(',',
                read.Objects.Where(o => o is not Model.Objects.Table).Select(o => o.Name.Name.Value).Order(StringComparer.Ordinal)));
        // Of an enum with a question mark MySQL tells what it is only in a temporary table.
        Assert.Equal(database.Server.Provider == Model.ProviderNames.MySql ? ["t"] : [], read.Unsupported.Select(u => u.Id.Name.Value));
        Assert.Contains("denied", Assert.ThrowsAny<MySqlConnector.MySqlException>(() => account.Run("CALL p()")).Message,
            StringComparison.OrdinalIgnoreCase);
        Assert.Contains("denied", Assert.ThrowsAny<MySqlConnector.MySqlException>(() => account.Run("SELECT f()")).Message,
            StringComparison.OrdinalIgnoreCase);
        if (database.Server.Provider != Model.ProviderNames.MySql) return;
        account.Grant($"CREATE TEMPORARY TABLES ON {database.Name}.*");
        Assert.Empty((await MySqlServers.Engine.SnapshotAsync(account.Tenant, TestContext.Current.CancellationToken)).Unsupported);
    }

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 11.8")]
    public async Task Rights_that_come_with_a_role_count(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var (user, role) = (database.Name[..20], database.Name[2..22]);
        var rights = database.Server.IsPostgreSql ? "" : $"GRANT ALL ON {database.Name}.* TO '{role}'";
        database.Run(
            $"CREATE USER '{user}'@'%' IDENTIFIED BY 'p'; CREATE ROLE '{role}'; {rights}; GRANT '{role}' TO '{user}'@'%'; SET DEFAULT "
                + $"ROLE '{role}' {(server.StartsWith("MariaDb", StringComparison.Ordinal) ? "FOR" : "TO")} '{user}'@'%'");
        try
        {
            var tenant = database.Tenant with
            {
                ConnectionString = new MySqlConnector.MySqlConnectionStringBuilder(database.ConnectionString)
                {
                    UserID = user,
                    Password = "p",
                }.ConnectionString,
            };
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
            var tenant = database.Tenant with
            {
                ConnectionString = new MySqlConnector.MySqlConnectionStringBuilder(database.ConnectionString)
                {
                    UserID = user,
                    Password = "p",
                }.ConnectionString,
            };
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                MySqlServers.Engine.SnapshotAsync(tenant, TestContext.Current.CancellationToken));
            Assert.Equal("SSY0214", failure.Diagnostics[0].Entry.Code);
            Assert.Contains("TRIGGER", failure.Diagnostics[0].Message, StringComparison.Ordinal);
        }
        finally
        {
            database.Run($"DROP USER '{user}'@'%'");
        }
    }
}
