namespace SchemaSync.Adapters.Tests;

/// <summary>A proof that looks at the closure of a change is still a proof: a plan that
/// lacks one of its statements is never called proved.</summary>
public sealed class PlantedErrorTests(PostgreSql15Database server) : IClassFixture<PostgreSql15Database>
{
    private static readonly PostgreSqlAdapter Adapter = new();
    private static readonly SchemaSyncEngine Engine = new(new AdapterRegistry(Adapter));
    private static readonly IReadOnlyList<SchemaCase> Cases = SchemaCase.All("postgresql");

    // An extension is the database's, and its case makes and drops it.
    public static TheoryData<string> Names =>
        new(Cases.Where(c =>
            c.Refused.Length == 0 && c.Since <= 15 && !c.MakesExtension).Select(c => c.ToString()));

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_plan_without_one_of_its_statements_is_not_proved(string name)
    {
        var one = Cases.Single(c => c.ToString() == name);
        using var live = new PostgreSqlSchema(server.Database, $"l_{Guid.NewGuid():n}").Run(one.Before);
        using var wanted = new PostgreSqlSchema(server.Database, $"w_{Guid.NewGuid():n}").Run(one.After);
        var target = await PostgreSqlCaseTests.Target(wanted, one);
        var plan = await Engine.PlanAsync(live.Tenant, target, new(IncludeUnmanaged: true, Prove: false), Token);
        var proof = new PlanProof(Adapter);
        Assert.True((await proof.ProveAsync(live.Tenant, plan, Token)).Proved);
        var unnoticed = new List<string>();
        foreach (var step in plan.Steps.Where(s => !LeavesNoTrace(s, plan)))
        {
            try
            {
                await proof.ProveAsync(live.Tenant,
                    plan with { Steps = plan.Steps.Where(s => !ReferenceEquals(s, step)).ToEquatableArray() }, Token);
                unnoticed.Add(step.Sql);
            }
            catch (SchemaSyncException e)
            {
                Assert.Contains(e.Diagnostics[0].Entry.Code, (string[])["SSY0508", "SSY0202", "SSY0204", "SSY0522"]);
            }
        }

        Assert.Empty(unnoticed);
    }

    // What no comparison of two states shows: rights that are kept through a change, numbers of sequences, constraints that
    // spare a scan, values of an enum, with which scratch begins, what would have gone with its column, and values of rows.
    private static bool LeavesNoTrace(Step step, Plan plan)
    {
        var sql = step.Sql;
        if (step.Written.Length > 0 && (step.IsAssertion || sql.StartsWith("UPDATE ", StringComparison.Ordinal))) return true;
        if (sql.StartsWith("SELECT pg_catalog.set", StringComparison.Ordinal) || sql.StartsWith("DO ", StringComparison.Ordinal)
            || sql.Contains(" ADD VALUE ", StringComparison.Ordinal)) return true;
        if (sql.Contains("VALIDATE CONSTRAINT \"__schemasync_", StringComparison.Ordinal)) return true;
        if (sql.EndsWith("SET NOT NULL", StringComparison.Ordinal)) return plan.Changes.Any(c => c.Subject is PrimaryKey);
        // Around rows, of which scratch has none: the run counts them (RemadeTableTests), and what stands on the table goes with it.
        if (plan.Changes.Any(IsRemade) && (step.IsAssertion
            || new[] { "LOCK ", "INSERT ", "DROP TABLE ", "DROP TRIGGER " }.Any(w => sql.StartsWith(w, StringComparison.Ordinal))
            || sql.Contains(" NO FORCE ", StringComparison.Ordinal))) return true;
        // A body that the server parsed follows a rename by itself.
        if (sql.StartsWith("CREATE OR REPLACE", StringComparison.Ordinal)) return plan.Changes.Any(c => c is Change.Rename);
        var drops = new[] { "DROP CONSTRAINT ", "DROP INDEX ", "DROP TRIGGER ", "DROP TABLE " }.Any(d =>
            sql.Contains(d, StringComparison.Ordinal));
        return drops
            && plan.Changes.Any(c => c is Change.Drop { Before: Column or Table or View } or Change.Alter { After: Column or View });
    }

    private static bool IsRemade(Change change) =>
        change is Change.Alter { Before: Table before, After: Table after } && before.PartitionBy != after.PartitionBy;
}
