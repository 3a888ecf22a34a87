namespace SchemaSync.Adapters.Tests;

/// <summary>What of others cannot be referred to: it is named, refused where it is declared, and left alone where it is not.</summary>
public sealed class ExternalRefusedTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_partition_of_a_table_of_theirs(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run("""
            CREATE SCHEMA theirs; CREATE TABLE theirs.log (id int, at int) PARTITION BY RANGE (id);
            CREATE TABLE mine PARTITION OF theirs.log FOR VALUES FROM (1) TO (9); INSERT INTO mine VALUES (1, 2)
            """);
        await IsNamedAndLeftAlone(live, "mine", "PARTITION OF");
        Assert.Equal("theirs.log|1", live.Query("SELECT inhparent::regclass::text, (SELECT count(*) FROM mine) FROM pg_inherits"));
    }

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_foreign_key_to_a_table_of_an_extension_in_a_managed_schema(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase().Run("""
            CREATE EXTENSION citext; CREATE TABLE brought (id int PRIMARY KEY); ALTER EXTENSION citext ADD TABLE brought;
            CREATE TABLE mine (id int CONSTRAINT to_theirs REFERENCES brought, at int)
            """);
        await IsNamedAndLeftAlone(live, "mine", "FOREIGN KEY to_theirs");

        // Declared, and not there yet.
        live.Run("DROP TABLE mine");
        var table = Mine with
        {
            ForeignKeys =
                [new()
                {
                    Name = new("to_theirs"),
                    Columns = [new("id")],
                    ReferencedTable = new("brought"),
                    ReferencedColumns = [new("id")],
                }],
        };
        var target = Target(new Extension { Name = new("citext") }, table);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, target, execute: true, MySqlServers.Ours, Token));
        Assert.Equal(("SSY0218", "foreign key mine.to_theirs"),
            (refused.Diagnostics[0].Entry.Code, refused.Diagnostics[0].Subject.ToString()));
        Assert.Contains("table brought, which is left to others, but it belongs to an extension in the managed schema",
            refused.Message, StringComparison.Ordinal);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_class WHERE relname = 'mine'"));
    }

    private static Table Mine =>
        new()
        {
            Name = new("mine"),
            Columns = [new() { Name = new("id"), Type = ColumnType.Of("integer"), Nullable = true },
                new() { Name = new("at"), Type = ColumnType.Of("integer"), Nullable = true }],
        };

    private static async Task IsNamedAndLeftAlone(TestDatabase live, string table, string facet)
    {
        var snapshot = await Engine.SnapshotAsync(live.Tenant, Token);
        Assert.Empty(snapshot.Unsupported);
        Assert.Equal(facet, Assert.Single(snapshot.Tables.Single(t => t.Name.Name.Value == table).Opaque).Name);
        // A declaration does not speak of it.
        Assert.True((await Engine.ValidateAsync(live.Tenant, Target(Mine), Token)).IsEqual);
        Assert.True((await Engine.PlanAsync(live.Tenant, Target(Mine), new(), Token)).IsEmpty);

        // Where nobody declares it, it is in nobody's way.
        var beside = Target(Mine with { Name = new("beside") });
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, beside, execute: true, new(), Token)).Outcome);
        Assert.Contains($"table {table}", (await Engine.ValidateAsync(live.Tenant, beside, Token)).Unmanaged.Select(u => u.ToString()));
    }

    private static SchemaTarget Target(params TopLevelObject[] objects) =>
        SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.PostgreSql], Objects = [.. objects] });
}
