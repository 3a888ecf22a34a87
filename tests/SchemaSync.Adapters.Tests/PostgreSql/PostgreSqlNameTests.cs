namespace SchemaSync.Adapters.Tests;

/// <summary>Names and sizes at the edge, and schemas that look alike.</summary>
public sealed class PostgreSqlNameTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task One_plan_fits_two_tenants_with_the_same_names_and_touches_one()
    {
        const string Start =
            "CREATE TABLE t (a varchar(9) CHECK (a IN ('x', 'y'))); CREATE VIEW v AS SELECT a FROM t; CREATE FUNCTION f() RETURNS "
                + "bigint LANGUAGE sql AS 'SELECT count(*) FROM t'";
        using var first = Schema("tenant_a").Run(Start);
        using var second = Schema("Tenant \"b\"").Run(Start);
        using var wanted = Schema("wanted").Run(Start.Replace("varchar(9)", "varchar(19)", StringComparison.Ordinal)
            + "; CREATE TABLE u (b int)");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var one = await Engine.PlanAsync(first.Tenant, target, new PlanOptions(), Token);
        var other = await Engine.PlanAsync(second.Tenant, target, new PlanOptions(), Token);
        Assert.Equal(PlanFile.Hash(one), PlanFile.Hash(other));
        Assert.Equal(Outcome.Done, (await Engine.ApplyAsync(second.Tenant, one, Everything, Token)).Outcome);
        Assert.Equal("0|1",
            server.Database.Query(
                "SELECT count(*) FILTER (WHERE relnamespace = 'tenant_a'::regnamespace), count(*) FILTER (WHERE relnamespace = "
                    + "'\"Tenant \"\"b\"\"\"'::regnamespace) FROM pg_class WHERE "
                    + "relname = 'u' AND relnamespace <> 'wanted'::regnamespace"));
    }

    [Fact]
    public async Task Quotes_spaces_keywords_and_other_alphabets_survive_the_round()
    {
        const string Sql = """"
            CREATE TYPE "Ty'pe ""é""" AS ENUM ('a''b', 'Ü', '日本');
            CREATE TABLE "Ta""ble 'x' $1 :a @b" ("select" "Ty'pe ""é""" DEFAULT 'Ü', "Über ""q""" text CHECK ("Über ""q""" <> ';--'), "日本" int PRIMARY KEY, "a.b" int, "%s {0}" text);
            CREATE INDEX "I;x" ON "Ta""ble 'x' $1 :a @b" (lower("Über ""q"""), "a.b" DESC) WHERE "a.b" > 0;
            CREATE VIEW "V w" AS SELECT "select", "%s {0}" AS ":p" FROM "Ta""ble 'x' $1 :a @b";
            CREATE FUNCTION "F f"("A b" "Ty'pe ""é""") RETURNS text LANGUAGE plpgsql AS $f$ BEGIN RETURN '$$;' || "A b"::text; END $f$;
            COMMENT ON TABLE "Ta""ble 'x' $1 :a @b" IS E'line\nit''s \\ {0} @x :y $1';
            """";
        using var source = Schema("source").Run(Sql);
        using var copy = Schema("copy 'of' \"it\"");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(source.Tenant, Token));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(copy.Tenant, target, execute: true, Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(copy.Tenant, target, Token)).IsEqual);
        Assert.Equal(PostgreSqlOracle.Describe(source), PostgreSqlOracle.Describe(copy));
    }

    [Fact]
    public async Task A_table_with_sixteen_hundred_columns_is_read_and_made()
    {
        using var source =
            Schema("wide_source").Run($"CREATE TABLE wide ({string.Join(", ", Enumerable.Range(1, 1600).Select(i => $"c{i} int"))})");
        using var copy = Schema("wide_copy");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(source.Tenant, Token));
        Assert.Equal(1600, target.Snapshot!.Tables.Single().Columns.Count);
        await Engine.SyncTenantAsync(copy.Tenant, target, execute: true, Everything, Token);
        Assert.True((await Engine.ValidateAsync(copy.Tenant, target, Token)).IsEqual);
    }

    [Fact]
    public async Task Names_of_sixty_three_bytes_that_would_collide_when_cut_get_names_that_do_not()
    {
        var stem = new string('ü', 31);
        using var live = Schema("long_names").Run($"CREATE TABLE \"{stem}\" (\"{stem}\" text, b text)");
        var table = (await Engine.SnapshotAsync(live.Tenant, Token)).Tables.Single();
        var model = new SchemaModel
        {
            Providers = [ProviderNames.PostgreSql],
            Objects = [table with
            {
                UniqueConstraints = [new() { Columns = [IndexPart.Of(stem)] }, new() { Columns = [IndexPart.Of(stem), IndexPart.Of("b")] }],
                CheckConstraints = [new() { Expression = new($"\"{stem}\" <> ''") }, new() { Expression = new($"\"{stem}\" <> 'x'") }],
            }],
        };
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(model), execute: true, Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(model), Token)).IsEqual);
        Assert.Equal("4",
            live.Query("SELECT count(*) FROM pg_constraint WHERE connamespace = current_schema()::regnamespace AND contype IN ('u', 'c')"));
    }

    [Fact]
    public async Task A_constraint_that_the_declaration_leaves_unnamed_may_be_called_anything()
    {
        using var live =
            Schema("adopted").Run(
                "CREATE TABLE p (id int CONSTRAINT \"PK_p\" PRIMARY KEY); CREATE TABLE t (id int CONSTRAINT \"PK_t\" PRIMARY KEY, a "
                    + "text CONSTRAINT \"AK_t_a\" UNIQUE CONSTRAINT \"CK_t\" CHECK (a <> ''), p int CONSTRAINT \"FK_t_p\" REFERENCES p)");
        var model = new SchemaModel
        {
            Providers = [ProviderNames.PostgreSql],
            Objects =
            [
                new Table { Name = new("p"), Columns = [Int("id")], PrimaryKey = new() { Columns = [IndexPart.Of("id")] } },
                new Table
                {
                    Name = new("t"),
                    Columns = [Int("id"), new() { Name = new("a"), Type = ColumnType.Of(LogicalType.String), Nullable = true },
                        Int("p") with { Nullable = true }],
                    PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
                    UniqueConstraints = [new() { Columns = [IndexPart.Of("a")] }],
                    CheckConstraints = [new() { Expression = new("a <> ''") }],
                    ForeignKeys = [new() { Columns = [new("p")], ReferencedTable = new("p"), ReferencedColumns = [new("id")] }],
                },
            ],
        };
        Assert.Empty((await Engine.ValidateAsync(live.Tenant, SchemaTarget.Of(model), Token)).Diagnostics);
    }

    [Fact]
    public async Task An_extension_is_shared_by_all_tenants_of_a_database_and_its_objects_are_nobodys()
    {
        using var live =
            Schema("with_extension").Run(
                "CREATE EXTENSION pg_trgm; CREATE TABLE t (a text); CREATE INDEX i ON t USING gin (a gin_trgm_ops)");
        using var other = Schema("beside");
        var seen = await Engine.SnapshotAsync(live.Tenant, Token);
        Assert.Empty(seen.Unsupported);
        Assert.Equal(["pg_trgm", "t"], seen.Objects.Select(o => o.Name.Name.Value).Order(StringComparer.Ordinal));
        var model = new SchemaModel
        {
            Providers = [ProviderNames.PostgreSql],
            Objects = [new Extension { Name = new("pg_trgm") }, new Table { Name = new("u"), Columns = [Int("a")] }],
        };
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(other.Tenant, SchemaTarget.Of(model), execute: true, Everything, Token)).Outcome);
        Assert.True((await Engine.ValidateAsync(other.Tenant, SchemaTarget.Of(model), Token)).IsEqual);
        Assert.Equal("1", server.Database.Query("SELECT count(*) FROM pg_extension WHERE extname = 'pg_trgm'"));
    }

    private static Column Int(string name) => new() { Name = new(name), Type = ColumnType.Of(LogicalType.Int32) };

    private PostgreSqlSchema Schema(string name) => new(server.Database, name);
}
