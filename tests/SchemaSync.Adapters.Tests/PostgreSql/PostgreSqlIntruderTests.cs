namespace SchemaSync.Adapters.Tests;

/// <summary>
/// A schema whose owner wrote functions that do harm when somebody with more rights runs them (the class of CVE-2020-25695): a superuser
/// reads, compares, plans, runs and reverts, and none of them ever runs with his rights.
/// </summary>
public sealed class PostgreSqlIntruderTests
{
    // A sequence keeps what happened in a transaction that is rolled back. Each function calls one that
    // may write, as functions that say of themselves that they never write can.
    private const string Functions = """
        CREATE FUNCTION deed() RETURNS boolean LANGUAGE plpgsql AS $f$ BEGIN
          IF (SELECT rolsuper FROM pg_catalog.pg_roles WHERE rolname = current_user) THEN PERFORM pg_catalog.nextval('secret.sprung');
              END IF; RETURN true; END $f$;
        CREATE FUNCTION evil(x integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $f$ BEGIN PERFORM intruded.deed(); RETURN x; END $f$;
        CREATE FUNCTION sly(x integer) RETURNS integer LANGUAGE sql AS $f$ SELECT x + CASE WHEN intruded.deed() THEN 1 ELSE 0 END $f$;
        CREATE FUNCTION pair(x integer, OUT a integer, OUT b integer) LANGUAGE plpgsql IMMUTABLE AS $f$ BEGIN PERFORM intruded.deed();
            a := x; b := x; END $f$;
        CREATE FUNCTION fired() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN PERFORM intruded.deed(); RETURN NEW; END $f$;
        CREATE FUNCTION literal() RETURNS boolean LANGUAGE sql AS $f$ SELECT '(1)'::holder IS NULL $f$;
        CREATE FUNCTION done(x integer DEFAULT evil(1)) RETURNS integer LANGUAGE plpgsql SECURITY DEFINER AS $f$ BEGIN RETURN x; END $f$;
        """;

    private const string Objects = """
        CREATE DOMAIN checked AS integer CHECK (sly(VALUE) > 0); CREATE TYPE holder AS (c checked);
        CREATE TABLE t (a integer CHECK (a > evil(1)), b integer DEFAULT evil(2), c integer GENERATED ALWAYS AS (a + evil(3)) STORED,
            d checked, h holder DEFAULT '(1)', note text);
        CREATE INDEX i1 ON t ((a + evil(4))); CREATE INDEX i2 ON t (a) WHERE a > evil(5); CREATE INDEX i3 ON t (((pair(6)).a));
        CREATE UNIQUE INDEX i4 ON t (evil(a), evil(7)); ALTER TABLE t ADD CONSTRAINT x EXCLUDE USING btree ((a + evil(8)) WITH =);
        CREATE TABLE parts (a integer) PARTITION BY RANGE ((a + evil(9))); CREATE TABLE parts_1 PARTITION OF parts FOR VALUES
            FROM (evil(1)) TO (evil(10));
        CREATE POLICY p ON t USING (a > evil(10)); ALTER TABLE t ENABLE ROW LEVEL SECURITY;
        CREATE TRIGGER r BEFORE INSERT OR UPDATE ON t FOR EACH ROW WHEN (NEW.a > evil(11)) EXECUTE FUNCTION fired();
        CREATE TRIGGER s BEFORE UPDATE ON t FOR EACH STATEMENT EXECUTE FUNCTION fired();
        CREATE VIEW v AS SELECT evil(12) AS a; CREATE MATERIALIZED VIEW m AS SELECT sly(13) AS a, deed() AS b; CREATE INDEX m_a
            ON m ((a + evil(14)));
        """;

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Everything = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("PostgreSql 13")]
    [InlineData("PostgreSql 15")]
    [InlineData("PostgreSql 18")]
    public async Task Functions_of_a_schemas_owner_never_run_with_the_rights_of_who_deploys(string server)
    {
        using var database = TestServer.Of(server).CreateDatabase();
        using var intruder = new Intruder(database, Functions + "SET check_function_bodies = off;" + Objects);
        var present = await Engine.SnapshotAsync(intruder.Tenant, Token);
        Assert.Empty(present.Unsupported);
        var objects = present.Objects.Select(o => o is Table { Name.Name.Value: "t" } t ? t with { Columns = [.. t.Columns, New] } : o)
            .Append(Fresh).ToEquatableArray();
        var target = SchemaTarget.Of(new Snapshot { Form = present.Form, Objects = objects });
        Assert.False((await Engine.ValidateAsync(intruder.Tenant, target, Token)).IsEqual);
        Assert.True((await Engine.PlanAsync(intruder.Tenant, target, new PlanOptions(IncludeUnmanaged: true), Token)).Proved);
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(intruder.Tenant, target, execute: true, Everything, Token)).Outcome);
        // What another server printed is built anew.
        var other = SchemaTarget.Of(new Snapshot { Form = present.Form with { Major = 12 }, Objects = present.Objects });
        Assert.False((await Engine.ValidateAsync(intruder.Tenant, other, Token)).IsEqual);
        Assert.Equal(Outcome.Done,
            (await Engine.ApplyAsync(intruder.Tenant, await Engine.PlanRevertAsync(intruder.Tenant, Token), Everything, Token)).Outcome);
        Assert.Equal("False", intruder.IsSprung);

        // The trap is live: whoever builds the same by hand is caught.
        database.Run("BEGIN; CREATE TABLE public.t (a integer); CREATE INDEX ON public.t ((a + intruded.evil(1))); ROLLBACK");
        Assert.Equal("True", intruder.IsSprung);
    }

    [Theory]
    [InlineData("CREATE TABLE t (id integer PRIMARY KEY, note text)", "t")]
    [InlineData("CREATE TABLE t (id integer PRIMARY KEY, note text) PARTITION BY RANGE (id); CREATE TABLE t_1 PARTITION OF t FOR VALUES "
        + "FROM (0) TO (9)", "t")]
    [InlineData("CREATE TABLE t (id integer PRIMARY KEY, note text) PARTITION BY RANGE (id); CREATE TABLE t_1 PARTITION OF t FOR VALUES "
        + "FROM (0) TO (9)", "t_1")]
    public async Task A_trigger_of_somebody_else_is_not_fired_to_give_rows_a_value(string tables, string fires)
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var intruder = new Intruder(database, Functions);
        database.Run("GRANT USAGE ON SCHEMA intruded TO PUBLIC");
        using var live = new PostgreSqlSchema(database, "live").Run($"{tables}; INSERT INTO t VALUES (1, 'A'), (2, 'B')");
        var trigger = $"CREATE TRIGGER r BEFORE UPDATE ON {fires} FOR EACH ROW EXECUTE FUNCTION intruded.fired()";
        live.Run(trigger);
        var present = await Engine.SnapshotAsync(live.Tenant, Token);
        var code = New with { Name = new("code"), Type = ColumnType.Of("text"), Default = null, Nullable = false };
        var target = new Snapshot
        {
            Form = present.Form,
            Objects = [.. present.Objects.Select(o => 
                o is Table { PartitionOf.IsEmpty: true } t ? t with { Columns = [.. t.Columns, code] } : o)],
            Intents = [FillScene.Backfill("t", "code", "lower(note)")],
        };
        var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true, Everything, Token));
        Assert.Contains("SSY0241", refusal.Message, StringComparison.Ordinal);
        Assert.Contains("intruded.fired", refusal.Message, StringComparison.Ordinal);
        Assert.Equal("False", intruder.IsSprung);

        // Nor is one that the plan makes, or enables.
        foreach (var state in new[] { $"DROP TRIGGER r ON {fires}", $"{trigger}; ALTER TABLE {fires} DISABLE TRIGGER r" })
        {
            live.Run(state);
            refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true, Everything, Token));
            Assert.Contains("SSY0241", refusal.Message, StringComparison.Ordinal);
            Assert.Equal("False", intruder.IsSprung);
        }

        // One that is disabled stands in nobody's way; by hand, it springs.
        target = new Snapshot
        {
            Form = target.Form,
            Intents = target.Intents,
            Objects = [.. target.Objects.Select(o => o is Trigger t ? t with { State = TriggerState.Disabled } : o)],
        };
        await Engine.SyncTenantAsync(live.Tenant, SchemaTarget.Of(target), execute: true, Everything, Token);
        Assert.Equal("a;b", live.Query("SELECT code FROM t ORDER BY id"));
        Assert.Equal("False", intruder.IsSprung);
        live.Run($"DROP TRIGGER IF EXISTS r ON {fires}; {trigger}; UPDATE t SET note = 'C'");
        Assert.Equal("True", intruder.IsSprung);
    }

    [Fact]
    public async Task A_function_of_somebody_else_outside_the_schema_is_not_tried()
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var intruder = new Intruder(database,
            Functions + "SET check_function_bodies = off; CREATE DOMAIN checked AS "
                + "integer CHECK (sly(VALUE) > 0); CREATE TYPE holder AS (c checked)");
        using var live = new PostgreSqlSchema(database, "live").Run("CREATE TABLE t (a integer DEFAULT 1)");
        var present = await Engine.SnapshotAsync(live.Tenant, Token);
        var target = SchemaTarget.Of(new Snapshot { Form = present.Form, Objects = [With(present.Tables.Single(), "intruded.evil(1)")] });
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token)).Proved);
        var table = present.Tables.Single();
        var checks = table with
        {
            CheckConstraints = [new() { Name = new("c"), Expression = new("(a > intruded.evil(1))") }],
            Indexes = [new()
            {
                Name = new("i"),
                Columns = [new() { Expression = new("(a + intruded.evil(2))") }],
                Where = new("(a > intruded.evil(3))"),
            }],
        };
        // As another server printed it, it is built, and read back with the names it had.
        var source = SchemaTarget.Of(new Snapshot { Form = present.Form with { Major = 12 }, Objects = [checks] });
        var made = (await Engine.PlanAsync(live.Tenant, source, new PlanOptions(), Token)).To.Tables.Single();
        Assert.Equal(
            ["intruded.evil(1)", "intruded.evil(2)", "intruded.evil(3)"],
            new[] { made.CheckConstraints[0].Expression, made.Indexes[0].Columns[0].Expression!, made.Indexes[0].Where! }.Select(e =>
                e.Text[e.Text.IndexOf("intruded", StringComparison.Ordinal)..].TrimEnd(')') + ")"));
        Assert.Equal(["function intruded.evil(integer)"], made.External.Select(e => e.Id.ToString()));
        Assert.Equal("False", intruder.IsSprung);

        // Nothing can stand in for a head with a value of its own, nor for the checks of a type.
        await Refused(live.Tenant, SchemaTarget.Of(new Snapshot { Form = present.Form, Objects = [With(table, "intruded.done()")] }),
            "intruded.done");
        var holder = table with
        {
            Columns = [.. table.Columns, New with { Type = ColumnType.Of("intruded.holder"), Default = new("'(1)'::intruded.holder") }],
        };
        await Refused(live.Tenant, SchemaTarget.Of(new Snapshot { Form = present.Form, Objects = [holder] }), "intruded.holder");
        Assert.Equal("False", intruder.IsSprung);

        // Of a superuser, it is called.
        database.Run("CREATE SCHEMA tools; CREATE FUNCTION tools.one(x integer) RETURNS integer LANGUAGE sql IMMUTABLE AS 'SELECT 1'");
        target = SchemaTarget.Of(new Snapshot { Form = present.Form, Objects = [With(present.Tables.Single(), "tools.one(1)")] });
        Assert.True((await Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token)).Proved);
    }

    [Theory]
    [InlineData(
        "CREATE FUNCTION public.evil(x integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $f$ BEGIN PERFORM intruded.deed(); "
            + "RETURN x; END $f$", "evil", "SSY0221")]
    [InlineData("CREATE OPERATOR public.+ (leftarg = integer, rightarg = integer, function = intruded.plus)", "+", "SSY0222")]
    public async Task What_lies_beside_an_extension_is_not_reached_by_its_way(string planted, string name, string code)
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var intruder = new Intruder(database,
            Functions + "CREATE FUNCTION plus(integer, integer) RETURNS integer LANGUAGE sql AS 'SELECT 1';");
        database.Run("CREATE EXTENSION citext SCHEMA public; CREATE TABLE public.t (a citext, b integer)");
        intruder.Run($"GRANT ALL ON SCHEMA public TO {intruder.Role}", planted);
        var present = await Engine.SnapshotAsync(new("t", ProviderNames.PostgreSql, database.ConnectionString), Token);
        var table = present.Tables.Single(t => t.Name.Name.Value == "t");
        var target = SchemaTarget.Of(new Snapshot
        {
            Form = present.Form,
            Objects = [.. present.Objects.OfType<Extension>(), With(table, "1 + evil(1)")],
        });
        await Refused(new("t", ProviderNames.PostgreSql, database.ConnectionString), target, name, code);
        Assert.Equal("False", intruder.IsSprung);
    }

    private static Table With(Table table, string value) =>
        table with { Columns = [.. table.Columns, New with { Default = new(value, value) }] };

    private static async Task Refused(TenantContext tenant, SchemaTarget target, string name, string code = "SSY0221")
    {
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(tenant, target, new PlanOptions(), Token));
        Assert.Equal(code, refused.Diagnostics[0].Entry.Code);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(
        "CREATE FUNCTION live.array_length(text[], integer) RETURNS integer LANGUAGE plpgsql IMMUTABLE AS $f$ BEGIN PERFORM "
            + "intruded.deed(); RETURN 1; END $f$", "array_length")]
    [InlineData(
        "CREATE FUNCTION live.overlap(text[], text[]) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $f$ BEGIN PERFORM intruded.deed(); "
            + "RETURN true; END $f$; CREATE OPERATOR live.&& (leftarg = text[], rightarg = text[], function = live.overlap)", "&&")]
    public async Task What_is_put_beside_the_servers_own_does_not_take_its_place_in_a_declaration(string planted, string name)
    {
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var intruder = new Intruder(database, Functions);
        using var live = new PostgreSqlSchema(database, "live").Run("CREATE TABLE t (tags text[]); INSERT INTO t VALUES ('{a}')");
        using var wanted =
            new PostgreSqlSchema(database,
                "wanted").Run("CREATE TABLE t (tags text[], CHECK (array_length(tags, 1) > 0), CHECK (tags && ARRAY['a'::text]))");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        var saved = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token);
        intruder.Run($"GRANT ALL ON SCHEMA live TO {intruder.Role}", planted);
        // A plan says it, and so does a run whose plan is older than the intruder, before its first statement.
        foreach (var verb in new Func<Task>[] { () => Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token),
            () => Engine.ApplyAsync(live.Tenant, saved, Everything with { IncludeUnmanaged = false }, Token) })
        {
            var said = await Assert.ThrowsAsync<SchemaSyncException>(verb);
            Assert.Equal("SSY0222", said.Diagnostics[0].Entry.Code);
            Assert.Null(said.State);
        }

        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything with { IncludeUnmanaged = false }, Token));
        Assert.Equal("SSY0222", refused.Diagnostics[0].Entry.Code);
        Assert.Contains(name, refused.Message, StringComparison.Ordinal);
        Assert.Equal("False", intruder.IsSprung);
        database.Run($"DROP OWNED BY {intruder.Role} CASCADE; GRANT ALL ON SCHEMA live TO {intruder.Role}");
        Assert.Equal(Outcome.Done,
            (await Engine.SyncTenantAsync(live.Tenant, target, execute: true,
                Everything with { IncludeUnmanaged = false }, Token)).Outcome);
    }

    [Theory]
    [InlineData("CREATE MATERIALIZED VIEW m AS SELECT code FROM t JOIN u USING (code)")]
    [InlineData("CREATE MATERIALIZED VIEW m AS SELECT code FROM t NATURAL JOIN u")]
    [InlineData(
        "CREATE FUNCTION f(a varchar) RETURNS boolean LANGUAGE sql IMMUTABLE "
            + "AS $$ SELECT lower(a) <> 'zz' $$; ALTER TABLE t ADD CHECK (f(code))")]
    [InlineData(
        "CREATE FUNCTION f(a varchar) RETURNS boolean LANGUAGE plpgsql IMMUTABLE "
            + "AS $$ BEGIN RETURN a = 'a'; END $$; ALTER TABLE t ADD CHECK (f(code))")]
    [InlineData(
        "CREATE FUNCTION f(a varchar) RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ DECLARE r boolean; BEGIN EXECUTE 'SELECT low' "
            + "|| 'er($1) IS NOT NULL' INTO r USING a; RETURN r; END $$; ALTER TABLE t ADD CHECK (f(code))")]
    [InlineData(
        "CREATE FUNCTION g(a text) RETURNS boolean LANGUAGE sql IMMUTABLE AS $$ SELECT a IS NOT NULL $$; CREATE FUNCTION f(a varchar) "
            + "RETURNS boolean LANGUAGE plpgsql IMMUTABLE AS $$ BEGIN RETURN g(a); END $$; ALTER TABLE t ADD CHECK (f(code))")]
    [InlineData(
        "CREATE FUNCTION g(a anyelement) RETURNS boolean LANGUAGE sql IMMUTABLE "
            + "AS $$ SELECT a IS NOT NULL $$; ALTER TABLE t ADD CHECK (g(code))")]
    [InlineData("CREATE MATERIALIZED VIEW m AS SELECT query_to_xml('SELECT lower(code) FROM t', true, true, '') AS x")]
    public async Task What_a_join_a_body_or_a_constant_calls_is_not_of_others_either(string declared)
    {
        const string Tables = "CREATE TABLE t (code varchar(20)); CREATE TABLE u (code varchar(20));";
        const string Planted =
            "CREATE FUNCTION live.same(varchar, varchar) RETURNS boolean LANGUAGE "
            + "plpgsql AS $f$ BEGIN PERFORM intruded.deed(); RETURN true; END $f$;"
            + " CREATE OPERATOR live.= (leftarg = varchar, rightarg = varchar, function = live.same);"
            + " CREATE FUNCTION live.lower(varchar) RETURNS text LANGUAGE "
            + "plpgsql AS $f$ BEGIN PERFORM intruded.deed(); RETURN 'a'; END $f$;"
            + " CREATE FUNCTION live.g(varchar) RETURNS boolean LANGUAGE "
            + "plpgsql AS $f$ BEGIN PERFORM intruded.deed(); RETURN true; END $f$";
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var intruder = new Intruder(database, Functions);
        using var live = new PostgreSqlSchema(database, "live").Run(Tables + "INSERT INTO t VALUES ('a'); INSERT INTO u VALUES ('a')");
        using var wanted = new PostgreSqlSchema(database, "wanted").Run(Tables + declared);
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        intruder.Run($"GRANT ALL ON SCHEMA live TO {intruder.Role}", Planted);
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything with { IncludeUnmanaged = false }, Token));
        Assert.Equal("SSY0222", refused.Diagnostics[0].Entry.Code);
        Assert.Equal("False", intruder.IsSprung);

        // The trap is live: whoever does the same by hand is caught.
        Assert.Null(Record.Exception(() => live.Run($"{declared}; INSERT INTO t VALUES ('b')")));
        Assert.Equal("True", intruder.IsSprung);
    }

    [Fact]
    public async Task What_is_declared_is_called_whoever_owns_it()
    {
        const string Declared =
            "CREATE FUNCTION f(a int) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT CASE WHEN a > 0 THEN f(a - 1) ELSE 0 END $$;"
            + " CREATE FUNCTION f(a text) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT f(length(a)) $$; CREATE FUNCTION round(a "
            + "text) RETURNS int LANGUAGE sql IMMUTABLE AS $$ SELECT 1 $$;";
        using var database = TestServer.PostgreSql15.CreateDatabase();
        using var owner = new Intruder(database, "SELECT 1");
        using var live = new PostgreSqlSchema(database, "live").Run("CREATE TABLE t (a int, b text)");
        owner.Run($"GRANT ALL ON SCHEMA live TO {owner.Role}", $"SET search_path = live; SET check_function_bodies = off; {Declared}");
        using var wanted =
            new PostgreSqlSchema(database,
                "wanted").Run(
                    $"SET check_function_bodies = off; {Declared} CREATE TABLE t (a "
                        + "int, b text, CHECK (f(a) = 0), CHECK (f(b) = round(b) - 1))");
        var target = SchemaTarget.Of(await Engine.SnapshotAsync(wanted.Tenant, Token));
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Everything, Token)).Outcome);
    }

    private static Column New => new() { Name = new("extra"), Type = ColumnType.Of("integer"), Nullable = true };

    private static Table Fresh =>
        new()
        {
            Name = new("fresh"),
            Columns = [new() { Name = new("a"), Type = ColumnType.Of("integer"), Nullable = true }],
            Grants = null,
        };

    private sealed class Intruder : IDisposable
    {
        private readonly TestDatabase _database;

        public Intruder(TestDatabase database, string sql)
        {
            _database = database;
            database.Run(
                $"CREATE ROLE {Role} NOSUPERUSER; CREATE SCHEMA intruded AUTHORIZATION "
                    + $"{Role}; CREATE SCHEMA secret; CREATE SEQUENCE secret.sprung");
            database.Run($"SET ROLE {Role}; SET search_path = intruded; SET check_function_bodies = off; {sql}");
        }

        public string Role { get; } = $"r_{Guid.NewGuid():n}";

        public TenantContext Tenant => new("intruded", ProviderNames.PostgreSql, _database.ConnectionString, "intruded");

        public string IsSprung => _database.Query("SELECT is_called FROM secret.sprung");

        public void Run(string before, string sql) => _database.Run($"{before}; SET ROLE {Role}; {sql}");

        public void Dispose() => _database.Run($"DROP OWNED BY {Role} CASCADE; DROP ROLE {Role}");
    }
}
