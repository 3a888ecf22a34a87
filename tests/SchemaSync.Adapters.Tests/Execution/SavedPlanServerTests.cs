using SchemaSync.Adapters.Tests;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>A plan goes through its file to each server: what was reviewed is exactly what is run, and
/// one that was edited is refused whoever computed its digest anew.</summary>
public sealed class SavedPlanServerTests
{
    private static readonly ExecutionOptions Anything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };

    public static TheoryData<string> Servers => ["PostgreSql 15", "PostgreSql 18", "MySql 9.7", "MariaDb 10.11", "MariaDb 11.8"];

    [Theory]
    [MemberData(nameof(Servers))]
    public async Task A_saved_plan_is_applied_and_an_edited_one_is_not(string name)
    {
        using var database = TestServer.Of(name).CreateDatabase();
        var engine = new SchemaSyncEngine(new AdapterRegistry(LedgerCorpusTests.Adapter(database.Server)));
        await engine.SyncTenantAsync(database.Tenant, Target(database, Start()), true, Anything);
        database.Run("INSERT INTO t (id, a) VALUES (1, 5)");
        // Rows are asked, a table comes, and on PostgreSQL steps run outside of transactions.
        var plan = await engine.PlanAsync(database.Tenant, Target(database, End(), Other()), new());
        Assert.NotEmpty(plan.DataChecks);
        foreach (var (edit, edited) in Edits(plan))
        {
            Assert.NotEqual(PlanFile.Hash(plan), PlanFile.Hash(edited));
            foreach (var run in new Func<Plan, Task>[] { p => engine.ConfirmAsync(database.Tenant, p, Anything),
                p => engine.ApplyAsync(database.Tenant, p, Anything) })
            {
                var refused = await Assert.ThrowsAsync<SchemaSyncException>(async () => await run(await Saved(edited)));
                Assert.True(refused.Diagnostics.Single().Entry.Code == "SSY0519", $"{edit}: {refused.Message}");
            }
        }

        Assert.Equal("5", database.Query("SELECT a FROM t"));
        var saved = await Saved(plan);
        var shown = await engine.ConfirmAsync(database.Tenant, saved, Anything);
        Assert.Equal(plan.Steps.Select(s => s.Sql), shown.Steps.Select(s => s.Sql));
        var report = await engine.ApplyAsync(database.Tenant, shown, Anything);
        Assert.Equal(Outcome.Done, report.Outcome);
        Assert.True((await engine.PlanAsync(database.Tenant, Target(database, End(), Other()), new())).IsEmpty);
        Assert.Equal("5", database.Query("SELECT a FROM t"));
        var told = (await engine.AuditAsync(database.Tenant))[0];
        Assert.Equal((LedgerEntry.Apply, LedgerEntry.Succeeded), (told.Action, told.Outcome));
        Assert.Equal(plan.Steps.Select(s => s.Sql), told.Steps.Select(s => s.Sql));
        // The same file once more finds everything done.
        Assert.Equal(Outcome.NothingToDo, (await engine.ApplyAsync(database.Tenant, saved, Anything)).Outcome);

        // And back, through a file as well.
        var back = await engine.PlanRevertAsync(database.Tenant);
        Assert.Equal(Outcome.Done, (await engine.ApplyAsync(database.Tenant, await Saved(back), Anything)).Outcome);
        Assert.True((await engine.PlanAsync(database.Tenant, Target(database, Start()), new())).IsEmpty);
    }

    private static IEnumerable<(string, Plan)> Edits(Plan plan) =>
    [
        ("a statement more", plan with { Steps = [.. plan.Steps, plan.Steps[0] with { Sql = "DROP TABLE t" }] }),
        ("a statement less", plan with { Steps = [.. plan.Steps.SkipLast(1)] }),
        ("no question to the rows", plan with { DataChecks = [] }),
        ("no hazards", plan with { Hazards = [], Steps = [.. plan.Steps.Select(s => s with { Hazards = [] })] }),
    ];

    private static async Task<Plan> Saved(Plan plan)
    {
        var path = Path.GetTempFileName();
        try
        {
            await PlanFile.SaveAsync(path, plan, TestContext.Current.CancellationToken);
            return await PlanFile.LoadAsync(path, TestContext.Current.CancellationToken);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static SchemaTarget Target(TestDatabase database, params TopLevelObject[] objects) =>
        SchemaTarget.Of(new SchemaModel { Providers = [database.Server.Provider], Objects = [.. objects] });

    private static Table Start() => new()
    {
        Name = new("t"),
        Columns = [Column("id") with { Nullable = false }, Column("a")],
        PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
    };

    private static Table End() => Start() with
    {
        Columns = [Column("id") with { Nullable = false }, Column("a") with { Nullable = false }, Column("b")],
        Indexes = [new() { Name = new("t_b"), Columns = [IndexPart.Of("b")] }],
    };

    private static Table Other() =>
        new()
        {
            Name = new("u"),
            Columns = [Column("id") with { Nullable = false }],
            PrimaryKey = new() { Columns = [IndexPart.Of("id")] },
        };

    private static Column Column(string name) => new() { Name = new(name), Type = new() { Logical = LogicalType.Int32 }, Nullable = true };
}
