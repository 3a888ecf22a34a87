namespace SchemaSync.Adapters.Tests;

/// <summary>What somebody puts in the place of the ledger, or hangs on it, is neither run nor believed.</summary>
public sealed class PostgreSqlLedgerPlaceTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("a trigger",
        "CREATE TRIGGER x BEFORE INSERT OR UPDATE OR DELETE ON __schemasync_ledger FOR EACH STATEMENT EXECUTE FUNCTION fired()")]
    [InlineData("a trigger",
        "CREATE CONSTRAINT TRIGGER x AFTER INSERT ON __schemasync_ledger_steps "
            + "DEFERRABLE INITIALLY DEFERRED FOR EACH ROW EXECUTE FUNCTION fired()")]
    [InlineData("a rule", "CREATE RULE x AS ON INSERT TO __schemasync_snapshots DO ALSO SELECT deed()")]
    [InlineData("computes", "ALTER TABLE __schemasync_ledger ADD COLUMN x boolean DEFAULT deed()")]
    [InlineData("computes",
        "CREATE DOMAIN checked AS text CHECK (deed() OR VALUE = ''); ALTER TABLE __schemasync_ledger ADD COLUMN x checked")]
    [InlineData("computes", "ALTER TABLE __schemasync_ledger ADD COLUMN x integer GENERATED ALWAYS AS (steady(1)) STORED")]
    [InlineData("an index", "CREATE INDEX x ON __schemasync_ledger (steady(1))")]
    [InlineData("a constraint", "ALTER TABLE __schemasync_ledger ADD CHECK (deed())")]
    [InlineData("no plain table",
        "CREATE TABLE child () INHERITS (__schemasync_ledger); CREATE TRIGGER "
            + "x BEFORE UPDATE ON child FOR EACH ROW EXECUTE FUNCTION fired()")]
    [InlineData("row-level security",
        "ALTER TABLE __schemasync_snapshots ENABLE ROW LEVEL SECURITY; CREATE POLICY x ON __schemasync_snapshots USING (deed())")]
    [InlineData("belongs to", "SELECT 1")]
    public async Task A_ledger_of_somebody_else_is_not_used(string reason, string planted)
    {
        var (tenant, name) = Plant(planted, "");
        Assert.NotEmpty((await Engine.SnapshotAsync(tenant, Token)).Objects);
        var target = await Target(tenant);
        Assert.False((await Engine.ValidateAsync(tenant, target, Token)).IsEqual);
        await Engine.AuditAsync(tenant, Token);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(tenant, target, execute: true, new ExecutionOptions(), Token));
        Assert.Equal("SSY0518", refused.Diagnostics[0].Entry.Code);
        Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        Assert.Equal("False", server.Database.Query($"SELECT is_called FROM {name}_secret.sprung"));
        Assert.Equal("0",
            server.Database.Query($"SELECT count(*) FROM pg_class WHERE relname = 'fresh' AND relnamespace = '{name}'::regnamespace"));
    }

    [Fact]
    public async Task A_view_in_the_place_of_the_ledger_is_neither_read_nor_written()
    {
        var (tenant, name) = Plant("DROP TABLE __schemasync_ledger; CREATE VIEW __schemasync_ledger AS SELECT deed() AS run_id", "");
        await Assert.ThrowsAsync<SchemaSyncException>(async () =>
            await Engine.SyncTenantAsync(tenant, await Target(tenant), execute: true, new ExecutionOptions(), Token));
        Assert.Equal("False", server.Database.Query($"SELECT is_called FROM {name}_secret.sprung"));
    }

    [Fact]
    public async Task The_ledger_of_the_account_is_used()
    {
        var (tenant, _) = Plant("SELECT 1",
            "ALTER TABLE {0}.__schemasync_ledger OWNER TO CURRENT_USER; ALTER TABLE {0}.__schemasync_ledger_steps OWNER TO "
                + "CURRENT_USER; ALTER TABLE {0}.__schemasync_snapshots OWNER TO CURRENT_USER");
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(tenant, await Target(tenant), execute: true, new ExecutionOptions(), Token)).Outcome);
        Assert.Single(await Engine.AuditAsync(tenant, Token));
    }

    private static async Task<SchemaTarget> Target(TenantContext tenant)
    {
        var present = await Engine.SnapshotAsync(tenant, Token);
        var fresh = new Table
        {
            Name = new("fresh"),
            Columns = [new() { Name = new("a"), Type = ColumnType.Of("integer"), Nullable = true }],
        };
        return SchemaTarget.Of(new Snapshot
        {
            Form = present.Form,
            Objects = [.. present.Objects.OfType<Table>().Where(t => t.Name.Name.Value == "t"), fresh],
        });
    }

    private (TenantContext Tenant, string Name) Plant(string planted, string afterwards)
    {
        var name = $"s_{Guid.NewGuid():n}";
        var tables = string.Join(';', new PostgreSqlDialect(PostgreSqlCapabilities.Offline, name).Ledger.Create);
        server.Database.Run($"""
            CREATE ROLE {name}_owner; CREATE SCHEMA {name}; GRANT ALL ON SCHEMA {name} TO {name}_owner; CREATE SCHEMA {name}_secret;
                CREATE SEQUENCE {name}_secret.sprung;
            SET search_path = {name}; CREATE TABLE t (a integer); SET ROLE {name}_owner; {tables};
            CREATE FUNCTION deed() RETURNS boolean LANGUAGE plpgsql AS $f$ BEGIN
              IF (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user)
                  THEN PERFORM pg_catalog.nextval('{name}_secret.sprung'); END IF; RETURN true; END $f$;
            CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN PERFORM {name}.deed(); RETURN NEW; END $f$;
            CREATE FUNCTION steady(x integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $f$ BEGIN PERFORM {name}.deed();
                RETURN x; END $f$;
            {planted}; RESET ROLE; {string.Format(System.Globalization.CultureInfo.InvariantCulture, afterwards, name)}
            """);
        return (new(name, ProviderNames.PostgreSql, server.Database.ConnectionString, name), name);
    }
}
