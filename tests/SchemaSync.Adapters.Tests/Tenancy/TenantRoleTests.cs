using SchemaSync.Engine.Tests.Execution;

namespace SchemaSync.Adapters.Tests;

/// <summary>A plan of one tenant, changed to name another one, is refused by us and by the server.</summary>
public sealed class TenantRoleTests : IDisposable
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter(), new SqliteAdapter()));

    private readonly TestDatabase _database = TestServer.PostgreSql15.CreateDatabase();
    private readonly List<string> _roles = [];

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public void Dispose()
    {
        foreach (var role in _roles) _database.Run($"DROP OWNED BY {Quoted(role)} CASCADE; DROP ROLE {Quoted(role)}");
        _database.Dispose();
    }

    [Fact]
    public async Task What_a_plan_makes_is_the_roles_and_the_ledger_is_not()
    {
        var (a, b) = (Tenant("a"), Tenant("b"));
        foreach (var tenant in new[] { a, b })
        {
            await SyncAsync(tenant, "x");
            await SyncAsync(tenant, "x", "y");
        }

        Assert.Equal($"{a.Role}|{a.Role};{b.Role}|{b.Role}", _database.Query(
            "SELECT pg_get_userbyid(n.nspowner), pg_get_userbyid(c.relowner) FROM pg_class c "
            + "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE c.relname = 't' ORDER BY n.nspname"));
        Assert.Equal("test", _database.Query("SELECT DISTINCT tableowner FROM pg_tables WHERE schemaname = '__schemasync'"));
        Assert.Equal("f", _database.Query($"SELECT has_schema_privilege('{a.Role}', '__schemasync', 'USAGE')::text").Substring(0, 1));
        Assert.Equal(2, (await Engine.AuditAsync(a, Token)).Count);
        await Engine.ApplyAsync(a, await Engine.PlanRevertAsync(a, Token), LedgerScene.Anything, Token);
        Assert.True((await Engine.ValidateAsync(a, LedgerScene.Target(ProviderNames.PostgreSql, "t", "x"), Token)).IsEqual);
        Assert.Equal("SSY0516", await LedgerScene.Code(() =>
            Engine.ScriptAsync(a, LedgerScene.Target(ProviderNames.PostgreSql, "t", "x", "z"), new(), Token)));
    }

    [Fact]
    public async Task Code_and_rows_of_a_tenant_are_changed_as_the_role()
    {
        var tenant = Tenant("a");
        foreach (var (body, size) in new[] { ("RETURN NEW", 10), ("NEW.x := 1; RETURN NEW", 20) })
        {
            using var sample = _database.Server.CreateDatabase().Run($"""
                CREATE TYPE mood AS ENUM ('sad', 'ok'); CREATE SEQUENCE numbers;
                CREATE TABLE t (id int PRIMARY KEY, x int DEFAULT nextval('numbers'), m mood, name varchar({size}) NOT NULL, CHECK (x > 0));
                CREATE VIEW v AS SELECT id FROM t;
                CREATE FUNCTION f() RETURNS trigger LANGUAGE plpgsql AS $f$ BEGIN {body}; END $f$;
                CREATE TRIGGER r BEFORE INSERT ON t FOR EACH ROW EXECUTE FUNCTION f(); CREATE INDEX i ON t (lower(name))
                """);
            var target = SchemaTarget.Of(await Engine.SnapshotAsync(sample.Tenant, Token));
            await Engine.SyncTenantAsync(tenant, target, true, LedgerScene.Anything, Token);
            _database.Run($"INSERT INTO a.t (id, name) VALUES ({size}, 'x')");
            Assert.True((await Engine.ValidateAsync(tenant, target, Token)).IsEqual);
        }

        Assert.Equal(tenant.Role!, _database.Query("SELECT DISTINCT pg_get_userbyid(c.relowner) FROM pg_class c "
            + "JOIN pg_namespace n ON n.oid = c.relnamespace WHERE n.nspname = 'a'"));
    }

    [Fact]
    public async Task A_plan_that_names_another_tenant_is_refused_twice()
    {
        var (a, b) = (Tenant("a"), Tenant("b"));
        await SyncAsync(b, "x");
        await SyncAsync(a, "x");
        var plan = await Engine.PlanAsync(a, LedgerScene.Target(ProviderNames.PostgreSql, "t", "x", "y"), new(), Token);
        foreach (var sql in new[] { "DROP TABLE b.t", "ALTER TABLE b.t DROP COLUMN x", "ALTER SCHEMA b RENAME TO c",
            "DELETE FROM __schemasync.__schemasync_ledger" })
        {
            var changed = plan with { Steps = [plan.Steps[0] with { Sql = sql }, .. plan.Steps.Skip(1)] };
            var saved = PlanFile.Read(PlanFile.Write(changed), "plan.json");
            Assert.Equal("SSY0519", await LedgerScene.Code(() => Engine.ApplyAsync(a, saved, LedgerScene.Anything, Token)));
            // Had nobody looked.
            var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                new Executor(new PostgreSqlAdapter(), "test").RunAsync(a, changed, LedgerScene.Anything, LedgerEntry.Sync, Token));
            Assert.Matches("must be owner of|permission denied", refused.Message);
        }

        Assert.Equal("2", _database.Query("SELECT count(*) FROM pg_attribute WHERE attrelid = 'b.t'::regclass AND attnum > 0"));
        Assert.Single(await Engine.AuditAsync(b, Token));
    }

    [Fact]
    public async Task A_role_that_may_more_is_refused()
    {
        var tenant = Tenant("a");
        async Task RefusedAsync(string reason, TenantContext asked)
        {
            var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => SyncAsync(asked, "x"));
            Assert.Equal("SSY0247", refused.Diagnostics[0].Entry.Code);
            Assert.Contains(reason, refused.Message, StringComparison.Ordinal);
        }

        _database.Run($"CREATE SCHEMA a AUTHORIZATION {Quoted(tenant.Role!)}");
        await RefusedAsync("is a superuser", tenant with { Role = "test" });
        await RefusedAsync("no such role", tenant with { Role = "nobody" });
        _database.Run($"CREATE SCHEMA other AUTHORIZATION {Quoted(tenant.Role!)}");
        await RefusedAsync("owner of the schema other", tenant);
        _database.Run("DROP SCHEMA other");
        await SyncAsync(tenant, "x");
        var file = new TenantContext("f", ProviderNames.Sqlite, "Data Source=none.db") { Role = "x" };
        Assert.Equal("SSY0606", await LedgerScene.Code(() => Engine.SnapshotAsync(file, Token)));
    }

    [Fact]
    public async Task A_hundred_hostile_names_have_their_role_and_their_schema()
    {
        var names = TenantLayoutTests.Hostile.Where(h => !TenantLayoutTests.IsServers(h)).ToList();
        var suffix = _database.Name[2..10];
        foreach (var name in names)
        {
            _roles.Add($"{name}_{suffix}");
            _database.Run($"CREATE ROLE {Quoted(_roles[^1])}");
        }

        var template = new TenantTemplate(new PostgreSqlAdapter(), _database.ConnectionString)
        {
            Schema = "{tenant}",
            Role = $"{{tenant}}_{suffix}",
        };
        // The placeholder in a name is not filled a second time.
        var tenants = (await TenantList.OfNames(names, template).ListAsync(Token)).Select(t => t.Context).ToList();
        foreach (var columns in new[] { new[] { "x" }, ["x", "y"] })
        {
            var report = await new TenantFleet(Engine).SyncAsync(TenantList.Of(tenants),
                LedgerScene.Target(ProviderNames.PostgreSql, "t", columns), true, LedgerScene.Anything, new() { StopAfter = 0 }, Token);
            Assert.Empty(report.Tenants.SelectMany(t => t.Diagnostics).Select(d => d.ToString()));
            Assert.Equal(names.Count, report.Count(TenantState.Done));
        }

        Assert.InRange(names.Count, 95, 120);
        Assert.Equal($"{names.Count}", _database.Query($"SELECT count(*) FROM pg_tables WHERE tablename = 't' "
            + $"AND tableowner = schemaname || '_{suffix}'"));
        Assert.Equal($"{names.Count}|2", _database.Query(
            "SELECT count(DISTINCT tenant), max(n) FROM (SELECT tenant, count(*) n FROM __schemasync.__schemasync_ledger GROUP BY 1) x"));
        var gone = tenants[0] with { SharesDatabase = true };
        await Engine.RemoveAsync(gone, await Engine.PlanRemovalAsync(gone, null, Token), new(), Token);
        Assert.Equal($"{names.Count - 1}", _database.Query("SELECT count(DISTINCT tenant) FROM __schemasync.__schemasync_ledger"));
    }

    private TenantContext Tenant(string schema)
    {
        var role = $"{schema}_{_database.Name[2..10]}";
        _roles.Add(role);
        _database.Run($"CREATE ROLE {Quoted(role)}");
        return _database.Tenant with { Id = schema, Schema = schema, SharesDatabase = true, Role = role };
    }

    private static string Quoted(string name) => $"\"{name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static Task SyncAsync(TenantContext tenant, params string[] columns) => Engine.SyncTenantAsync(tenant,
        LedgerScene.Target(ProviderNames.PostgreSql, "t", columns), true, LedgerScene.Anything, Token);
}
