namespace SchemaSync.Adapters.Tests;

/// <summary>
/// The same cases with their objects in a database that tenants share, and every other table that nothing names by its text in the
/// tenant's own: foreign keys lead from one to the other and back. Both sides have the same two databases, one after the other: a server
/// has each once.
/// </summary>
public abstract class MySqlSharedCaseTests(TestServer server)
{
    private const string Collation = "utf8mb4_general_ci";

    private static readonly SchemaSyncEngine Engine = MySqlServers.Engine;

    protected static TheoryData<string> NamesFor(TestServer server) => new(MySqlCaseTests.CasesFor(server).Select(c => c.ToString()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    protected async Task Holds(string name)
    {
        var one = MySqlCaseTests.CasesFor(server).Single(c => c.ToString() == name);
        using var own = server.CreateDatabase();
        using var shared = server.CreateDatabase();
        // Keys lead from one to the other until they are empty.
        using var end = new Ending(() => Anew(own, shared));
        var tenant = own.Tenant with { Schemas = [shared.Name] };
        shared.Collated().Run(one.Before);
        var before = MySqlSpread.Tables(shared);
        var texts = MySqlSpread.Texts(shared);
        Anew(own, shared);
        shared.Run(one.After);
        var spread = new MySqlSpread(one, before, MySqlSpread.Tables(shared), texts + MySqlSpread.Texts(shared));
        spread.Move(shared, own, isAfter: true);
        var target = Target(await Engine.SnapshotAsync(tenant, Token), one, spread, shared.Name);
        var wanted = Look(own, shared);
        Anew(own, shared);
        shared.Run(one.Before).Run(one.Rows);
        spread.Move(shared, own, isAfter: false);
        await Holds(one, tenant, target, own, shared, wanted, spread);
    }

    private async Task Holds(
        SchemaCase one, TenantContext tenant, SchemaTarget target, TestDatabase own, TestDatabase shared, string wanted, MySqlSpread spread)
    {
        var all = new PlanOptions(IncludeUnmanaged: true);
        if (one.Refused.Length > 0)
        {
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => Engine.PlanAsync(tenant, target, all, Token));
            Assert.Equal(one.Refused, refusal.Diagnostics[0].Entry.Code);
            return;
        }

        var start = Look(own, shared);
        var plan = await Engine.PlanAsync(tenant, target, all, Token);
        Assert.True(plan.Proved);
        var hazards = (server.Provider == ProviderNames.MariaDb ? one.MariaDbHazards : null) ?? one.Hazards;
        Assert.Equal(hazards, plan.AllHazards.Select(h => h.Code).Distinct().Order(StringComparer.Ordinal));
        if (one.Fails.Length > 0)
        {
            var apply = () => Engine.ApplyAsync(tenant, plan, MySqlServers.Everything, Token);
            var failure = await Assert.ThrowsAsync<SchemaSyncException>(apply);
            Assert.Equal(one.Fails, failure.Diagnostics[0].Entry.Code);
            Assert.Equal(start, Look(own, shared));
            return;
        }

        await Engine.ApplyAsync(tenant, plan, MySqlServers.Everything, Token);
        Assert.Empty((await Engine.PlanAsync(tenant, target, all with { Prove = false }, Token)).Changes.Select(c => c.ToString()));
        Assert.Equal(wanted, Look(own, shared));
        if (one.Query.Length > 0 && spread.IsWhole) Assert.Equal(one.Gives, shared.Query(one.Query));
    }

    private sealed class Ending(Action end) : IDisposable
    {
        public void Dispose() => end();
    }

    private static string Look(TestDatabase own, TestDatabase shared) =>
        $"{MySqlOracle.Describe(own)}\n--\n{MySqlOracle.Describe(shared)}"
            .Replace($"`{own.Name}`.", "`own`.", StringComparison.Ordinal).Replace($"{shared.Name}.", "", StringComparison.Ordinal);

    private static void Anew(TestDatabase own, TestDatabase shared)
    {
        foreach (var name in (string[])[own.Name, shared.Name])
            own.Run($"SET SESSION foreign_key_checks = 0; DROP DATABASE IF EXISTS {name}; CREATE DATABASE {name} COLLATE {Collation}");
    }

    private static SchemaTarget Target(Snapshot read, SchemaCase one, MySqlSpread spread, string shared)
    {
        var intents = one.Renames.Select(r =>
        {
            var words = r.Key.Split(' ', 2);
            var path = words[1].Split('.');
            var (kind, name) = (ObjectKind.Of(words[0]), new QualifiedName(spread.IsMoved(path[0]) ? default : new(shared), new(path[0])));
            var subject = path.Length == 1 ? ObjectId.Top(kind, name) : ObjectId.In(kind, name, new(path[1]));
            return new Intent(IntentKind.RenamedFrom, subject, new(r.Value));
        }).Concat(one.Values(n => new(spread.IsMoved(n) ? default : new(shared), new(n))));
        return SchemaTarget.Of(new Snapshot
        {
            Form = read.Form, Objects = read.Objects, Intents = intents.ToEquatableArray(), Unsupported = read.Unsupported,
        });
    }
}

/// <summary>Which tables of a case go from the shared database into the tenant's own, on both sides alike.</summary>
internal sealed class MySqlSpread
{
    private readonly HashSet<string> _moved = new(StringComparer.OrdinalIgnoreCase);
    private readonly Dictionary<string, string> _former;

    public MySqlSpread(SchemaCase one, IReadOnlyList<string> before, IReadOnlyList<string> after, string texts)
    {
        // From the old name to the new one.
        _former = one.Renames.Where(r => r.Key.StartsWith("table ", StringComparison.Ordinal))
            .ToDictionary(r => r.Value, r => r.Key.Split(' ', 2)[1], StringComparer.Ordinal);
        // Two that swap their names are in one place.
        var swapped = _former.Keys.Intersect(_former.Values).ToHashSet(StringComparer.Ordinal);
        var names = before.Select(Now).Concat(after).Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase);
        _moved.UnionWith(names.Where((n, i) => i % 2 == 1 && !swapped.Contains(n) && !Named(n, texts)));
    }

    /// <summary>Whether nothing was moved.</summary>
    public bool IsWhole => _moved.Count == 0;

    /// <summary>Whether a table of the target is in the tenant's own database.</summary>
    public bool IsMoved(string name) => _moved.Contains(name);

    /// <summary>Moves them; the server has the foreign keys follow.</summary>
    public void Move(TestDatabase from, TestDatabase to, bool isAfter)
    {
        foreach (var table in Tables(from).Where(t => IsMoved(isAfter ? t : Now(t))))
            from.Run($"RENAME TABLE `{from.Name}`.`{table}` TO `{to.Name}`.`{table}`");
    }

    /// <summary>The tables of a database that no view, body or default names.</summary>
    public static IReadOnlyList<string> Tables(TestDatabase database) =>
        [.. database.Rows("""
            SELECT TABLE_NAME FROM information_schema.TABLES
            WHERE TABLE_SCHEMA = DATABASE() AND TABLE_TYPE = 'BASE TABLE' AND TABLE_NAME NOT LIKE '%`%'
            """).Select(r => r[0])];

    /// <summary>The texts in which a table may be named, and which do not follow it.</summary>
    public static string Texts(TestDatabase database) => database.Query("""
        SELECT VIEW_DEFINITION FROM information_schema.VIEWS WHERE TABLE_SCHEMA = DATABASE()
        UNION ALL SELECT CONCAT(EVENT_OBJECT_TABLE, ' ', ACTION_STATEMENT) FROM information_schema.TRIGGERS
          WHERE TRIGGER_SCHEMA = DATABASE()
        UNION ALL SELECT ROUTINE_DEFINITION FROM information_schema.ROUTINES WHERE ROUTINE_SCHEMA = DATABASE()
        UNION ALL SELECT EVENT_DEFINITION FROM information_schema.EVENTS WHERE EVENT_SCHEMA = DATABASE()
        UNION ALL SELECT COLUMN_DEFAULT FROM information_schema.COLUMNS WHERE TABLE_SCHEMA = DATABASE() AND COLUMN_DEFAULT LIKE '%nextval%'
        """);

    private static bool Named(string name, string texts) => texts.Contains(name, StringComparison.OrdinalIgnoreCase);

    private string Now(string name) => _former.GetValueOrDefault(name, name);
}

/// <summary>On MySQL.</summary>
public sealed class MySql97SharedCaseTests() : MySqlSharedCaseTests(TestServer.MySql97)
{
    public static TheoryData<string> Names => NamesFor(TestServer.MySql97);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_over_shared_databases_on_MySql(string name) => Holds(name);
}

/// <summary>On MariaDB of the older maintained series.</summary>
public sealed class MariaDb1011SharedCaseTests() : MySqlSharedCaseTests(TestServer.MariaDb1011)
{
    public static TheoryData<string> Names => NamesFor(TestServer.MariaDb1011);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_over_shared_databases_on_MariaDb_10_11(string name) => Holds(name);
}

/// <summary>On MariaDB of the newer series.</summary>
public sealed class MariaDb118SharedCaseTests() : MySqlSharedCaseTests(TestServer.MariaDb118)
{
    public static TheoryData<string> Names => NamesFor(TestServer.MariaDb118);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_over_shared_databases_on_MariaDb_11_8(string name) => Holds(name);
}
