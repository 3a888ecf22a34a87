using System.Data.Common;

namespace SchemaSync.Engine.Tests;

/// <summary>Where tenants come from.</summary>
public sealed class DirectoryTests : IDisposable
{
    private static readonly TenantTemplate Files = new(new SqliteAdapter(), "Data Source=/data/{tenant}.db");
    private static readonly TenantTemplate Schemas = new(new PostgreSqlAdapter(), "Host=db;Database=shop") { Schema = "{tenant}" };
    private static readonly TenantTemplate Databases = new(new PostgreSqlAdapter(), "Host=db;Database={tenant}");

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Files_that_match_a_pattern_are_tenants_in_the_order_of_their_names()
    {
        foreach (var name in new[] { "b.db", "a.db", "a.db-wal", "c.txt" }) await Write(name, "");
        var tenants = await new TenantFiles(Path.Combine(_folder, "*.db*"), new(new SqliteAdapter(), "Data Source={tenant}")).ListAsync();
        Assert.Equal(["a", "b"], tenants.Select(t => t.Id));
        Assert.Equal(Path.Combine(_folder, "a.db"), Value(tenants[0], "Data Source"));
    }

    [Fact]
    public async Task A_list_file_names_tenants_line_by_line()
    {
        var tenants = await TenantList.OfFile(await Write("list.txt", "# ours\nacme\r\n\n globex \n"), Files).ListAsync();
        Assert.Equal(["/data/acme.db", "/data/globex.db"], tenants.Select(t => Value(t, "Data Source")));
    }

    [Fact]
    public async Task A_json_file_says_where_each_tenant_is()
    {
        Environment.SetEnvironmentVariable("SCHEMASYNC_TEST_TENANT_B", "Host=other;Database=b;Password=s3cret");
        var tenants = await Json("""
            [ { "id": "a", "schema": "tenant_a", "server": "db2:5433", "group": "early" },
              { "id": 7, "database": "seven", "connection_variable": null },
              { "id": "b", "connectionVariable": "SCHEMASYNC_TEST_TENANT_B" } ]
            """, Schemas);
        Assert.Equal(["a", "7", "b"], tenants.Select(t => t.Id));
        Assert.Equal(["tenant_a", "7", "b"], tenants.Select(t => t.Context.Schema));
        Assert.Equal(["early", null, null], tenants.Select(t => t.Group));
        Assert.Equal(("db2", "5433", "shop"), (Value(tenants[0], "Host"), Value(tenants[0], "Port"), Value(tenants[0], "Database")));
        Assert.Equal(("db", "seven"), (Value(tenants[1], "Host"), Value(tenants[1], "Database")));
        Assert.Equal(("other", "b"), (Value(tenants[2], "Host"), Value(tenants[2], "Database")));
        Assert.DoesNotContain("s3cret", string.Concat(tenants), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SSY0605", "{}")]
    [InlineData("SSY0605", "[1]")]
    [InlineData("SSY0605", "[ { \"id\": \"a\", \"Region\": \"x\" } ]")]
    [InlineData("SSY0605", "[ { \"id\": \"a\", \"ID\": \"b\" } ]")]
    [InlineData("SSY0605", "[ { \"id\": [\"a\"] } ]")]
    [InlineData("SSY0605", "[ { \"schema\": \"a\" } ]")]
    [InlineData("SSY0605", "[ { \"id\": null } ]")]
    [InlineData("SSY0605", "[ { \"id\": \"\" } ]")]
    [InlineData("SSY0605", "[ { \"id\": \"a\" }")]
    [InlineData("SSY0601", "[]")]
    [InlineData("SSY0603", "[ { \"id\": \"a\" }, { \"id\": \"A\" } ]")]
    [InlineData("SSY0604", "[ { \"id\": \"a\\u0000\" } ]")]
    [InlineData("SSY0604", "[ { \"id\": \"a\", \"schema\": \"b\\n\" } ]")]
    [InlineData("SSY0606", "[ { \"id\": \"a\", \"server\": \"db:x\" } ]")]
    [InlineData("SSY0608", "[ { \"id\": \"a\", \"connectionVariable\": \"SCHEMASYNC_TEST_NOBODY\" } ]")]
    public async Task What_is_no_list_of_tenants_is_refused(string code, string json) => await Refused(code, () => Json(json, Schemas));

    [Fact]
    public Task A_row_that_says_nowhere_needs_a_placeholder() =>
        Refused("SSY0602", () => Json("[ { \"id\": \"a\" } ]", new(new PostgreSqlAdapter(), "Host=db;Database=shop")));

    [Theory]
    [InlineData("{ \"id\": \"a\", \"schema\": \"s\" }")]
    [InlineData("{ \"id\": \"a\", \"server\": \"s\" }")]
    public Task A_file_is_on_no_server_and_in_no_schema(string row) =>
        Refused("SSY0606", () => Json($"[ {row} ]", new(new SqliteAdapter(), "Data Source={tenant}")));

    [Fact]
    public Task No_match_is_an_error() => Refused("SSY0601", () => new TenantFiles("/nowhere/*.db", Files).ListAsync());

    [Fact]
    public Task A_template_without_a_place_for_the_tenant_is_refused() =>
        Refused("SSY0602", () => Names(new(new SqliteAdapter(), "Data Source=a.db"), "a"));

    [Fact]
    public Task A_tenant_that_is_named_twice_is_refused() => Refused("SSY0603", () => Names(Files, "a", "A"));

    [Theory]
    [InlineData("a;Mode=Memory")]
    [InlineData("a\"b'c")]
    [InlineData("a=b;;c")]
    [InlineData("{tenant}")]
    [InlineData(" a ")]
    public async Task A_name_is_a_value_and_adds_nothing_to_the_connection_string(string name)
    {
        var tenant = (await Names(Databases, name)).Single();
        var read = new Npgsql.NpgsqlConnectionStringBuilder(tenant.Context.ConnectionString);
        Assert.Equal((name, "db", 2), (read.Database, read.Host, read.Count));
    }

    [Theory]
    [InlineData("../x")]
    [InlineData("/etc/passwd")]
    [InlineData("a/../../b")]
    [InlineData("a\nb")]
    [InlineData("a?mode=memory")]
    [InlineData("")]
    public Task A_name_cannot_leave_its_folder(string name) => Refused("SSY0604", () => Names(Files, name));

    [Theory]
    [InlineData("Host={tenant};Database={tenant}", null)]
    [InlineData("Host={tenant};Database=shop", null)]
    [InlineData("Host=db;Database={tenant}", "{tenant}")]
    [InlineData("Host=db;Database=shop", "{tenant}_{tenant}")]
    public Task A_pattern_is_looked_for_in_one_place(string connection, string? schema) => Refused("SSY0607",
        () => new ServerTenants("*", new(new PostgreSqlAdapter(), connection) { Schema = schema }).ListAsync());

    private static string? Value(Tenant tenant, string key) =>
        new DbConnectionStringBuilder { ConnectionString = tenant.Context.ConnectionString }[key].ToString();

    private static Task<IReadOnlyList<Tenant>> Names(TenantTemplate template, params string[] names) =>
        Task.Run(() => TenantList.OfNames(names, template).ListAsync());

    private async Task<IReadOnlyList<Tenant>> Json(string text, TenantTemplate template) =>
        await TenantList.OfFile(await Write("tenants.json", text), template).ListAsync();

    private async Task<string> Write(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        await File.WriteAllTextAsync(path, text);
        return path;
    }

    private static async Task Refused(string code, Func<Task> act) =>
        Assert.Equal(code, (await Assert.ThrowsAsync<SchemaSyncException>(act)).Diagnostics.Single().Entry.Code);
}
