using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>A script sets in its shell what a run sets in its session, and leaves alone what a run leaves alone.</summary>
public sealed class ScriptSettingsTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter(), new SqliteAdapter()));

    private static readonly Plan Nothing = new()
    {
        Provider = "", From = new() { Form = new("", IsServer: true) }, Changes = [], Steps = [],
        To = new() { Form = new("", IsServer: true) },
    };

    [Fact]
    public void Every_setting_of_a_run_is_one_of_the_script()
    {
        var place = new ScriptPlace("shop", "public");
        Assert.Contains(PostgreSqlSetup.Configure(isReadOnly: null)["SELECT".Length..],
            new PsqlShell(PostgreSqlCapabilities.Of(180000, ""), "public").Open(place, new("PostgreSql", IsServer: true), Nothing),
            StringComparison.Ordinal);
        foreach (var product in new[] { MySqlCapabilities.OfflineMySql, MySqlCapabilities.OfflineMariaDb })
            Assert.Contains(MySqlFacts.Pinned(product, isReadOnly: false),
                new MySqlShell(product).Open(place, new("MySql", IsServer: true), Nothing), StringComparison.Ordinal);
        var sqlite = new SqliteShell().Open(place, new("Sqlite", IsServer: true), Nothing);
        Assert.All(SqliteRunner.Settings, s => Assert.Contains(s + ";\n", sqlite, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_database_that_takes_no_changes_gets_none_from_psql()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run("CREATE TABLE t (id integer)");
        using var wanted = new PostgreSqlSchema(server.Database, "settings_b").Run("CREATE TABLE t (id integer, a integer)");
        var script = await Script(Engine, database.Tenant, wanted.Tenant);
        database.Run($"ALTER DATABASE {database.Name} SET default_transaction_read_only = on");
        (await Psql.RunAsync(database, script)).StoppedWith("this session takes no changes (default_transaction_read_only is on");
        Assert.Equal("1", database.Query("SELECT count(*) FROM pg_attribute WHERE attrelid = 'public.t'::regclass AND attnum > 0"));
    }

    [Theory]
    [InlineData("MySql 9.7", "transaction_read_only")]
    [InlineData("MariaDb 11.8", "tx_read_only")]
    public async Task A_session_that_takes_no_changes_makes_none_in_the_clients_of_mysql(string name, string setting)
    {
        using var live = TestServer.Of(name).CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY)");
        using var wanted = TestServer.Of(name).CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY, a int)");
        var script = await Script(MySqlServers.Engine, live.Tenant, wanted.Tenant);
        (await MySqlShellProgram.RunAsync(live,
            $"SET SESSION {setting} = 1;\n{script}")).StoppedWith($"this session takes no changes ({setting})");
        Assert.Equal("1",
            live.Query("SELECT COUNT(*) FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND TABLE_NAME = 't'"));
    }

    [Fact]
    public async Task A_shell_of_sqlite_that_takes_no_changes_makes_none()
    {
        using var live = new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY)");
        using var wanted = new SqliteFile().Run("CREATE TABLE t (id INTEGER PRIMARY KEY, a TEXT)");
        var run = await Sqlite3.RunAsync(live, "PRAGMA query_only = ON;\n" + await Script(Engine, live.Tenant, wanted.Tenant));
        Assert.NotEqual(0, run.ExitCode);
        Assert.Contains("readonly", run.Said, StringComparison.Ordinal);
        Assert.Equal("1", live.Query("SELECT count(*) FROM pragma_table_info('t')"));
    }

    [Theory]
    [InlineData("MySql 9.7")]
    [InlineData("MariaDb 10.11")]
    public async Task No_setting_of_a_server_hides_rows_of_the_catalogue(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase();
        await using var connection = new MySqlConnection(database.ConnectionString + ";Allow User Variables=True");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        using var command = new MySqlCommand("SET SESSION sql_select_limit = 1, sql_auto_is_null = 1", connection);
        await command.ExecuteNonQueryAsync(TestContext.Current.CancellationToken);
        await MySqlFacts.ReadAsync(connection, MySqlSettings.Of(database.Tenant), database.Server.Provider, SessionAccess.Read,
            TestContext.Current.CancellationToken);
        command.CommandText =
            "SELECT COUNT(*) FROM (SELECT 1) one WHERE @@SESSION.sql_auto_is_null = 0 AND @@SESSION.sql_select_limit > 1000000000000";
        Assert.Equal(1L, await command.ExecuteScalarAsync(TestContext.Current.CancellationToken));
    }

    private static async Task<string> Script(SchemaSyncEngine engine, TenantContext live, TenantContext wanted)
    {
        var target = SchemaTarget.Of(await engine.SnapshotAsync(wanted, TestContext.Current.CancellationToken));
        return await engine.ScriptAsync(live, target, new PlanOptions(IncludeUnmanaged: true), TestContext.Current.CancellationToken);
    }
}
