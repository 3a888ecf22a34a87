namespace SchemaSync.Adapters.Tests;

/// <summary>How often a declaration is built on scratch: tables once, and a second time only what the server may print otherwise.</summary>
public sealed class ScratchPassTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private const string Tables = """
        CREATE TABLE a (id int PRIMARY KEY, kind varchar(9) CHECK (kind IN ('x', 'y')), CHECK (id > 0));
        CREATE TABLE b (id int PRIMARY KEY, a_id int REFERENCES a (id), doubled int GENERATED ALWAYS AS (id * 2) STORED);
        """;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(Tables, 1)]
    [InlineData(Tables + "CREATE VIEW v AS SELECT id FROM a WHERE EXISTS (SELECT 'x' FROM b WHERE b.id = a.id + 1);", 2)]
    public async Task Only_what_may_be_printed_otherwise_is_built_again(string sql, int passes)
    {
        using var schema = new PostgreSqlSchema(server.Database, $"passes_{Guid.NewGuid():n}");
        schema.Run(sql);
        var read = await new SchemaSyncEngine(new AdapterRegistry(new PostgreSqlAdapter())).SnapshotAsync(schema.Tenant, Token);
        schema.Run("DROP VIEW IF EXISTS v; DROP TABLE b; DROP TABLE a;");
        var adapter = new CountingAdapter(new PostgreSqlAdapter());
        var engine = new SchemaSyncEngine(new AdapterRegistry(adapter));
        // As declared: no server has printed it.
        var declared = new Snapshot { Form = new(ProviderNames.PostgreSql, IsServer: false), Objects = read.Objects };
        await engine.NormalizeAsync(schema.Tenant, SchemaTarget.Of(declared), Token);
        Assert.Equal(passes, adapter.Opened);
        Assert.Equal(Outcome.Done, (await engine.SyncTenantAsync(schema.Tenant, SchemaTarget.Of(declared), execute: true,
            FillScene.Anything, Token)).Outcome);
        Assert.True((await engine.ValidateAsync(schema.Tenant, SchemaTarget.Of(declared), Token)).IsEqual);
    }

    private sealed class CountingAdapter(DatabaseAdapter real) : DatabaseAdapter
    {
        public int Opened { get; private set; }

        public override string Provider => real.Provider;

        public override Dialect OfflineDialect => real.OfflineDialect;

        public override Task<DatabaseSession> OpenAsync(TenantContext tenant, SessionAccess access, CancellationToken cancellationToken) =>
            real.OpenAsync(tenant, access, cancellationToken);

        public override Task<DatabaseSession> OpenScratchAsync(TenantContext tenant, CancellationToken cancellationToken)
        {
            Opened++;
            return real.OpenScratchAsync(tenant, cancellationToken);
        }

        public override TenantPlace PlaceOf(TenantContext tenant) => real.PlaceOf(tenant);

        public override TenantContext At(TenantContext tenant, TenantPlace place) => real.At(tenant, place);

        public override string DisplayName(TenantContext tenant) => real.DisplayName(tenant);

        public override Diagnostic? Explain(TenantContext tenant, Exception exception) => real.Explain(tenant, exception);
    }
}
