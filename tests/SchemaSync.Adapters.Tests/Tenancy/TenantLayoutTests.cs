namespace SchemaSync.Adapters.Tests;

/// <summary>Tenants as schemas of a database, as databases of a server and as files, found by pattern and by query.</summary>
public sealed class TenantLayoutTests
{
    private static readonly SchemaSyncEngine Engine =
        new(new AdapterRegistry(new PostgreSqlAdapter(), new MySqlAdapter(), new MariaDbAdapter(), new SqliteAdapter()));

    // What a name may be that nobody thought of; the list goes through every layout.
    internal static readonly string[] Hostile = ["O'Brien", "a\"b", "a`b", "a;DROP SCHEMA public CASCADE", "-- x",
        "/* x", "a\\", "$$x$$",
        "{schema}", "{tenant}", "a{tenant}b", "ünï", "日本", "🙂", " lead", "trail ", "two  words", "UPPER", "Mixed", "select", "table",
        "user", "a.b", "a,b", "a=b", "a%b", "a_b", "a?b", "a*b", "[x]", "(x)", "'x'", "\"x\"", "x'); --", "${X}", "$(X)", "%X%", "~", "!x",
        "#x", "@x", "a|b", "a&b", "<x>", "x:y", "0", "1a", "null", "true", "''", "\"\"", "``", "a''b", "E'\\'", "\\'; --", "*/",
        "$1", "@run", ":x", "?", "{0}", "{", "}", "{{tenant}}", "a;", ";", ",", "=", "a=b;c=d", "Host=x", "Database=postgres",
        "Search Path=public", "public.t", "a..b", "\u00e9", "e\u0301", "\u00a0", "\u200b", "\u202e", "\ufeffx", "_", "__", "-",
        "--", "+", "|", "&&", "NaN", "current_user", "session_user", "none", "default", "root", "admin", "template1", "0x1F", "1e9",
        "pg_temp", "pg_x", "information_schema", "mysql", "sys"];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers => [TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString(),
        TestServer.MySql97.ToString(), TestServer.MariaDb1011.ToString()];

    [Fact]
    public async Task Schemas_of_a_database_are_found_by_pattern_and_by_query()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run("""
            CREATE SCHEMA tenant_b; CREATE SCHEMA tenant_a; CREATE SCHEMA other;
            CREATE TABLE customers (name text, home text, wave text);
            INSERT INTO customers VALUES ('acme', 'tenant_a', 'early'), ('globex', 'tenant_b', NULL)
            """);
        var template = Template(database.Tenant) with { Schema = "tenant_{tenant}" };
        var found = await new ServerTenants("*", template).ListAsync(Token);
        Assert.Equal(["a: tenant_a", "b: tenant_b"], found.Select(t => $"{t.Id}: {t.Context.Schema}"));
        var asked = await Query(database.Tenant, "SELECT name AS id, home AS schema, wave AS \"group\" FROM customers ORDER BY 1",
            Template(database.Tenant)).ListAsync(Token);
        Assert.Equal(["acme: tenant_a, early", "globex: tenant_b, "], asked.Select(t => $"{t.Id}: {t.Context.Schema}, {t.Group}"));
        var report = await new TenantFleet(Engine).SyncAsync(TenantList.Of(asked), await TargetAsync(database),
            execute: true, MySqlServers.Ours, new(), Token);
        Assert.Equal(2, report.Count(TenantState.Done));
        Assert.Equal("tenant_a;tenant_b", database.Query("SELECT schemaname FROM pg_tables WHERE tablename = 'things' ORDER BY 1"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task Databases_of_a_server_are_found_by_pattern(string server)
    {
        using var second = TestServer.Of(server).CreateDatabase();
        using var first = TestServer.Of(server).CreateDatabase();
        using var catalog = TestServer.Of(server).CreateDatabase();
        var template = Template(first.Tenant with { ConnectionString = first.Server.ConnectionStringTo("{tenant}") });
        var found = await new ServerTenants("t_*", template).ListAsync(Token);
        Assert.All([first.Name, second.Name, catalog.Name], name => Assert.Contains(found, t => t.Id == name));
        Assert.DoesNotContain(found, t => t.Id is "postgres" or "template1" or "mysql" or "sys");
        Assert.Equal("SSY0601", await Refused(() => new ServerTenants("nobody_*", template).ListAsync(Token)));
        catalog.Run($"CREATE TABLE c (id varchar(80)); INSERT INTO c VALUES ('{first.Name}'), ('{second.Name}')");
        var asked = await Query(catalog.Tenant, "SELECT id FROM c", template).ListAsync(Token);
        var report = await new TenantFleet(Engine).SyncAsync(TenantList.Of(asked), await TargetAsync(first),
            execute: true, MySqlServers.Ours, new(), Token);
        Assert.Equal(2, report.Count(TenantState.Done));
        Assert.Equal("0", second.Query("SELECT count(*) FROM things"));
    }

    [Theory]
    [InlineData("SSY0605", "SELECT nothing FROM nowhere")]
    [InlineData("SSY0605", "SELECT 1 AS id, 2 AS region")]
    [InlineData("SSY0605", "SELECT NULL AS id")]
    [InlineData("SSY0605", "CREATE TABLE x (id int)")]
    [InlineData("SSY0605", "")]
    [InlineData("SSY0601", "SELECT 1 AS id WHERE 1 = 0")]
    [InlineData("SSY0603", "SELECT 'a' AS id UNION ALL SELECT 'A'")]
    public async Task A_query_that_names_nobody_is_refused_and_changes_nothing(string code, string sql)
    {
        foreach (var server in new[] { TestServer.PostgreSql15, TestServer.MySql97, TestServer.MariaDb118 })
        {
            using var database = server.CreateDatabase();
            Assert.Equal(code, await Refused(() => Query(database.Tenant, sql,
                Template(database.Tenant) with { Schema = "{tenant}" }).ListAsync(Token)));
        }
    }

    [Fact]
    public async Task A_hostile_name_is_a_schema_like_any_other_or_refused()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase().Run("CREATE TABLE public.bystander (id int)");
        var template = Template(database.Tenant) with { Schema = "{tenant}" };
        var tenants = (await TenantList.OfNames(Hostile, template).ListAsync(Token)).Select(t => t.Context).ToList();
        var report = await new TenantFleet(Engine).SyncAsync(TenantList.Of(tenants), await TargetAsync(database), execute: true,
            MySqlServers.Ours, new() { StopAfter = 0, Canaries = 0 }, Token);
        Assert.All(report.Tenants, t => Assert.Equal(IsServers(t.Tenant) ? TenantState.Failed : TenantState.Done, t.State));
        Assert.All(report.Tenants.SelectMany(t => t.Diagnostics), d => Assert.Equal("SSY0240", d.Entry.Code));
        var made = database.Rows("SELECT schemaname FROM pg_tables WHERE tablename = 'things'").Select(r => r[0]);
        Assert.Equal(Hostile.Where(h => !IsServers(h)).Order(StringComparer.Ordinal), made.Order(StringComparer.Ordinal));
        Assert.Equal("bystander", database.Query("SELECT tablename FROM pg_tables WHERE schemaname = 'public'"));
        var usual = TenantList.Of(tenants.Where(t => !IsServers(t.Id)));
        var again = await new TenantFleet(Engine).ValidateAsync(usual, await TargetAsync(database), new(), Token);
        Assert.Equal(again.Tenants.Count, again.Count(TenantState.Equal));
    }

    internal static bool IsServers(string name) => name.StartsWith("pg_", StringComparison.Ordinal) || name == "information_schema";

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_hostile_name_is_a_database_like_any_other_or_refused(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var connection = database.Server.ConnectionStringTo($"{database.Name}{{tenant}}");
        var template = Template(database.Tenant with { ConnectionString = connection });
        foreach (var tenant in await TenantList.OfNames(Hostile, template).ListAsync(Token))
        {
            // There is no such database: whatever its name does, it means no other one.
            var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.SnapshotAsync(tenant.Context, Token));
            Assert.Contains(tenant.Id.Trim(), refused.Message, StringComparison.OrdinalIgnoreCase);
            Assert.True(refused.Diagnostics.Single().Entry.Code is "SSY0213" or "SSY0205", refused.Message);
        }
    }

    [Fact]
    public async Task A_hostile_name_is_a_file_like_any_other_or_refused()
    {
        var folder = Directory.CreateTempSubdirectory().FullName;
        var template = new TenantTemplate(new SqliteAdapter(), $"Data Source={folder}/in/{{tenant}}.db");
        Directory.CreateDirectory($"{folder}/in");
        var (made, target) = (0, SchemaTarget.Of(new Snapshot { Form = new("Sqlite", IsServer: true), Objects = [Things] }));
        foreach (var name in Hostile.Concat(["..", "../x", "a/../../b", "/etc/x", "x\0", "x\ny"]))
        {
            try
            {
                var tenant = (await TenantList.OfNames([name], template).ListAsync(Token)).Single().Context;
                await new TenantFleet(Engine).SyncAsync(TenantList.Of(tenant), target, execute: true, MySqlServers.Ours, new(), Token);
                made++;
                Assert.True(File.Exists($"{folder}/in/{name}.db"), name);
            }
            catch (SchemaSyncException e)
            {
                Assert.Equal("SSY0604", e.Diagnostics.Single().Entry.Code);
            }
        }

        Assert.Equal((made, 1), (Directory.GetFiles($"{folder}/in", "*.db").Length, Directory.GetFileSystemEntries(folder).Length));
        Assert.InRange(made, 40, Hostile.Length);
        Directory.Delete(folder, recursive: true);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_tenant_that_is_not_there_is_made_with_its_database_where_that_is_asked_for(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var target = await TargetAsync(database);
        var prefix = $"n{Guid.NewGuid():n}"[..20];
        var template = Template(database.Tenant with { ConnectionString = database.Server.ConnectionStringTo($"{prefix}_{{tenant}}") });
        var tenants = TenantList.OfNames(["a", "b'`\"c", "d"], template);
        var names = (await tenants.ListAsync(Token)).Select(t => template.Adapter.PlaceOf(t.Context).Database!).ToList();
        try
        {
            var fleet = new TenantFleet(Engine);
            Assert.Equal("SSY0213", await Refused(() =>
                fleet.SyncAsync(tenants, target, execute: true, MySqlServers.Ours, new(), Token)));
            var made = await fleet.SyncAsync(tenants, target, execute: true, MySqlServers.Ours, new() { Creates = true }, Token);
            Assert.Equal(3, made.Count(TenantState.Done));
            var again = await fleet.SyncAsync(tenants, target, execute: true, MySqlServers.Ours, new() { Creates = true }, Token);
            Assert.Equal(3, again.Count(TenantState.Equal));
        }
        finally
        {
            var quote = database.Server.IsPostgreSql ? "\"" : "`";
            foreach (var name in names)
                database.Run($"DROP DATABASE IF EXISTS {quote}{name.Replace(quote, quote + quote, StringComparison.Ordinal)}{quote}"
                    + (database.Server.IsPostgreSql ? " WITH (FORCE)" : ""));
        }
    }

    private static Table Things => new()
    {
        Name = new("things"),
        Columns = [new() { Name = new("id"), Type = ColumnType.Of("INTEGER"), Nullable = true }],
    };

    // What the server makes of a table, as everybody would have it.
    private static async Task<SchemaTarget> TargetAsync(TestDatabase database)
    {
        using var sample = database.Server.CreateDatabase().Run("CREATE TABLE things (id int); INSERT INTO things VALUES (1)");
        return SchemaTarget.Of(await Engine.SnapshotAsync(sample.Tenant, Token));
    }

    private static TenantTemplate Template(TenantContext tenant) => new(Engine.Adapters.For(tenant.Provider), tenant.ConnectionString);

    private static TenantQuery Query(TenantContext catalog, string sql, TenantTemplate template) =>
        new(catalog, Engine.Adapters.For(catalog.Provider), sql, template);

    private static async Task<string> Refused(Func<Task> act) =>
        (await Assert.ThrowsAsync<SchemaSyncException>(act)).Diagnostics.Single().Entry.Code;
}
