namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Two published databases, all the way: server → snapshot file → empty database. What pg_dump and the
/// server's own definitions print of both sides is compared, not what we say.
/// </summary>
public sealed class PostgreSqlRealSchemaTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    public static TheoryData<string, string> Schemas =>
        [.. new[] { "PostgreSql 13", "PostgreSql 15", "PostgreSql 18" }.SelectMany(s =>
            (IEnumerable<TheoryDataRow<string, string>>)[(s, "chinook.postgresql.sql"), (s, "sakila.postgresql.sql")])];

    [Theory]
    [MemberData(nameof(Schemas))]
    public async Task A_snapshot_of_it_makes_the_same_database_again(string server, string file)
    {
        using var source = TestServer.Of(server).CreateDatabase();
        using var copy = TestServer.Of(server).CreateDatabase();
        source.Run(await File.ReadAllTextAsync(Path.Combine(SchemaCase.Root(), "data", file), TestContext.Current.CancellationToken));
        var target = await Saved(source);
        Assert.Empty(target.Snapshot!.Unsupported);

        var first = await Engine.SyncTenantAsync(copy.Tenant, target, execute: true, new ExecutionOptions(),
            TestContext.Current.CancellationToken);
        Assert.Equal(Outcome.Done, first.Outcome);
        Assert.Empty(first.Plan.AllHazards);
        Assert.Equal(Outcome.NothingToDo,
            (await Engine.SyncTenantAsync(copy.Tenant, target, execute: true, new ExecutionOptions(),
                TestContext.Current.CancellationToken)).Outcome);
        var validation = await Engine.ValidateAsync(ReadOnly(copy), target, TestContext.Current.CancellationToken);
        Assert.True(validation.IsEqual);
        Assert.Empty(validation.Unmanaged);

        Assert.Equal(Described(source), Described(copy));
        Assert.Equal(Dump(source), Dump(copy));
    }

    private static async Task<SchemaTarget> Saved(TestDatabase source)
    {
        using var directory = new TemporaryDirectory();
        var path = directory.File("saved.snapshot.json");
        await SnapshotFile.SaveAsync(path, await Engine.SnapshotAsync(source.Tenant, TestContext.Current.CancellationToken),
            TestContext.Current.CancellationToken);
        return SchemaTarget.Of(await SnapshotFile.LoadAsync(path, TestContext.Current.CancellationToken));
    }

    /// <summary>As an account that may use the schema and read the ledger, and nothing else.</summary>
    private static TenantContext ReadOnly(TestDatabase database)
    {
        var role = $"r_{Guid.NewGuid():n}";
        database.Run(
            $"CREATE ROLE {role} LOGIN PASSWORD 'x'; GRANT USAGE ON SCHEMA public TO {role}; GRANT SELECT ON __schemasync_ledger, "
                + $"__schemasync_ledger_steps, __schemasync_snapshots TO {role}");
        return new("reader", ProviderNames.PostgreSql, $"{database.ConnectionString};Username={role};Password=x");
    }

    private static string Described(TestDatabase database) => PostgreSqlOracle.Describe(new PostgreSqlSchema(database));

    private static string Dump(TestDatabase database) => PgDump.Of(database, "--schema-only", "--no-owner", "--no-privileges");
}
