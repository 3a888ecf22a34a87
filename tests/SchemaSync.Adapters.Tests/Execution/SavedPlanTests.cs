using SchemaSync.Adapters.Tests;

namespace SchemaSync.Engine.Tests.Execution;

/// <summary>What was reviewed is exactly what is run: an edited plan is refused whoever computed its digest anew (SSY0519).</summary>
public sealed class SavedPlanTests : IDisposable
{
    private static readonly ExecutionOptions Anything = new() { Policy = new(DiagnosticCatalog.All.Keys.ToEquatableArray()) };
    private readonly SchemaSyncEngine _engine = new(new AdapterRegistry(new SqliteAdapter()));
    private readonly SqliteFile _file = new();

    public void Dispose() => _file.Dispose();

    public static TheoryData<string> Edits => [.. All.Keys];

    private static Dictionary<string, Func<Plan, Plan>> All { get; } = new()
    {
        ["a statement more"] = p =>
            p with
            {
                Steps = [.. p.Steps,
                    new Step { Sql = "DELETE FROM a", Serves = "add column a.y", Subject = ObjectId.Top(ObjectKind.Table, new("a")) }],
            },
        ["a statement less"] = p => p with { Steps = [.. p.Steps.SkipLast(1)] },
        ["another statement"] = p =>
            p with { Steps = [.. p.Steps.Select(s => s with { Sql = s.Sql.Replace("\"y\"", "\"z\"", StringComparison.Ordinal) })] },
        ["another form for one transaction"] = p => p with { Steps = [.. p.Steps.Select(s => s with { TransactionalSql = "SELECT 1" })] },
        ["no hazards"] = p => p with { Hazards = [], Steps = [.. p.Steps.Select(s => s with { Hazards = [] })] },
        ["weaker locks"] = p => p with { Steps = [.. p.Steps.Select(s => s with { Lock = LockMode.BlocksDdl })] },
        ["steps outside transactions"] = p => p with { Steps = [.. p.Steps.Select(s => s with { Transaction = TransactionMode.None })] },
        ["a check that checks nothing"] = p =>
            p with { Steps = [.. p.Steps.Select(s => s.IsAssertion ? s with { IsAssertion = false } : s)] },
        ["the other order"] = p => p with { Steps = [.. p.Steps.Reverse()] },
        ["a question to the rows"] = p =>
            p with { DataChecks = [new(ObjectId.Top(ObjectKind.Table, new("a")), "SELECT load_extension('x')", "nothing")] },
        ["another end"] = p => p with { To = p.To.With(p.To.Objects.Where(o => o.Name.Name.Value != "a")) },
        ["another start"] = p =>
            p with { From = p.From.With(p.From.Objects.Append(new View { Name = new("v"), Definition = new("SELECT 1") })) },
        ["other changes"] = p => p with { Changes = [.. p.Changes.Take(1)] },
        ["a revert that is none"] = p => p with { IsRevert = true },
    };

    [Theory]
    [MemberData(nameof(Edits))]
    public async Task An_edited_plan_is_refused_and_nothing_runs(string edit)
    {
        var plan = await Plan();
        var edited = All[edit](plan);
        Assert.NotEqual(PlanFile.Hash(plan), PlanFile.Hash(edited));
        var before = _file.Query("SELECT group_concat(sql) FROM sqlite_schema");
        foreach (var run in new Func<Plan, Task>[] { p => _engine.ConfirmAsync(_file.Tenant, p, Anything),
            p => _engine.ApplyAsync(_file.Tenant, p, Anything) })
        {
            var e = await Assert.ThrowsAsync<SchemaSyncException>(() => run(Saved(edited)));
            Assert.Contains(e.Diagnostics.Single().Entry.Code,
                edit.StartsWith("another start", StringComparison.Ordinal) ? ["SSY0502"]
                    : edit.StartsWith("a revert", StringComparison.Ordinal) ? ["SSY0519", "SSY0509"]
                    : new[] { "SSY0519" });
        }

        Assert.Equal(before, _file.Query("SELECT group_concat(sql) FROM sqlite_schema"));
        Assert.Equal("kept", _file.Query("SELECT x FROM a"));
        Assert.Equal(Outcome.Done, (await _engine.ApplyAsync(_file.Tenant, Saved(plan), Anything)).Outcome);
    }

    [Fact]
    public async Task Nothing_that_a_file_says_makes_a_plan_proved()
    {
        var saved = Saved(await Plan());
        Assert.False(saved.Proved);
        Assert.True((await _engine.ConfirmAsync(_file.Tenant, saved, Anything)).Proved);
        Assert.DoesNotContain("proved", PlanFile.Write(saved with { Proved = true }), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_hazard_of_the_database_is_asked_for_even_when_the_file_says_nothing_of_it()
    {
        await Plan();
        _file.Run("CREATE INDEX theirs ON a (x)");
        var plan = await _engine.PlanAsync(_file.Tenant, Target(Table("a", "x", "y")), new());
        Assert.Contains(plan.Hazards, h => h.Code == Hazards.DropsOfOthers.Code);
        var allowed = new ExecutionOptions
        {
            Policy = new(DiagnosticCatalog.All.Keys.Where(c => c != Hazards.DropsOfOthers.Code).ToEquatableArray()),
        };
        var e = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            _engine.ApplyAsync(_file.Tenant, Saved(plan with { Hazards = [] }), allowed));
        Assert.Contains(e.Diagnostics, d => d.Entry.Code is "SSY0506" or "SSY0519");
    }

    [Fact]
    public async Task A_plan_of_another_version_is_told_as_one()
    {
        var plan = await Plan();
        var other = Saved(All["another statement"](plan) with { Tool = "0.0.1" });
        var e = await Assert.ThrowsAsync<SchemaSyncException>(() => _engine.ApplyAsync(_file.Tenant, other, Anything));
        Assert.Contains($"it was made by SchemaSync 0.0.1, and this is {_engine.ToolVersion}", e.Message, StringComparison.Ordinal);
        Assert.Equal(Outcome.Done, (await _engine.ApplyAsync(_file.Tenant, Saved(plan with { Tool = "0.0.1" }), Anything)).Outcome);
    }

    [Fact]
    public async Task A_revert_goes_through_its_file()
    {
        await _engine.ApplyAsync(_file.Tenant, Saved(await Plan()), Anything);
        var back = await _engine.PlanRevertAsync(_file.Tenant);
        var e = await Assert.ThrowsAsync<SchemaSyncException>(() =>
            _engine.ApplyAsync(_file.Tenant, Saved(All["no hazards"](back)), Anything));
        Assert.Equal("SSY0519", e.Diagnostics.Single().Entry.Code);
        Assert.Equal(Outcome.Done, (await _engine.ApplyAsync(_file.Tenant, Saved(back), Anything)).Outcome);
    }

    /// <summary>From a(x), b(x) to a(x, y): a rebuild with its checks, and a table that goes.</summary>
    private async Task<Plan> Plan()
    {
        await _engine.SyncTenantAsync(_file.Tenant, Target(Table("a", "x"), Table("b", "x")), true, Anything);
        _file.Run("INSERT INTO a VALUES ('kept')");
        var strict = Table("a", "x", "y") with { CheckConstraints = [new() { Name = new("c"), Expression = new("x <> 'y'") }] };
        return await _engine.PlanAsync(_file.Tenant, Target(strict), new());
    }

    private static Plan Saved(Plan plan) => PlanFile.Read(PlanFile.Write(plan), "plan.json");

    private static SchemaTarget Target(params TopLevelObject[] objects) =>
        SchemaTarget.Of(new Snapshot { Form = new(ProviderNames.Sqlite, IsServer: true), Objects = [.. objects] });

    private static Table Table(string name, params string[] columns) =>
        new()
        {
            Name = new(name),
            Columns = [.. columns.Select(c => new Column { Name = new(c), Type = ColumnType.Of("TEXT"), Nullable = true })],
        };
}
