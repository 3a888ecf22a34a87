namespace SchemaSync.Adapters.Tests;

/// <summary>Rows of the case tables with the seven assertions, on one server. Tables for MySQL hold for MariaDB as well, unless a row says
/// otherwise. Beside objects of others that share every name, plans are what they are alone, and these stay.</summary>
public abstract class MySqlCaseTests(TestServer server, bool besideOthers = false)
{
    private static readonly IReadOnlyList<SchemaCase> Both = SchemaCase.All("mysql"), MariaDb = SchemaCase.All("mariadb");

    protected static TheoryData<string> NamesFor(TestServer server) => new(CasesFor(server).Select(c => c.ToString()));

    protected async Task Holds(string name)
    {
        var one = CasesFor(server).Single(c => c.ToString() == name);
        using var live = server.CreateDatabase().Collated().Run(one.Before).Run(one.Rows);
        using var wanted = server.CreateDatabase().Collated().Run(one.After);
        var start = await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token);
        var target = await Target(wanted, one);
        if (one.Refused.Length > 0)
        {
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => PlanTo(live, target));
            Assert.Equal(one.Refused, refusal.Diagnostics[0].Entry.Code);
            return;
        }

        Assert.Empty(start.Unsupported);
        Assert.Empty(target.Snapshot!.Unsupported);
        var alone = MySqlOracle.Objects(live).ToHashSet();
        var theirs = besideOthers ? await BesideOthers(live, start, target) : null;
        var others = MySqlOracle.Objects(live).Except(alone).ToHashSet();

        // Plan: golden, hazards, proof.
        var plan = await PlanTo(live, target);
        Assert.True(plan.Proved);
        if (server != TestServer.MariaDb1011)
            GoldenPlan.Verify(plan, MySqlServers.Adapter(server).OfflineDialect,
                $"{server.Provider.ToLowerInvariant()}/{one.Kind}/{one.Name}");
        Assert.Equal(server.Provider == ProviderNames.MariaDb ? one.MariaDbHazards ?? one.Hazards : one.Hazards,
            plan.AllHazards.Select(h => h.Code).Distinct().Order(StringComparer.Ordinal));
        if (one.Fails.Length > 0)
        {
            await FailsAndKeepsEverything(one, live, plan);
        }
        else
        {
            // Applied: equal to one created as `after`, by the server's own word and by our inspector; rows kept.
            await Apply(live, plan);
            Assert.Equal(MySqlOracle.Describe(wanted), MySqlOracle.Describe(live, others));
            if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
            Assert.True((await PlanTo(live, target)).IsEmpty);
            await GoesBackAndThereAgain(one, live, plan, start, target.Snapshot);
        }

        theirs?.AreAsTheyWere();
    }

    private async Task GoesBackAndThereAgain(SchemaCase one, TestDatabase live, Plan plan, Snapshot start, Snapshot target)
    {
        var scope = besideOthers ? ManagedScope.Of(MySqlServers.Adapter(server).OfflineDialect, start, target) : ManagedScope.Everything;
        // Back and forth again by the same plan; where both sides are equal there is no run to take back.
        if (plan.IsEmpty) return;
        await Apply(live, await MySqlServers.Engine.PlanRevertAsync(live.Tenant, Token));
        await EqualTo(live, start, scope);
        if (one.UndoneQuery.Length > 0) Assert.Equal(one.UndoneGives, live.Query(one.UndoneQuery));
        await Apply(live, plan);
        await EqualTo(live, target, scope);
    }

    /// <summary>What was there before is ours by the ledger; all that shares a name with it or
    /// with the target is somebody else's, and changes no plan.</summary>
    private async Task<Theirs> BesideOthers(TestDatabase live, Snapshot start, SchemaTarget target)
    {
        var alone = await MySqlServers.Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true, Prove: false), Token);
        await Theirs.RecordRunAsync(MySqlServers.Adapter(server), live.Tenant, target.Snapshot!, start.State(), Token);
        SchemaObject[] declared = [.. start.Objects, .. target.Snapshot!.Objects];
        var theirs = MySqlTheirs.Make(live, declared);
        Assert.Equal(Text(alone), Text(await MySqlServers.Engine.PlanAsync(live.Tenant, target, new PlanOptions(Prove: false), Token)));
        return theirs;
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    internal static IEnumerable<SchemaCase> CasesFor(TestServer server) =>
        Both.Where(c => c.Only.Length == 0 || c.Only == server.Provider)
            .Concat(server.Provider == ProviderNames.MariaDb ? MariaDb.Where(c => c.Since <= Version.Parse(server.Version).Major) : []);

    private static string Text(Plan plan) =>
        string.Concat(plan.DataChecks.Select(c => $"-- before {c.Subject}: no row of {c.Sql}\n")
            .Concat(plan.Steps.Select(s => $"{s.Sql};\n")));

    private Task<Plan> PlanTo(TestDatabase live, SchemaTarget target) =>
        MySqlServers.Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: !besideOthers), Token);

    private static Task Apply(TestDatabase live, Plan plan) =>
        MySqlServers.Engine.ApplyAsync(live.Tenant, plan, MySqlServers.Everything, Token);

    private static async Task FailsAndKeepsEverything(SchemaCase one, TestDatabase live, Plan plan)
    {
        var before = MySqlOracle.Describe(live);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => Apply(live, plan));
        Assert.Equal(one.Fails, failure.Diagnostics[0].Entry.Code);
        Assert.Equal(before, MySqlOracle.Describe(live));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
    }

    private async Task EqualTo(TestDatabase live, Snapshot wanted, ManagedScope scope)
    {
        var actual = scope.Restrict(await MySqlServers.Engine.SnapshotAsync(live.Tenant, Token));
        Assert.Empty(actual.Unsupported);
        Assert.Empty(Differ
            .Compare(actual, new Snapshot { Form = wanted.Form, Objects = wanted.Objects },
                MySqlServers.Adapter(server).OfflineDialect).Changes.Select(c => c.ToString()));
    }

    internal static async Task<SchemaTarget> Target(TestDatabase wanted, SchemaCase one)
    {
        var snapshot = await MySqlServers.Engine.SnapshotAsync(wanted.Tenant, Token);
        var intents = one.Renames.Select(r => Intent(r.Key, r.Value)).Concat(one.Values(n => new(n))).ToEquatableArray();
        return SchemaTarget.Of(new Snapshot
        {
            Form = snapshot.Form,
            Objects = snapshot.Objects,
            Intents = intents,
            Unsupported = snapshot.Unsupported,
        });
    }

    private static Intent Intent(string subject, string former)
    {
        var words = subject.Split(' ', 2);
        var path = words[1].Split('.');
        return new(IntentKind.RenamedFrom,
            path.Length == 1
                ? ObjectId.Top(ObjectKind.Of(words[0]), new(path[0]))
                : ObjectId.In(ObjectKind.Of(words[0]), new(path[0]), new(path[1])), new(former));
    }
}

/// <summary>MySQL, beside objects of others.</summary>
public sealed class MySql97CaseTests() : MySqlCaseTests(TestServer.MySql97, besideOthers: true)
{
    public static TheoryData<string> Names => NamesFor(TestServer.MySql97);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_on_MySql_beside_objects_of_others(string name) => Holds(name);
}

/// <summary>MariaDB of the older maintained series, beside objects of others.</summary>
public sealed class MariaDb1011CaseTests() : MySqlCaseTests(TestServer.MariaDb1011, besideOthers: true)
{
    public static TheoryData<string> Names => NamesFor(TestServer.MariaDb1011);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_on_MariaDb_10_11_beside_objects_of_others(string name) => Holds(name);
}

/// <summary>MariaDB of the newer series.</summary>
public sealed class MariaDb118CaseTests() : MySqlCaseTests(TestServer.MariaDb118)
{
    public static TheoryData<string> Names => NamesFor(TestServer.MariaDb118);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_on_MariaDb_11_8(string name) => Holds(name);
}
