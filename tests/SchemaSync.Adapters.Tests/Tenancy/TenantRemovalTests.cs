using Microsoft.Data.Sqlite;
using SchemaSync.Engine.Tests.Execution;

namespace SchemaSync.Adapters.Tests;

/// <summary>A tenant is dropped with everything of its own, and with nothing of anybody else.</summary>
public sealed class TenantRemovalTests
{
    private static readonly SchemaSyncEngine Engine =
        new(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter(), new SqliteAdapter()));

    // A name that means something else wherever it is not quoted.
    private const string Odd = "a'b\"c`d;-- e";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers => [TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString(),
        TestServer.MySql97.ToString(), TestServer.MariaDb1011.ToString()];

    [Theory]
    [InlineData("PostgreSql 13")]
    [InlineData("PostgreSql 18")]
    public async Task A_schema_goes_and_the_others_stay_with_their_ledgers(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        foreach (var name in new[] { Odd, "b", "c" }) await SyncAsync(Schema(database, name), "x", "y");
        await DropAsync(Schema(database, Odd));
        Assert.Equal("b;c", database.Query("SELECT nspname FROM pg_namespace WHERE nspname !~ '^(pg_|inf|__|public)' ORDER BY 1"));
        Assert.Equal("b;c", database.Query("SELECT DISTINCT tenant FROM __schemasync.__schemasync_ledger ORDER BY 1"));
        Assert.Equal("2|2|1", database.Query("SELECT (SELECT count(DISTINCT tenant) FROM __schemasync.__schemasync_snapshots), "
            + "(SELECT count(DISTINCT tenant) FROM __schemasync.__schemasync_ledger_steps), (SELECT count(*) FROM b.t)+1"));
        // One with a ledger of its own, and a second one that was put aside.
        var own = Schema(database, "own") with { Ledger = LedgerPlace.Own };
        await SyncAsync(own, "x");
        database.Run("CREATE TABLE own.__schemasync_ledger_20260101t000000000 (a int)");
        await DropAsync(own);
        await SyncAsync(Schema(database, Odd), "x");
        Assert.Single(await Engine.AuditAsync(Schema(database, Odd), Token));
    }

    [Fact]
    public async Task What_others_have_in_it_is_listed_and_stays()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        var tenant = Schema(database, "a");
        await SyncAsync(tenant, "x");
        database.Run("CREATE TABLE a.theirs (id int); CREATE FUNCTION a.f() RETURNS int LANGUAGE sql AS 'SELECT 1'");
        var refused = await RefusedAsync("SSY0613", tenant);
        Assert.Contains("theirs", refused.Message, StringComparison.Ordinal);
        Assert.Contains("function f", refused.Message, StringComparison.Ordinal);
        database.Run("DROP TABLE a.theirs; DROP FUNCTION a.f()");
        database.Run("CREATE EXTENSION hstore SCHEMA a");
        Assert.Contains("extension hstore", (await RefusedAsync("SSY0613", tenant)).Message, StringComparison.Ordinal);
        database.Run("DROP EXTENSION hstore; CREATE TABLE public.r (id bigint REFERENCES a.t (id)); "
            + "CREATE VIEW public.v AS SELECT * FROM a.t");
        await RefusedAsync("SSY0527", tenant);
        Assert.Equal("t", database.Query("SELECT tablename FROM pg_tables WHERE schemaname = 'a'"));
        database.Run("DROP TABLE public.r; DROP VIEW public.v; CREATE OPERATOR FAMILY a.late USING btree");
        // What no snapshot shows is found by the server, and then nothing of the schema is dropped.
        var left = await Assert.ThrowsAsync<SchemaSyncException>(() => DropAsync(tenant));
        Assert.Equal("SSY0613", left.Diagnostics[0].Entry.Code);
        Assert.Equal("1", database.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'a'"));
        database.Run("DROP OPERATOR FAMILY a.late USING btree");
        await DropAsync(tenant);
        Assert.Equal("0", database.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'a'"));
    }

    [Fact]
    public async Task What_nobody_remembers_may_be_declared()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase()
            .Run("CREATE SCHEMA a; CREATE TABLE a.t (id bigint PRIMARY KEY, x int)");
        var tenant = Schema(database, "a");
        await RefusedAsync("SSY0613", tenant);
        var plan = await Engine.PlanRemovalAsync(tenant, LedgerScene.Target(ProviderNames.PostgreSql, "t", "x"), Token);
        await Engine.RemoveAsync(tenant, plan, new(), Token);
        Assert.Equal("0", database.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'a'"));
    }

    [Fact]
    public async Task What_tenants_share_stays_for_the_others()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var sample = TestServer.PostgreSql15.CreateDatabase().Run("""
            CREATE SCHEMA shared; CREATE TABLE shared.countries (id int PRIMARY KEY); CREATE TABLE t (id int REFERENCES shared.countries)
            """);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(sample.Tenant with { Schemas = ["shared"] }, Token));
        foreach (var name in new[] { "a", "b" })
            await Engine.SyncTenantAsync(Schema(database, name), target, true, LedgerScene.Anything, Token);
        database.Run("INSERT INTO shared.countries VALUES (1)");
        await DropAsync(Schema(database, "a"));
        Assert.Equal("1|b", database.Query(
            "SELECT count(*), (SELECT schemaname FROM pg_tables WHERE tablename = 't') FROM shared.countries"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_database_goes_and_one_with_something_of_others_stays(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var quote = database.Server.IsPostgreSql ? '"' : '`';
        var name = $"{database.Name[..12]}{Odd}";
        string Quoted() => $"{quote}{name.Replace($"{quote}", $"{quote}{quote}", StringComparison.Ordinal)}{quote}";
        database.Run($"CREATE DATABASE {Quoted()}");
        var tenant = database.Tenant with { Id = name, ConnectionString = database.Server.ConnectionStringTo(name) };
        await SyncAsync(tenant, "x", "y");
        using (var theirs = database.Server.Connect(tenant.ConnectionString))
        {
            Run(theirs, "CREATE TABLE theirs (id int)");
            Assert.Contains("theirs", (await RefusedAsync("SSY0613", tenant)).Message, StringComparison.Ordinal);
            Run(theirs, "DROP TABLE theirs");
            if (database.Server.IsPostgreSql)
            {
                Run(theirs, "CREATE SCHEMA s; CREATE VIEW s.v AS SELECT 1 AS a");
                await RefusedAsync("SSY0613", tenant);
                Run(theirs, "DROP SCHEMA s CASCADE");
                var used = await Assert.ThrowsAsync<SchemaSyncException>(() => DropAsync(tenant));
                Assert.Equal("SSY0614", used.Diagnostics[0].Entry.Code);
            }
            else
            {
                database.Run($"CREATE TABLE r (id bigint, CONSTRAINT r_fk FOREIGN KEY (id) REFERENCES {Quoted()}.t (id))");
                Assert.Contains("r_fk", (await RefusedAsync("SSY0613", tenant)).Message, StringComparison.Ordinal);
                database.Run("DROP TABLE r");
            }
        }

        if (database.Server.IsPostgreSql) Npgsql.NpgsqlConnection.ClearAllPools();
        await DropAsync(tenant);
        await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.SnapshotAsync(tenant, Token));
        var gone = await Assert.ThrowsAsync<SchemaSyncException>(() => DropAsync(tenant));
        Assert.Equal("SSY0213", gone.Diagnostics[0].Entry.Code);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_hundred_hostile_names_are_made_brought_to_the_target_and_dropped(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var prefix = $"h{Guid.NewGuid():n}"[..9];
        var adapter = Engine.Adapters.For(database.Server.Provider);
        var tenants = await TenantList.OfNames(TenantLayoutTests.Hostile,
            new(adapter, database.Server.ConnectionStringTo($"{prefix}{{tenant}}"))).ListAsync(Token);
        var report = await new TenantFleet(Engine).SyncAsync(TenantList.Of(tenants),
            LedgerScene.Target(database.Server.Provider, "t", "x"), true, LedgerScene.Anything,
            new() { Creates = true, StopAfter = 0, Canaries = 0 }, Token);
        string Made() => database.Query(database.Server.IsPostgreSql
            ? $"SELECT count(*) FROM pg_database WHERE starts_with(datname, '{prefix}')"
            : $"SELECT count(*) FROM information_schema.schemata WHERE LEFT(schema_name, 9) = '{prefix}'");
        // What a server does not take as a name is told, and is no other database.
        Assert.All(report.Tenants, t => Assert.True(t.State == TenantState.Done || t.Diagnostics.Count > 0, t.Tenant));
        Assert.Equal($"{report.Count(TenantState.Done)}", Made());
        Assert.InRange(report.Count(TenantState.Done), 95, tenants.Count);
        foreach (var tenant in tenants.Where((_, i) => report.Tenants[i].State == TenantState.Done)) await DropAsync(tenant.Context);
        Assert.Equal("0", Made());
    }

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public async Task A_file_goes_with_what_stands_beside_it(string mode)
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var file = Path.Combine(folder, "a'b ☃.db");
        var tenant = new TenantContext("a", ProviderNames.Sqlite, new SqliteConnectionStringBuilder { DataSource = file }.ConnectionString);
        await SyncAsync(tenant, "x");
        using (var other = new SqliteConnection($"Data Source={file};Pooling=False"))
        {
            other.Open();
            Run(other, $"PRAGMA journal_mode = {mode}");
            Run(other, "CREATE TABLE theirs (id int)");
            Assert.Contains("theirs", (await RefusedAsync("SSY0613", tenant)).Message, StringComparison.Ordinal);
            Run(other, "DROP TABLE theirs");
            if (mode == "DELETE") Run(other, "BEGIN; SELECT 1 FROM sqlite_schema");
            var used = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.RemoveAsync(tenant,
                new() { Provider = ProviderNames.Sqlite, From = Nothing, To = Nothing, Changes = [] }, new(), Token));
            Assert.Equal("SSY0614", used.Diagnostics[0].Entry.Code);
        }

        await File.WriteAllTextAsync(Path.Combine(folder, "bystander.db"), "", Token);
        await DropAsync(tenant);
        Assert.Equal("bystander.db", Path.GetFileName(Assert.Single(Directory.GetFiles(folder))));
        Assert.Equal("SSY0205", (await Assert.ThrowsAsync<SchemaSyncException>(() => DropAsync(tenant))).Diagnostics[0].Entry.Code);
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task One_that_is_locked_or_not_there_is_not_dropped()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        Assert.Equal("SSY0239", (await Assert.ThrowsAsync<SchemaSyncException>(() => DropAsync(Schema(database, "nobody"))))
            .Diagnostics[0].Entry.Code);
        Assert.Equal("0", database.Query("SELECT count(*) FROM pg_namespace WHERE nspname = 'nobody'"));
        var tenant = Schema(database, "a");
        await SyncAsync(tenant, "x");
        await using var session = await new PostgreSqlAdapter().OpenAsync(tenant, SessionAccess.Write, Token);
        await session.Runner.LockAsync(TimeSpan.FromSeconds(1), Token);
        Assert.Equal("SSY0501", (await Assert.ThrowsAsync<SchemaSyncException>(() => DropAsync(tenant))).Diagnostics[0].Entry.Code);
        Assert.Equal("t", database.Query("SELECT tablename FROM pg_tables WHERE schemaname = 'a'"));
    }

    private static Snapshot Nothing => new() { Form = new(ProviderNames.Sqlite, IsServer: true) };

    private static TenantContext Schema(TestDatabase database, string name) =>
        database.Tenant with { Id = name, Schema = name, SharesDatabase = true };

    private static Task SyncAsync(TenantContext tenant, params string[] columns) =>
        Engine.SyncTenantAsync(tenant, LedgerScene.Target(tenant.Provider, "t", columns), true, LedgerScene.Anything, Token);

    private static async Task DropAsync(TenantContext tenant) => await Engine.RemoveAsync(tenant,
        await Engine.PlanRemovalAsync(tenant, null, Token), new() { LockTimeout = TimeSpan.FromSeconds(1) }, Token);

    private static async Task<SchemaSyncException> RefusedAsync(string code, TenantContext tenant)
    {
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanRemovalAsync(tenant, null, Token));
        Assert.Equal(code, refused.Diagnostics[0].Entry.Code);
        return refused;
    }

    private static void Run(System.Data.Common.DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
