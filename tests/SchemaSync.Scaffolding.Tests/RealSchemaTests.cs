namespace SchemaSync.Scaffolding.Tests;

/// <summary>Two published databases on every server: what their C# declares is what the server says they are.</summary>
public sealed class RealSchemaTests
{
    private static readonly SchemaSyncEngine Engine = new(RoundTrip.Adapters);

    public static TheoryData<string, string> Servers =>
        [.. from server in (string[])["PostgreSql 15", "PostgreSql 18", "MySql 9.7", "MariaDb 10.11", "MariaDb 11.8"]
            from file in (string[])["chinook", "sakila"]
            select new TheoryDataRow<string, string>(server, file)];

    [Theory]
    [InlineData("chinook")]
    [InlineData("sakila")]
    public async Task A_file_is_declared(string schema)
    {
        using var file = new SqliteFile().Run(Data($"{schema}.sqlite.sql"));
        await CheckAsync(file.Tenant);
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_database_of_a_server_is_declared(string server, string schema)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        var sql = Data($"{schema}.{(database.Server.IsPostgreSql ? "postgresql" : "mysql")}.sql");
        if (database.Server.IsPostgreSql) database.Run(sql);
        else database.RunScript(sql);
        await CheckAsync(database.Tenant);
    }

    private static async Task CheckAsync(TenantContext tenant)
    {
        var token = TestContext.Current.CancellationToken;
        var schema = await Engine.SnapshotAsync(tenant, token);
        var scaffold = Scaffold.Write(schema, RoundTrip.DialectOf(schema), RoundTrip.Plain);
        var validation = await Engine.ValidateAsync(tenant, SchemaTarget.Of(RoundTrip.Model(tenant.Provider, scaffold)), token);
        var told = scaffold.Missing.Select(m => m.Subject!.Value).ToHashSet();
        Assert.Empty(validation.Diff.Changes.Where(c => !told.Contains(c.Id)).Select(RoundTrip.Shown));
        Assert.Empty(validation.Unmanaged.Except(told));
    }

    private static string Data(string file, [System.Runtime.CompilerServices.CallerFilePath] string path = "") =>
        File.ReadAllText(Path.Combine(Path.GetDirectoryName(path)!, "../data", file));
}
