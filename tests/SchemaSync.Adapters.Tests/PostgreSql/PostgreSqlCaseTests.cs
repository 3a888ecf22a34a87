namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Every row of tests/cases/postgresql with the seven assertions; each case has two schemas of one database. One server runs plans as
/// a user does. The others run them statement by statement, there and back, and hold what each one locks and rewrites against the plan.
/// One of them plans in the scope that users have, beside objects of somebody else that share every name a case has.
/// </summary>
public abstract class PostgreSqlCaseTests(TestDatabase database, int major, bool besideOthers = false)
{
    // Golden plans are of one version; what another one plans differently shows in its hazards and results.
    private const int GoldenMajor = 15;

    private static readonly Dialect GoldenDialect = new PostgreSqlDialect(PostgreSqlCapabilities.Of(GoldenMajor * 10000, ""));

    // One for all: each adapter keeps its connections for a while, and a server has only so many.
    private static readonly PostgreSqlAdapter Adapter = new();
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(Adapter));
    private static readonly IReadOnlyList<SchemaCase> Cases = SchemaCase.All("postgresql");

    protected static TheoryData<string> NamesFor(int major) => new(Cases.Where(c => c.Since <= major).Select(c => c.ToString()));

    protected async Task Holds(string name)
    {
        var one = Cases.Single(c => c.ToString() == name);
        using var live = new PostgreSqlSchema(database, $"live_{Guid.NewGuid():n}").Run(one.Before).Run(one.Rows);
        using var wanted = new PostgreSqlSchema(database, $"want_{Guid.NewGuid():n}").Run(one.After);
        var start = await Read(live, one);
        var target = await Target(wanted, one);
        if (one.Refused.Length > 0)
        {
            var refusal = await Assert.ThrowsAsync<SchemaSyncException>(() => PlanTo(live, target));
            Assert.Equal(one.Refused, refusal.Diagnostics[0].Entry.Code);
            return;
        }

        Assert.Empty(start.Unsupported);
        Assert.Empty(target.Snapshot!.Unsupported);
        var theirs = besideOthers ? await BesideOthers(live, wanted, start, target) : null;

        // Plan: golden, hazards, proof.
        var plan = await PlanTo(live, target);
        Assert.True(plan.Proved);
        if (major == GoldenMajor) GoldenPlan.Verify(plan, GoldenDialect, $"postgresql/{one.Kind}/{one.Name}");
        Assert.Equal(one.Hazards, plan.AllHazards.Select(h => h.Code).Distinct().Order(StringComparer.Ordinal));
        if (one.Fails.Length > 0) await FailsAndKeepsEverything(one, live, plan);
        else if (major == GoldenMajor || one.Since > GoldenMajor) await RunsThereAndBackAndThereAgain(one, live, wanted, plan, target);
        else await IsMeasuredThereAndBack(one, live, wanted, plan, start, target);
        theirs?.AreAsTheyWere();
    }

    /// <summary>What was there before and what will be are ours by the ledger; all that shares a
    /// name with them is somebody else's, and changes no plan.</summary>
    private static async Task<Theirs> BesideOthers(PostgreSqlSchema live, PostgreSqlSchema wanted, Snapshot start, SchemaTarget target)
    {
        var alone = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: true, Prove: false), Token);
        await Theirs.RecordRunAsync(Adapter, live.Tenant, target.Snapshot!, start.State(), Token);
        SchemaObject[] declared = [.. start.Objects, .. target.Snapshot!.Objects];
        PostgreSqlTheirs.Make(wanted, declared);
        var theirs = PostgreSqlTheirs.Make(live, declared);
        Assert.Equal(Text(alone), Text(await Engine.PlanAsync(live.Tenant, target, new PlanOptions(Prove: false), Token)));
        return theirs;
    }

    private async Task RunsThereAndBackAndThereAgain(SchemaCase one, PostgreSqlSchema live,
        PostgreSqlSchema wanted, Plan plan, SchemaTarget target)
    {
        await Apply(live, plan);
        await IsLike(one, live, wanted, target);

        // Where both sides are equal there is no run to take back.
        if (plan.IsEmpty) return;
        await Apply(live, await Engine.PlanRevertAsync(live.Tenant, Token));
        var again = await Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: !besideOthers, Prove: false), Token);
        NoDifference(again.From, plan.From);
        MeasuredRun.Apply(live, again);
        NoDifference(await Ours(live, one, plan.From, target.Snapshot!), target.Snapshot!);
    }

    private async Task IsMeasuredThereAndBack(SchemaCase one, PostgreSqlSchema live,
        PostgreSqlSchema wanted, Plan plan, Snapshot start, SchemaTarget target)
    {
        MeasuredRun.Apply(live, plan);
        await IsLike(one, live, wanted, target);

        // The way back of a declared rename is the revert's to know.
        if (one.Renames.Count > 0 || plan.IsEmpty) return;
        if (besideOthers) await Theirs.RecordRunAsync(Adapter, live.Tenant, start, target.Snapshot!.State(), Token);
        var back = await Engine.PlanAsync(live.Tenant, SchemaTarget.Of(start),
            new PlanOptions(IncludeUnmanaged: !besideOthers, Prove: false), Token);
        MeasuredRun.Apply(live, back);
        NoDifference(await Ours(live, one, start, target.Snapshot!), start);
    }

    /// <summary>Equal to one created as <c>after</c>, by our inspector and by the server's own word; rows kept.</summary>
    private async Task IsLike(SchemaCase one, PostgreSqlSchema live, PostgreSqlSchema wanted, SchemaTarget target)
    {
        var rest = await PlanTo(live, target);
        Assert.Empty(rest.From.Unsupported);
        Assert.Empty(rest.Changes.Select(c => c.ToString()));
        Assert.True(rest.IsEmpty);
        Assert.Equal(PostgreSqlOracle.Describe(wanted), PostgreSqlOracle.Describe(live));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
    }

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    private static ExecutionOptions Everything { get; } = new()
    {
        Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()),
        IncludeUnmanaged = true,
    };

    private static string Text(Plan plan) => string.Concat(
        plan.DataChecks.Select(c => $"-- before {c.Subject}: no row of {c.Sql}\n")
            .Concat(plan.Steps.Select(s => $"{(s.Transaction == TransactionMode.Shared ? "" : $"-- {s.Transaction}\n")}{s.Sql};\n")));

    private Task<Plan> PlanTo(PostgreSqlSchema live, SchemaTarget target) =>
        Engine.PlanAsync(live.Tenant, target, new PlanOptions(IncludeUnmanaged: !besideOthers), Token);

    private static Task Apply(PostgreSqlSchema live, Plan plan) => Engine.ApplyAsync(live.Tenant, plan, Everything, Token);

    private static async Task FailsAndKeepsEverything(SchemaCase one, PostgreSqlSchema live, Plan plan)
    {
        var before = PostgreSqlOracle.Describe(live);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => Apply(live, plan));
        Assert.Equal(one.Fails, failure.Diagnostics[0].Entry.Code);
        Assert.Equal(before, PostgreSqlOracle.Describe(live));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, live.Query(one.Query));
    }

    private static void NoDifference(Snapshot actual, Snapshot wanted)
    {
        Assert.Empty(actual.Unsupported);
        Assert.Empty(Differ
            .Compare(actual.State(), new Snapshot { Form = wanted.Form, Objects = wanted.Objects }, Adapter.OfflineDialect).Changes
            .Select(c => c.ToString()));
    }

    private async Task<Snapshot> Ours(PostgreSqlSchema live, SchemaCase one, params Snapshot[] states) =>
        besideOthers ? ManagedScope.Of(Adapter.OfflineDialect, states).Restrict(await Read(live, one)) : await Read(live, one);

    // Rights belong to the schema only where a case is about them.
    private static Task<Snapshot> Read(PostgreSqlSchema schema, SchemaCase one) =>
        Engine.SnapshotAsync(schema.Tenant, withGrants: one.Kind == "grants", Token);

    internal static async Task<SchemaTarget> Target(PostgreSqlSchema wanted, SchemaCase one)
    {
        var snapshot = await Read(wanted, one);
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

/// <summary>One database for all cases of one server.</summary>
public sealed class PostgreSql13Database : IDisposable
{
    public TestDatabase Database { get; } = TestServer.PostgreSql13.CreateDatabase();

    public void Dispose() => Database.Dispose();
}

/// <inheritdoc cref="PostgreSql13Database"/>
public sealed class PostgreSql15Database : IDisposable
{
    public TestDatabase Database { get; } = TestServer.PostgreSql15.CreateDatabase();

    public void Dispose() => Database.Dispose();
}

/// <inheritdoc cref="PostgreSql13Database"/>
public sealed class PostgreSql18Database : IDisposable
{
    public TestDatabase Database { get; } = TestServer.PostgreSql18.CreateDatabase();

    public void Dispose() => Database.Dispose();
}

/// <summary>The oldest supported server.</summary>
public sealed class PostgreSql13CaseTests(PostgreSql13Database server)
    : PostgreSqlCaseTests(server.Database, 13), IClassFixture<PostgreSql13Database>
{
    public static TheoryData<string> Names => NamesFor(13);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_on_13(string name) => Holds(name);
}

/// <summary>The server whose plans are golden.</summary>
public sealed class PostgreSql15CaseTests(PostgreSql15Database server)
    : PostgreSqlCaseTests(server.Database, 15), IClassFixture<PostgreSql15Database>
{
    public static TheoryData<string> Names => NamesFor(15);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_on_15(string name) => Holds(name);
}

/// <summary>The newest server, beside objects of others.</summary>
public sealed class PostgreSql18CaseTests(PostgreSql18Database server)
    : PostgreSqlCaseTests(server.Database, 18, besideOthers: true), IClassFixture<PostgreSql18Database>
{
    public static TheoryData<string> Names => NamesFor(18);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_on_18_beside_objects_of_others(string name) => Holds(name);
}
