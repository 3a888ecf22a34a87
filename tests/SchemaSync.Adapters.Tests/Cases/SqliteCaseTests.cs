namespace SchemaSync.Adapters.Tests;

/// <summary>Every row of tests/cases/sqlite with the seven assertions.</summary>
public class SqliteCaseTests
{
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(new SqliteAdapter()));
    private static readonly Lazy<IReadOnlyList<SchemaCase>> Cases = new(() => SchemaCase.All("sqlite"));

    public static TheoryData<string> Names => new(Cases.Value.Select(c => c.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds(string name) => Holds(name, besideOthers: false);

    [Theory]
    [MemberData(nameof(Names))]
    public Task Case_holds_beside_objects_of_others(string name) => Holds(name, besideOthers: true);

    private static async Task Holds(string name, bool besideOthers)
    {
        var one = Cases.Value.Single(c => c.ToString() == name);
        using var file = new SqliteFile().Run(one.Before).Run(one.Rows);
        using var wanted = new SqliteFile().Run(one.After);
        var start = await Engine.SnapshotAsync(file.Tenant, TestContext.Current.CancellationToken);
        var target = await Target(wanted, one);
        Assert.Empty(start.Unsupported);
        Assert.Empty(target.Snapshot!.Unsupported);
        var theirs = besideOthers ? await BesideOthers(file, wanted, start, target.Snapshot) : null;

        // Plan: golden, hazards, proof.
        var plan = await Engine.PlanAsync(file.Tenant, target, new PlanOptions(IncludeUnmanaged: !besideOthers),
            TestContext.Current.CancellationToken);
        Assert.True(plan.Proved);
        GoldenPlan.Verify(plan, new SqliteDialect(), $"sqlite/{one.Kind}/{one.Name}");
        Assert.Equal(one.Hazards, plan.AllHazards.Select(h => h.Code).Distinct().Order(StringComparer.Ordinal));
        if (one.Fails.Length > 0) await FailsAndKeepsEverything(one, file, plan);
        else await RunsThereAndBackAndThereAgain(one, file, wanted, plan, start, target, besideOthers);
        theirs?.AreAsTheyWere();
    }

    private static async Task RunsThereAndBackAndThereAgain(SchemaCase one, SqliteFile file, SqliteFile wanted, Plan plan, Snapshot start,
        SchemaTarget target, bool besideOthers)
    {
        var options = new PlanOptions(IncludeUnmanaged: !besideOthers);
        var scope = besideOthers ? ManagedScope.Of(new SqliteDialect(), start, target.Snapshot) : ManagedScope.Everything;
        // Applied: equal to one created as `after`, by our inspector and by SQLite's own word; rows kept.
        await Apply(file, plan);
        await EqualTo(file, target.Snapshot!, scope);
        Assert.Equal(SqliteOracle.Describe(wanted), SqliteOracle.Describe(file));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, file.Query(one.Query));
        Assert.True((await Engine.PlanAsync(file.Tenant, target, options, TestContext.Current.CancellationToken)).IsEmpty);

        // Back and forth again; where both sides are equal there is no run to take back.
        if (plan.IsEmpty) return;
        var back = await Engine.PlanRevertAsync(file.Tenant, TestContext.Current.CancellationToken);
        await Apply(file, back);
        await EqualTo(file, start, scope);
        await Apply(file, await Engine.PlanAsync(file.Tenant, target, options, TestContext.Current.CancellationToken));
        await EqualTo(file, target.Snapshot!, scope);
    }

    /// <summary>What was there before is ours by the ledger; all that shares a name with
    /// it, or with what is declared, is somebody else's.</summary>
    private static async Task<Theirs> BesideOthers(SqliteFile file, SqliteFile wanted, Snapshot start, Snapshot target)
    {
        await Theirs.RecordRunAsync(new SqliteAdapter(), file.Tenant, target, start.State(), TestContext.Current.CancellationToken);
        SchemaObject[] declared = [.. start.Objects, .. target.Objects];
        SqliteTheirs.Make(wanted, declared);
        return SqliteTheirs.Make(file, declared);
    }

    private static async Task FailsAndKeepsEverything(SchemaCase one, SqliteFile file, Plan plan)
    {
        var before = SqliteOracle.Describe(file);
        var failure = await Assert.ThrowsAsync<SchemaSyncException>(() => Apply(file, plan));
        Assert.Equal(one.Fails, failure.Diagnostics[0].Entry.Code);
        // Rows are asked before the first statement, so there is no run to tell of.
        Assert.Equal(one.Fails != ExecutionDiagnostics.DataInTheWay.Code, failure.State is not null);
        Assert.Equal(before, SqliteOracle.Describe(file));
        if (one.Query.Length > 0) Assert.Equal(one.Gives, file.Query(one.Query));
    }

    // Through its file: what is made again from the two states has to be the same plan.
    private static Task Apply(SqliteFile file, Plan plan) => Engine.ApplyAsync(
        file.Tenant, PlanFile.Read(PlanFile.Write(plan), "plan.json"),
        new ExecutionOptions { Policy = Everything, IncludeUnmanaged = true }, TestContext.Current.CancellationToken);

    private static async Task EqualTo(SqliteFile file, Snapshot wanted, ManagedScope scope)
    {
        var actual = scope.Restrict(await Engine.SnapshotAsync(file.Tenant, TestContext.Current.CancellationToken));
        Assert.Empty(Differ.Compare(actual, new Snapshot { Form = wanted.Form, Objects = wanted.Objects }, new SqliteDialect()).Changes
            .Select(c => c.ToString()));
    }

    internal static async Task<SchemaTarget> Target(SqliteFile wanted, SchemaCase one)
    {
        var snapshot = await Engine.SnapshotAsync(wanted.Tenant, TestContext.Current.CancellationToken);
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

    private static PlanPolicy Everything { get; } = new(DiagnosticCatalog.All.Keys.ToEquatableArray());
}
