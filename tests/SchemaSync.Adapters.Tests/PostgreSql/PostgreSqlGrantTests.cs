namespace SchemaSync.Adapters.Tests;

/// <summary>Rights of roles: compared where the target speaks of them, left alone everywhere else.</summary>
public sealed class PostgreSqlGrantTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private const string Reader = "pg_monitor", Writer = "pg_read_all_stats";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Allowed = new() { Policy = new(["SSY0411"]) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_no_declaration_speaks_of_is_neither_reported_nor_changed()
    {
        using var live = Schema($"CREATE TABLE t (a integer); CREATE TABLE u (a integer); GRANT SELECT ON t, u TO {Writer}");
        var target = Declared(Table("t", Rights(Reader, "SELECT")), Table("u", null));
        var before = await Engine.ValidateAsync(live.Tenant, target, Token);
        Assert.Equal(["alter table t"], before.Diff.Changes.Select(c => c.ToString()));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Allowed, Token);
        Assert.Equal($"{Reader} SELECT", RightsOn(live, "t"));
        Assert.Equal($"{Writer} SELECT", RightsOn(live, "u"));
        live.Run($"GRANT INSERT ON u TO {Reader}");
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }

    [Fact]
    public async Task A_right_that_somebody_gave_by_hand_is_a_difference_that_the_next_run_takes_back()
    {
        using var live = Schema("");
        var target = Declared(Table("t", Rights(Reader, "SELECT")));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token);
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
        live.Run($"GRANT DELETE ON t TO {Writer}");
        var finding = Assert.Single((await Engine.ValidateAsync(live.Tenant, target, Token)).Diagnostics);
        Assert.Equal("SSY1003", finding.Entry.Code);
        Assert.Contains(Writer, finding.Message, StringComparison.Ordinal);
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Allowed, Token);
        Assert.Equal($"{Reader} SELECT", RightsOn(live, "t"));
    }

    [Fact]
    public async Task A_change_of_rights_is_refused_until_it_is_allowed()
    {
        using var live = Schema("CREATE TABLE t (a integer)");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, Declared(Table("t", Rights(Reader, "SELECT"))), execute: true, new(), Token));
        Assert.Equal("SSY0506", refused.Diagnostics[0].Entry.Code);
        Assert.Contains("SSY0411", refused.Message, StringComparison.Ordinal);
        Assert.Equal("", RightsOn(live, "t"));
    }

    [Fact]
    public async Task Default_privileges_of_the_owner_do_not_leak_into_a_new_object_that_says_who_has_rights()
    {
        using var live = Schema("");
        live.Run($"ALTER DEFAULT PRIVILEGES IN SCHEMA {live.Quoted} GRANT SELECT ON TABLES TO {Writer}; ALTER DEFAULT PRIVILEGES IN "
            + $"SCHEMA {live.Quoted} GRANT EXECUTE ON FUNCTIONS TO {Writer}");
        var function = new Routine
        {
            Name = new("f"),
            Signature = "",
            Returns = "integer",
            Body = new("SELECT 1"),
            Grants = Rights(Reader, "EXECUTE"),
        };
        await Engine.SyncTenantAsync(live.Tenant, Declared(Table("t", new()), Table("u", null), function), execute: true, new(), Token);
        Assert.Equal("", RightsOn(live, "t"));
        Assert.Equal($"{Writer} SELECT", RightsOn(live, "u"));
        Assert.Equal($"{Reader} EXECUTE",
            live.Query("SELECT grantee::regrole || ' ' || privilege_type FROM pg_proc, aclexplode(proacl) WHERE oid = "
                + "'f()'::regprocedure AND grantee <> proowner"));
    }

    [Fact]
    public async Task A_view_that_is_made_again_has_the_declared_rights_and_keeps_those_on_columns()
    {
        using var live =
            Schema($"CREATE TABLE t (a integer, b integer); CREATE VIEW v AS SELECT a, b FROM t; GRANT SELECT ON v TO {Reader}; GRANT "
                + $"UPDATE (b) ON v TO {Reader}");
        live.Run($"ALTER DEFAULT PRIVILEGES IN SCHEMA {live.Quoted} GRANT ALL ON TABLES TO {Writer}");
        var view = new View { Name = new("v"), Definition = new("SELECT a, b FROM t"), Grants = Rights(Reader, "SELECT") };
        var table = Table("t",
            null) with
            {
                Columns = [new Column { Name = new("a"), Type = ColumnType.Of("bigint"), Nullable = true },
                    new Column { Name = new("b"), Type = ColumnType.Of("integer"), Nullable = true }],
            };
        await Engine.SyncTenantAsync(live.Tenant, Declared(table, view), execute: true, new() { Policy = new(["SSY0403"]) }, Token);
        Assert.Equal($"{Reader} SELECT", RightsOn(live, "v"));
        Assert.Equal("t", live.Query($"SELECT has_column_privilege('{Reader}', 'v', 'b', 'UPDATE')"));
    }

    [Fact]
    public async Task All_privileges_are_those_that_the_server_has()
    {
        using var live = Schema("");
        var target = Declared(Table("t", Rights(Reader, "ALL")));
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token);
        Assert.Equal("DELETE,INSERT,REFERENCES,SELECT,TRIGGER,TRUNCATE,UPDATE",
            live.Query("SELECT string_agg(privilege_type, ',' ORDER BY privilege_type) FROM pg_class, aclexplode(relacl) WHERE oid = "
                + "'t'::regclass AND grantee <> relowner"));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }

    [Fact]
    public async Task A_role_that_the_server_lacks_is_named_before_the_first_statement()
    {
        using var live = Schema("CREATE TABLE t (a integer)");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, Declared(Table("t", Rights("nobody_here", "SELECT")), Table("u", null)),
                execute: true, Allowed, Token));
        Assert.Equal("SSY0207", refused.Diagnostics[0].Entry.Code);
        Assert.Contains("nobody_here", refused.Message, StringComparison.Ordinal);
        Assert.Equal("1", live.Query("SELECT count(*) FROM pg_class WHERE relnamespace = quote_ident(current_schema())::regnamespace"));
    }

    [Fact]
    public async Task A_role_that_is_gone_when_the_plan_runs_is_named_before_the_first_statement()
    {
        var role = $"r_{Guid.NewGuid():n}";
        server.Database.Run($"CREATE ROLE {role}");
        using var live = Schema("CREATE TYPE e AS ENUM ('a')");
        var target = Declared(Table("t", Rights(role, "SELECT")), new EnumType { Name = new("e"), Values = ["a", "b"] });
        var plan = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(), Token);
        server.Database.Run($"DROP ROLE {role}");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.ApplyAsync(live.Tenant, plan, new() { Policy = new(["SSY0411", "SSY0408"]) }, Token));
        Assert.Equal("SSY0503", refused.Diagnostics[0].Entry.Code);
        Assert.Contains(role, refused.Message, StringComparison.Ordinal);
        Assert.Equal("a", live.Query("SELECT string_agg(enumlabel, ',') FROM pg_enum WHERE enumtypid = 'e'::regtype"));
    }

    [Fact]
    public async Task A_right_of_the_owner_is_refused_because_the_owner_has_every_right()
    {
        using var live = Schema("");
        var owner = live.Query("SELECT current_user");
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, Declared(Table("t", Rights(owner, "SELECT"))), execute: true, Allowed, Token));
        Assert.Equal("SSY0202", refused.Diagnostics[0].Entry.Code);
        Assert.Contains(owner, refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_snapshot_holds_rights_only_for_those_who_ask_and_carries_them_elsewhere()
    {
        using var source = Schema($"CREATE TABLE t (a integer); CREATE VIEW v AS SELECT a FROM t; GRANT SELECT ON v TO {Reader}");
        var plain = await Engine.SnapshotAsync(source.Tenant, Token);
        Assert.All(plain.Objects, o => Assert.Null(((IGrantable)o).Grants));
        var full = SnapshotFile.Read(SnapshotFile.Write(await Engine.SnapshotAsync(source.Tenant, withGrants: true, Token)), "a file");
        using var copy = Schema("");
        await Engine.SyncTenantAsync(copy.Tenant, SchemaTarget.Of(full), execute: true, new(), Token);
        Assert.Equal($"{Reader} SELECT", RightsOn(copy, "v"));
        Assert.Equal("", RightsOn(copy, "t"));
        Assert.True((await Engine.ValidateAsync(copy.Tenant, SchemaTarget.Of(plain), Token)).IsEqual);
    }

    [Fact]
    public async Task The_way_back_gives_the_rights_that_were_there_before()
    {
        using var live = Schema($"CREATE TABLE t (a integer); GRANT UPDATE ON t TO {Writer}");
        await Engine.SyncTenantAsync(live.Tenant, Declared(Table("t", Rights(Reader, "SELECT"))), execute: true, Allowed, Token);
        Assert.Equal($"{Reader} SELECT", RightsOn(live, "t"));
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Allowed, Token);
        Assert.Equal($"{Writer} UPDATE", RightsOn(live, "t"));
    }

    [Fact]
    public async Task A_declaration_that_speaks_no_more_leaves_the_rights_as_they_are()
    {
        using var live = Schema("");
        await Engine.SyncTenantAsync(live.Tenant, Declared(Table("t", Rights(Reader, "SELECT"))), execute: true, new(), Token);
        var silent = Declared(Table("t", null));
        Assert.True((await Engine.ValidateAsync(live.Tenant, silent, Token)).IsEqual);
        Assert.Equal(Outcome.NothingToDo, (await Engine.SyncTenantAsync(live.Tenant, silent, execute: true, new(), Token)).Outcome);
        Assert.Equal($"{Reader} SELECT", RightsOn(live, "t"));
    }

    [Fact]
    public async Task A_right_that_was_passed_on_is_not_taken_back_by_force()
    {
        var role = $"r_{Guid.NewGuid():n}";
        server.Database.Run($"CREATE ROLE {role}");
        using var live = Schema("CREATE TABLE t (a integer)");
        live.Run($"GRANT USAGE ON SCHEMA {live.Quoted} TO {role}; GRANT SELECT ON t TO {role} WITH GRANT OPTION; SET ROLE {role}; "
            + $"GRANT SELECT ON t TO {Writer}");
        var target = Declared(Table("t", Rights(Reader, "SELECT")), Table("u", null));
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, target, execute: true, Allowed, Token));
        Assert.Equal("SSY0505", failure.Diagnostics[0].Entry.Code);
        Assert.Contains($"{Writer} SELECT", RightsOn(live, "t"), StringComparison.Ordinal);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_class WHERE oid = to_regclass('u')"));
    }

    [Fact]
    public async Task A_role_that_only_reads_sees_every_right()
    {
        using var live =
            Schema("CREATE TABLE t (a integer); CREATE FUNCTION f() RETURNS integer "
                + $"LANGUAGE sql AS 'SELECT 1'; GRANT SELECT ON t TO {Writer}");
        var role = $"r_{Guid.NewGuid():n}";
        server.Database.Run($"CREATE ROLE {role} LOGIN PASSWORD 'x'; GRANT USAGE ON SCHEMA {live.Quoted} TO {role}");
        var tenant = live.Tenant with { ConnectionString = $"{server.Database.ConnectionString};Username={role};Password=x" };
        var seen = await Engine.SnapshotAsync(tenant, withGrants: true, Token);
        Assert.Equal((await Engine.SnapshotAsync(live.Tenant, withGrants: true, Token)).Fingerprint, seen.Fingerprint);
        Assert.True((await Engine.ValidateAsync(tenant, SchemaTarget.Of(seen), Token)).IsEqual);
    }

    private static Table Table(string name, GrantList? grants) =>
        new()
        {
            Name = new(name),
            Columns = [new Column { Name = new("a"), Type = ColumnType.Of("integer"), Nullable = true }],
            Grants = grants,
        };

    private static GrantList Rights(string role, params string[] privileges) =>
        new() { Roles = [new Grant { Role = role, Privileges = [.. privileges] }] };

    private static SchemaTarget Declared(params TopLevelObject[] objects) =>
        SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.PostgreSql], Objects = [.. objects] });

    private static string RightsOn(PostgreSqlSchema live, string relation) =>
        live.Query("SELECT grantee::regrole || ' ' || string_agg(privilege_type, ',' ORDER BY privilege_type) FROM pg_class, "
            + $"aclexplode(relacl) WHERE oid = '{relation}'::regclass AND grantee <> relowner GROUP BY grantee");

    private PostgreSqlSchema Schema(string sql) => new PostgreSqlSchema(server.Database, $"s_{Guid.NewGuid():n}").Run(sql);
}
