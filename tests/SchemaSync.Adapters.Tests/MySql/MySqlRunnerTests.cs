using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>Locks, scratch databases and rights on real servers.</summary>
public sealed class MySqlRunnerTests
{
    public static TheoryData<string> Servers => MySqlServers.All;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task One_run_at_a_time_holds_a_database(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase();
        await using var first = await Open(database);
        await using var second = await Open(database);
        await first.Runner.LockAsync(TimeSpan.FromSeconds(1), Token);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => second.Runner.LockAsync(TimeSpan.FromSeconds(1), Token));
        Assert.Equal("SSY0501", failure.Diagnostics[0].Entry.Code);
        await first.Runner.CompleteAsync(Token);
        await second.Runner.LockAsync(TimeSpan.FromSeconds(5), Token);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task The_lock_dies_with_its_owner(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase();
        var first = await Open(database);
        await first.Runner.LockAsync(TimeSpan.FromSeconds(1), Token);
        database.Run($"KILL {((MySqlConnection)first.Connection).ServerThread}");
        await using var second = await Open(database);
        await second.Runner.LockAsync(TimeSpan.FromSeconds(10), Token);
        await first.Connection.DisposeAsync();
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Two_databases_of_one_server_do_not_wait_for_each_other(string name)
    {
        using var one = TestServer.Of(name).CreateDatabase();
        using var other = TestServer.Of(name).CreateDatabase();
        await using var first = await Open(one);
        await using var second = await Open(other);
        await first.Runner.LockAsync(TimeSpan.FromSeconds(1), Token);
        await second.Runner.LockAsync(TimeSpan.FromSeconds(1), Token);
        Assert.NotEqual(MySqlRunner.LockName(new string('a', 64)), MySqlRunner.LockName(new string('a', 63) + "b"));
        Assert.Equal(59, MySqlRunner.LockName(new string('a', 64)).Length);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_step_lets_others_pass_and_tries_again_until_the_table_is_free(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY)");
        await using var session = await Open(database);
        await session.Runner.LockAsync(TimeSpan.FromSeconds(60), Token);
        await using var writer = await Busy(database);
        var step = session.Runner.ExecuteAsync(Step("ALTER TABLE t ADD COLUMN a int"), Token);
        // Longer than one attempt waits: the first has given up by then.
        await Task.Delay(TimeSpan.FromSeconds(4), Token);
        Assert.False(step.IsCompleted);
        await writer.CloseAsync();
        await step;
        Assert.Equal("2", database.Query("SELECT count(*) FROM information_schema.columns WHERE table_schema = DATABASE()"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_table_that_stays_locked_is_said_so(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY)");
        await using var session = await Open(database);
        await session.Runner.LockAsync(TimeSpan.FromSeconds(1), Token);
        await using var writer = await Busy(database);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            session.Runner.ExecuteAsync(Step("ALTER TABLE t ADD COLUMN a int"), Token));
        Assert.Equal("SSY0501", failure.Diagnostics[0].Entry.Code);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_server_that_goes_away_during_a_step_is_said_so(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY)");
        await using var session = await Open(database);
        await session.Runner.LockAsync(TimeSpan.FromSeconds(60), Token);
        var step = session.Runner.ExecuteAsync(Step("DO SLEEP(60)"), Token);
        using (var sleeper = new MySqlConnection(database.ConnectionString))
        {
            await sleeper.OpenAsync(Token);
            using var kill = new MySqlCommand($"KILL {((MySqlConnection)session.Connection).ServerThread}", sleeper);
            await kill.ExecuteNonQueryAsync(Token);
        }

        var failure = await Assert.ThrowsAnyAsync<MySqlException>(() => step);
        Assert.Equal("SSY0215", MySqlServers.Adapter(database.Server).Explain(database.Tenant, failure)!.Entry.Code);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_scratch_database_vanishes_with_its_session(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase();
        await using (var scratch = await MySqlServers.Adapter(database.Server).OpenScratchAsync(database.Tenant, Token))
        {
            await scratch.Runner.ExecuteAsync(Step("CREATE TABLE t (id int)"), Token);
            Assert.Equal("1",
                database.Query($"SELECT count(*) FROM information_schema.schemata WHERE schema_name = '{scratch.Connection.Database}'"));
            Assert.StartsWith(MySqlScratch.Prefix, scratch.Connection.Database, StringComparison.Ordinal);
        }

        Assert.Equal("0", database.Query("SELECT count(*) FROM information_schema.tables WHERE table_schema = DATABASE()"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_scratch_database_whose_owner_died_is_swept_and_one_in_use_is_not(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase();
        const string Left = $"{MySqlScratch.Prefix}00000000000000aa";
        database.Run($"CREATE DATABASE IF NOT EXISTS {Left}");
        await using var used = await MySqlServers.Adapter(database.Server).OpenScratchAsync(database.Tenant, Token);
        await using var other = await MySqlServers.Adapter(database.Server).OpenScratchAsync(database.Tenant, Token);
        Assert.Equal("0", database.Query($"SELECT count(*) FROM information_schema.schemata WHERE schema_name = '{Left}'"));
        Assert.Equal("1",
            database.Query($"SELECT count(*) FROM information_schema.schemata WHERE schema_name = '{used.Connection.Database}'"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task An_account_that_may_only_read_validates_what_a_run_has_kept(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase().Collated();
        using var account = MySqlAccount.Reader(database);
        var target = Declared();
        await MySqlServers.Engine.SyncTenantAsync(database.Tenant, target, execute: true, MySqlServers.Ours, Token);
        Assert.True((await MySqlServers.Engine.ValidateAsync(account.Tenant, target, Token)).IsEqual);

        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            MySqlServers.Engine.PlanAsync(account.Tenant,
                SchemaTarget.Of(new SchemaModel
                {
                    Providers = [database.Server.Provider],
                    Objects = [new Table { Name = new("other"), Columns = [Id] }],
                }), new(), Token));
        Assert.Equal("SSY0210", refusal.Diagnostics[0].Entry.Code);
        Assert.Contains("GRANT", refusal.Diagnostics[0].Message, StringComparison.Ordinal);

        SchemaTarget Declared() => SchemaTarget.Of(new SchemaModel
        {
            Providers = [database.Server.Provider],
            Objects = [new Table { Name = new("t"), Columns = [Id], PrimaryKey = new() { Columns = [IndexPart.Of("id")] } },
                new View { Name = new("v"), Definition = new("SELECT id FROM t") }],
        });
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task An_account_that_may_not_write_is_told_so(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase().Run("CREATE TABLE t (id int PRIMARY KEY)");
        using var account = new MySqlAccount(database, "SELECT");
        await using var session = await MySqlServers.Adapter(database.Server).OpenAsync(account.Tenant, SessionAccess.Write, Token);
        var failure = await Assert.ThrowsAsync<MySqlException>(() =>
            session.Runner.ExecuteAsync(Step("ALTER TABLE t ADD COLUMN a int"), Token));
        Assert.Equal("SSY0214", MySqlServers.Adapter(database.Server).Explain(account.Tenant, failure)!.Entry.Code);
    }

    private static Column Id => new() { Name = new("id"), Type = ColumnType.Of(LogicalType.Int32) };

    private static Task<DatabaseSession> Open(TestDatabase database) =>
        MySqlServers.Adapter(database.Server).OpenAsync(database.Tenant, SessionAccess.Write, Token);

    private static Step Step(string sql) =>
        new() { Sql = sql, Serves = "test", Subject = ObjectId.Top(ObjectKind.Table, new("t")), Transaction = TransactionMode.None };

    /// <summary>A connection in the middle of a transaction that has used the table.</summary>
    private static async Task<MySqlConnection> Busy(TestDatabase database)
    {
        var connection = new MySqlConnection(database.ConnectionString);
        await connection.OpenAsync(Token);
        using var command = new MySqlCommand("START TRANSACTION; INSERT INTO t VALUES (1)", connection);
        await command.ExecuteNonQueryAsync(Token);
        return connection;
    }
}
