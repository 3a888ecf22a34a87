namespace SchemaSync.Adapters.Tests;

/// <summary>Extensions, which belong to a database and not to a schema: each test has databases of its own.</summary>
public sealed class PostgreSqlExtensionTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };
    private static readonly string[] Servers = ["PostgreSql 13", "PostgreSql 15", "PostgreSql 18"];

    public static TheoryData<string> All => [.. Servers];

    [Theory]
    [MemberData(nameof(All))]
    public async Task An_extension_comes_before_what_uses_it_and_goes_after(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var wanted = TestServer.Of(server).CreateDatabase();
        wanted.Run("CREATE EXTENSION citext; CREATE TABLE t (a citext); CREATE INDEX i ON t (a)");
        var target = await Target(wanted);
        Assert.Empty((await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Plan.AllHazards);
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true), Token)).IsEmpty);

        var back = await Engine.PlanRevertAsync(live.Tenant, Token);
        Assert.Contains(back.AllHazards, h => h.Code == "SSY0413");
        Assert.Equal("DROP EXTENSION \"citext\"", back.Steps[^1].Sql);
        await Engine.ApplyAsync(live.Tenant, back, Everything, Token);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_extension WHERE extname = 'citext'"));
    }

    [Theory]
    [InlineData("citext", "", "citext")]
    [InlineData("citext[]", "", "citext")]
    [InlineData("text", "uuid_generate_v4()::text", "uuid-ossp")]
    [InlineData("no_such_type", "", "NAME")]
    public async Task What_an_extension_that_nobody_declared_would_bring_points_to_its_declaration(string type,
        string value, string extension)
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run("CREATE EXTENSION citext");
        var column = new Column { Name = new("a"), Type = ColumnType.Of(type), Default = value.Length > 0 ? new(value) : null };
        var target = SchemaTarget.Of(Model(new Table { Name = new("t"), Columns = [column] }));
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0207", refused.Diagnostics[0].Entry.Code);
        Assert.Contains($"[assembly: Extension(\"{extension}\")]", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("42704", "operator class \"gin_trgm_ops\" does not exist for access method \"gin\"", "pg_trgm")]
    [InlineData("42704", "Typ »hstore« existiert nicht", "hstore")]
    [InlineData("42883", "function app.crypt(text, text) does not exist", "pgcrypto")]
    [InlineData("42704", "role \"app\" does not exist", "")]
    [InlineData("42883", "function mine(text) does not exist", "")]
    [InlineData("42601", "syntax error at or near \"citext\"", "")]
    public void Only_what_may_come_with_an_extension_is_said_to(string state, string message, string extension)
    {
        var told = PostgreSqlErrors.Sentence(new(message, "ERROR", "ERROR", state));
        if (extension.Length == 0) Assert.Equal(message, told);
        else Assert.EndsWith($"declare [assembly: Extension(\"{extension}\")])", told, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task A_list_of_values_of_an_extension_in_another_schema_is_kept(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase()
            .Run("CREATE SCHEMA shared; CREATE EXTENSION citext SCHEMA shared; CREATE TABLE t (a shared.citext[])");
        var read = await Engine.SnapshotAsync(database.Tenant, Token);
        Assert.Empty(read.Unsupported);
        Assert.True((await Engine.PlanAsync(database.Tenant, SchemaTarget.Of(read), new(), Token)).IsEmpty);
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Another_version_is_an_update_that_has_to_be_allowed(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        live.Run("CREATE EXTENSION citext VERSION '1.4'");
        var model = Model(new Extension { Name = new("citext"), Version = "1.6" });
        var plan = await Engine.PlanAsync(live.Tenant, SchemaTarget.Of(model), new PlanOptions(), Token);
        Assert.Equal(["SSY0413"], plan.AllHazards.Select(h => h.Code));
        await Engine.ApplyAsync(live.Tenant, plan, Everything, Token);
        Assert.Equal("1.6", live.Query("SELECT extversion FROM pg_extension WHERE extname = 'citext'"));
    }

    [Theory]
    [MemberData(nameof(All))]
    public async Task Without_a_version_any_will_do_and_in_another_schema_its_types_are_named_with_it(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        live.Run("CREATE SCHEMA shared; CREATE EXTENSION citext SCHEMA shared VERSION '1.4'");
        var table = new Table { Name = new("t"), Columns = [new() { Name = new("a"), Type = ColumnType.Of("shared.citext") }] };
        var target = SchemaTarget.Of(Model(new Extension { Name = new("citext") }, table));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static SchemaModel Model(params TopLevelObject[] objects) =>
        new() { Providers = [ProviderNames.PostgreSql], Objects = [.. objects] };

    private static async Task<SchemaTarget> Target(TestDatabase wanted) =>
        SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
}
