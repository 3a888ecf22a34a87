namespace SchemaSync.Adapters.Tests;

/// <summary>
/// The same cases with their objects in schemas that tenants share: every statement has to say where, since nothing
/// is found by itself. Both sides are in databases of their own, where a schema has one name.
/// </summary>
public sealed class PostgreSqlSharedCaseTests(PostgreSqlSharedDatabases databases) : IClassFixture<PostgreSqlSharedDatabases>
{
    private static readonly PostgreSqlAdapter Adapter = new();
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(Adapter));
    private static readonly IReadOnlyList<SchemaCase> Cases = SchemaCase.All("postgresql");

    // An extension is the database's, and its case makes and drops it.
    public static TheoryData<string> Names =>
        new(Cases.Where(c =>
            c.Since <= 15 && !c.MakesExtension).Select(c => c.ToString()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>All objects in one shared schema, or where there are several, every other in a second:
    /// references of every kind lead from one to the other and back.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public async Task Case_holds_over_shared_schemas(string name)
    {
        var one = Cases.Single(c => c.ToString() == name);
        var (first, second) = ($"s_{Guid.NewGuid():n}", $"S {Guid.NewGuid():n}");
        using var other = new PostgreSqlSchema(databases.Live, second);
        using var live = new PostgreSqlSchema(databases.Live, first) { Beside = other }.Run(one.Before).Run(one.Rows);
        using var otherWanted = new PostgreSqlSchema(databases.Wanted, second);
        using var wanted = new PostgreSqlSchema(databases.Wanted, first) { Beside = otherWanted }.Run(one.After);
        var spread = new SpreadObjects(live, wanted, one);
        await Holds(one, live, wanted, await Target(wanted, [first, second], spread.SchemaOf, one));
    }

    private static async Task Holds(SchemaCase one, PostgreSqlSchema live, PostgreSqlSchema wanted, SchemaTarget target)
    {
        var tenant = live.Tenant with { Schema = "public", Schemas = [live.Name, live.Beside!.Name] };
        if (one.Refused.Length > 0)
        {
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.PlanAsync(tenant, target, new(IncludeUnmanaged: true), Token));
            Assert.Equal(one.Refused, refusal.Diagnostics[0].Entry.Code);
            return;
        }

        var plan = await Engine.PlanAsync(tenant, target, new(IncludeUnmanaged: true), Token);
        Assert.Equal(one.Hazards, plan.AllHazards.Select(h => h.Code).Distinct().Order(StringComparer.Ordinal));
        if (one.Fails.Length > 0)
        {
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(() =>
                Engine.ApplyAsync(tenant, plan, MySqlServers.Everything, Token));
            Assert.Equal(one.Fails, failure.Diagnostics[0].Entry.Code);
            return;
        }

        await Engine.ApplyAsync(tenant, plan, MySqlServers.Everything, Token);
        var rest = await Engine.PlanAsync(tenant, target, new(IncludeUnmanaged: true, Prove: false), Token);
        Assert.Empty(rest.Changes.Select(c => c.ToString()));
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
        Assert.Equal(PostgreSqlOracle.Describe(wanted.Beside!), PostgreSqlOracle.Describe(live.Beside!));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
    }

    // The whole matrix is in PostgreSqlScriptCaseTests; here it is about where the objects are.
    public static TheoryData<string> Scripted => new(Cases
        .Where(c => Names.Select(n => n.Data).Contains(c.ToString()) && c.Refused.Length == 0 && c.Fails.Length == 0
            && !c.ToString().EndsWith("/nothing", StringComparison.Ordinal))
        .GroupBy(c => c.Kind).Select(g => g.First().ToString()));

    [Theory]
    [MemberData(nameof(Scripted))]
    public async Task Script_does_the_same_in_a_shared_schema(string name)
    {
        var one = Cases.Single(c => c.ToString() == name);
        var shared = $"s_{Guid.NewGuid():n}";
        using var live = new PostgreSqlSchema(databases.Live, shared).Run(one.Before).Run(one.Rows);
        using var wanted = new PostgreSqlSchema(databases.Wanted, shared).Run(one.After);
        var target = await Target(wanted, [shared], _ => shared, one);
        // The ledger is the tenant's own, and with it each of these runs.
        using var own = new PostgreSqlSchema(databases.Live, $"own_{Guid.NewGuid():n}");
        var tenant = own.Tenant with { Schemas = [shared] };
        var script = await Engine.ScriptAsync(tenant, target, new(IncludeUnmanaged: true), Token);
        (await Psql.RunAsync(databases.Live, script + script)).SucceededOnce();
        Assert.Empty((await Engine.PlanAsync(tenant, target, new(IncludeUnmanaged: true, Prove: false), Token)).Changes.Select(c =>
            c.ToString()));
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
        Assert.Equal(LedgerEntry.Succeeded, Assert.Single(await Engine.AuditAsync(tenant, Token)).Outcome);

        // What somebody changes in a shared schema between writing and running is noticed.
        using var later = new PostgreSqlSchema(databases.Live, $"later_{Guid.NewGuid():n}");
        live.Run("CREATE TABLE gone_soon (id int)");
        var back = await Engine.SnapshotAsync(later.Tenant with { Schemas = [shared] }, withGrants: false, Token);
        var without = SchemaTarget.Of(back.With(back.Objects.Where(o => o.Name.Name.Value != "gone_soon")));
        var again = await Engine.ScriptAsync(later.Tenant with { Schemas = [shared] }, without, new(IncludeUnmanaged: true), Token);
        live.Run("ALTER TABLE gone_soon ADD more int");
        (await Psql.RunAsync(databases.Live, again)).StoppedWith($"{shared}.gone_soon");
    }

    private static async Task<SchemaTarget> Target(PostgreSqlSchema wanted,
        EquatableArray<string> shared, Func<string, string> schemaOf, SchemaCase one)
    {
        var read = await Engine.SnapshotAsync(wanted.Tenant with { Schema = "public", Schemas = shared },
            withGrants: one.Kind == "grants", Token);
        var intents = one.Renames.Select(r =>
        {
            var words = r.Key.Split(' ', 2);
            var path = words[1].Split('.');
            var kind = ObjectKind.Of(words[0]);
            var name = new QualifiedName(new(schemaOf(path[0])), new(path[0]));
            return new Intent(IntentKind.RenamedFrom,
                path.Length == 1 ? ObjectId.Top(kind, name) : ObjectId.In(kind, name, new(path[1])), new(r.Value));
        }).Concat(one.Values(n => new(new(schemaOf(n)), new(n))));
        return SchemaTarget.Of(new Snapshot
        {
            Form = read.Form,
            Objects = read.Objects,
            Intents = intents.ToEquatableArray(),
            Unsupported = read.Unsupported,
        });
    }
}

/// <summary>Two databases of one server, in which a schema may have one name.</summary>
public sealed class PostgreSqlSharedDatabases : IDisposable
{
    public TestDatabase Live { get; } = TestServer.PostgreSql15.CreateDatabase();

    public TestDatabase Wanted { get; } = TestServer.PostgreSql15.CreateDatabase();

    public void Dispose()
    {
        Live.Dispose();
        Wanted.Dispose();
    }
}
