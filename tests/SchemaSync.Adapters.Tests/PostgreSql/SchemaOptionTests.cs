using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>Shared schemas as objects: comment, owner and rights are compared where the
/// target speaks of them, and left alone everywhere else.</summary>
public sealed class SchemaOptionTests
{
    private const string Reader = "pg_monitor", Writer = "pg_read_all_stats";

    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new PostgreSqlAdapter()));
    private static readonly ExecutionOptions Allowed = new() { Policy = new(["SSY0411"]) };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static TheoryData<string> Servers =>
        [TestServer.PostgreSql13.ToString(), TestServer.PostgreSql15.ToString(), TestServer.PostgreSql18.ToString()];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task They_are_made_drift_are_repaired_and_taken_back(string server)
    {
        using var live = TestServer.Of(server).CreateDatabase();
        using var owner = new Role(live);
        var target = Declared(Sales with { Comment = "What is sold", Owner = owner.Name, Grants = Rights(Reader, "USAGE") });
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Outcome);
        Assert.Equal($"What is sold|{owner.Name}|{Reader} USAGE", State(live));
        Assert.Equal(Outcome.NothingToDo, (await Engine.SyncTenantAsync(live.Tenant, target, execute: true, new(), Token)).Outcome);

        live.Run("COMMENT ON SCHEMA sales IS 'else'; ALTER SCHEMA sales OWNER TO CURRENT_USER; GRANT CREATE ON SCHEMA sales TO "
            + $"{Reader}, {owner.Name}; GRANT USAGE ON SCHEMA sales TO PUBLIC");
        var finding = Assert.Single((await Engine.ValidateAsync(live.Tenant, target, Token)).Diagnostics);
        Assert.Equal(("SSY1003", "schema sales"), (finding.Entry.Code, finding.Subject.ToString()));
        var before = State(live);
        await Engine.SyncTenantAsync(live.Tenant, target, execute: true, Allowed, Token);
        Assert.Equal($"What is sold|{owner.Name}|{Reader} USAGE", State(live));

        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), Allowed, Token);
        Assert.Equal(before, State(live));
    }

    [Fact]
    public async Task What_nothing_is_said_about_is_neither_reported_nor_changed()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase();
        await Engine.SyncTenantAsync(live.Tenant, Declared(Sales), execute: true, new(), Token);
        live.Run($"COMMENT ON SCHEMA sales IS 'theirs'; GRANT USAGE ON SCHEMA sales TO {Reader}");
        Assert.True((await Engine.ValidateAsync(live.Tenant, Declared(), Token)).IsEqual);
        Assert.True((await Engine.ValidateAsync(live.Tenant, Declared(Sales), Token)).IsEqual);
        // Each by itself.
        var commented = Declared(Sales with { Comment = "ours" });
        await Engine.SyncTenantAsync(live.Tenant, commented, execute: true, new(), Token);
        Assert.StartsWith("ours|", State(live), StringComparison.Ordinal);
        Assert.EndsWith($"|{Reader} USAGE", State(live), StringComparison.Ordinal);
        await Engine.SyncTenantAsync(live.Tenant, Declared(Sales with { Grants = Rights(Writer, "CREATE", "USAGE") }),
            execute: true, Allowed, Token);
        Assert.StartsWith("ours|", State(live), StringComparison.Ordinal);
        Assert.EndsWith($"|{Writer} CREATE,{Writer} USAGE", State(live), StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_empty_comment_says_that_there_is_none()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run("CREATE SCHEMA sales; COMMENT ON SCHEMA sales IS 'old'");
        await Engine.SyncTenantAsync(live.Tenant, Declared(Sales with { Comment = "" }), execute: true, new(), Token);
        Assert.StartsWith("|", State(live), StringComparison.Ordinal);
        await Engine.SyncTenantAsync(live.Tenant, Declared(Sales with { Comment = "new" }), execute: true, new(), Token);
        await Engine.ApplyAsync(live.Tenant, await Engine.PlanRevertAsync(live.Tenant, Token), new(), Token);
        Assert.StartsWith("|", State(live), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_change_of_owner_or_rights_is_refused_until_it_is_allowed()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run("CREATE SCHEMA sales");
        using var owner = new Role(live);
        foreach (var sales in new[] { Sales with { Owner = owner.Name }, Sales with { Grants = Rights(Reader, "USAGE") } })
        {
            var before = State(live);
            var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.SyncTenantAsync(live.Tenant, Declared(sales), execute: true, new(), Token));
            Assert.Equal("SSY0506", refused.Diagnostics[0].Entry.Code);
            Assert.Contains("SSY0411", refused.Message, StringComparison.Ordinal);
            Assert.Equal(before, State(live));
        }
    }

    [Fact]
    public async Task A_role_that_is_missing_is_said_before_the_first_statement()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase();
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(live.Tenant, Declared(Sales with { Owner = "nobody_here" }), execute: true, Allowed, Token));
        Assert.Equal("SSY0218", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains("role nobody_here", refused.Message, StringComparison.Ordinal);

        // One that goes between plan and run as well.
        live.Run("CREATE SCHEMA sales");
        Plan plan;
        using (var owner = new Role(live))
            plan = await Engine.PlanAsync(live.Tenant, Declared(Sales with { Owner = owner.Name }), new(), Token);
        refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.ApplyAsync(live.Tenant, plan, Allowed, Token));
        Assert.Equal("SSY0218", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Equal("0", live.Query("SELECT count(*) FROM pg_class WHERE relnamespace = 'sales'::regnamespace"));
    }

    [Fact]
    public async Task An_account_that_is_no_member_of_the_owner_is_told_so()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase();
        using var owner = new Role(live);
        using var account = new Role(live);
        live.Run($"GRANT CREATE ON DATABASE {live.Name} TO {account.Name}; GRANT ALL ON SCHEMA public TO {account.Name}");
        var tenant = live.Tenant with
        {
            ConnectionString = new NpgsqlConnectionStringBuilder(live.ConnectionString)
            {
                Username = account.Name,
                Password = "p",
                Pooling = false,
            }.ConnectionString,
        };
        var target = Declared(Sales with { Owner = owner.Name });
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            Engine.SyncTenantAsync(tenant, target, execute: true, new(), Token));
        Assert.Equal("SSY0219", Assert.Single(refused.Diagnostics).Entry.Code);
        Assert.Contains($"role {owner.Name}", refused.Message, StringComparison.Ordinal);

        live.Run($"GRANT {owner.Name} TO {account.Name}");
        Assert.Equal(Outcome.Done, (await Engine.SyncTenantAsync(tenant, target, execute: true, new(), Token)).Outcome);
        Assert.Equal($"|{owner.Name}|", State(live));
        Assert.True((await Engine.ValidateAsync(tenant, target, Token)).IsEqual);
    }

    [Fact]
    public async Task A_snapshot_carries_them_elsewhere_where_it_was_asked_for_rights()
    {
        using var source = TestServer.PostgreSql15.CreateDatabase();
        using var owner = new Role(source);
        source.Run($"CREATE SCHEMA sales AUTHORIZATION {owner.Name}; COMMENT ON SCHEMA sales IS 'sold'; GRANT USAGE ON SCHEMA sales TO "
            + $"PUBLIC; GRANT CREATE ON SCHEMA sales TO {Reader} WITH GRANT OPTION");
        var all = source.Tenant with { Schemas = ["*"] };
        var plain = Assert.Single((await Engine.SnapshotAsync(all, Token)).Objects.OfType<Schema>());
        Assert.Equal(("sold", null, null), (plain.Comment, plain.Owner, plain.Grants));
        var full = SnapshotFile.Read(SnapshotFile.Write(await Engine.SnapshotAsync(all, withGrants: true, Token)), "a file");
        using var copy = TestServer.PostgreSql15.CreateDatabase();
        await Engine.SyncTenantAsync(copy.Tenant, SchemaTarget.Of(full), execute: true, Allowed, Token);
        Assert.Equal(State(source), State(copy));
        Assert.Equal($"sold|{owner.Name}|{Reader} CREATE*,public USAGE", State(copy));
        copy.Run("DROP SCHEMA sales");
    }

    [Fact]
    public async Task A_script_does_the_same_and_stops_where_somebody_was_faster()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase().Run("CREATE SCHEMA sales");
        using var owner = new Role(live);
        var target = Declared(Sales with { Comment = "sold", Owner = owner.Name, Grants = Rights(Reader, "USAGE") });
        var script = await Engine.ScriptAsync(live.Tenant, target, new(), Token);
        live.Run($"GRANT CREATE ON SCHEMA sales TO {Writer}");
        (await Psql.RunAsync(live, script)).StoppedWith("schema sales");
        live.Run($"REVOKE CREATE ON SCHEMA sales FROM {Writer}");
        (await Psql.RunAsync(live, script + script)).SucceededOnce();
        Assert.Equal($"sold|{owner.Name}|{Reader} USAGE", State(live));
        Assert.True((await Engine.ValidateAsync(live.Tenant, target, Token)).IsEqual);
    }

    [Fact]
    public async Task Nothing_can_be_said_about_the_tenants_own_schema()
    {
        using var live = TestServer.PostgreSql15.CreateDatabase();
        var target = Declared(new Schema { Name = new("public"), Comment = "mine" });
        var refused = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(live.Tenant, target, new(), Token));
        Assert.Equal("SSY0220", Assert.Single(refused.Diagnostics).Entry.Code);
    }

    private static Schema Sales => new() { Name = new("sales") };

    private static SchemaTarget Declared(params TopLevelObject[] objects)
    {
        var orders = new Table
        {
            Name = new(new("sales"), new("orders")),
            Columns = [new() { Name = new("id"), Type = ColumnType.Of("integer") }],
        };
        return SchemaTarget.Of(new SchemaModel { Providers = [ProviderNames.PostgreSql], Objects = [.. objects, orders] });
    }

    private static GrantList Rights(string role, params string[] privileges) =>
        new() { Roles = [new Grant { Role = role, Privileges = [.. privileges] }] };

    private static string State(TestDatabase live) => live.Query("""
        SELECT coalesce(obj_description(n.oid, 'pg_namespace'), ''), nspowner::regrole::text, coalesce((SELECT string_agg(
            CASE x.grantee WHEN 0 THEN 'public' ELSE x.grantee::regrole::text END || ' ' || x.privilege_type || CASE WHEN x.is_grantable
                THEN '*' ELSE '' END, ',' ORDER BY x.grantee::regrole::text COLLATE "C" <> '-' DESC, x.privilege_type)
          FROM aclexplode(nspacl) x WHERE x.grantee <> nspowner), '') FROM pg_namespace n WHERE nspname = 'sales'
        """);

    /// <summary>A role that goes with the test, and what it owns with it.</summary>
    private sealed class Role : IDisposable
    {
        private readonly TestDatabase _database;

        public Role(TestDatabase database)
        {
            _database = database;
            database.Run($"CREATE ROLE {Name} LOGIN PASSWORD 'p'");
        }

        public string Name { get; } = $"r_{Guid.NewGuid():n}";

        public void Dispose() => _database.Run($"DROP OWNED BY {Name} CASCADE; DROP ROLE {Name}");
    }
}
