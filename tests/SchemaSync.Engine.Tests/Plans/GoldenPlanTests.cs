namespace SchemaSync.Engine.Tests;

/// <summary>Every golden plan from its two states alone: planners are pure, and need no server to be tested.</summary>
public class GoldenPlanTests
{
    private static readonly Dictionary<string, Dialect> Dialects = new()
    {
        ["postgresql"] = new PostgreSqlDialect(PostgreSqlCapabilities.Of(150000, "")),
        ["mysql"] = new MySqlDialect(MySqlCapabilities.OfflineMySql),
        ["mariadb"] = new MySqlDialect(MySqlCapabilities.OfflineMariaDb),
        ["sqlite"] = new SqliteDialect(),
    };

    public static TheoryData<string> Databases => new(Dialects.Keys);

    [Theory]
    [MemberData(nameof(Databases))]
    public void Every_golden_plan_is_made_of_its_states_without_a_server(string database)
    {
        var dialect = Dialects[database];
        var names = GoldenPlan.All(database).ToList();
        Assert.True(names.Count > 50, $"{database} has {names.Count} cases");
        Assert.Empty(names.Select(n => Difference(n, dialect)).OfType<string>());
    }

    private static string? Difference(string name, Dialect dialect)
    {
        var (from, to) = GoldenPlan.States(name);
        var plan = Planner.Plan(from, to, ManagedScope.Everything, dialect);
        var kept = GoldenPlan.Kept(name);
        var made = GoldenPlan.Text(plan with { Steps = [] }, dialect);
        foreach (var step in plan.Steps) made += Chosen(step, dialect, made, kept);
        return made == kept ? null : $"{name}\nkept:\n{kept}\nmade:\n{made}";
    }

    /// <summary>Which of a step's ways a server takes the proof finds out: here it is the one that is kept.</summary>
    private static string Chosen(Step step, Dialect dialect, string made, string kept)
    {
        for (var way = step; way is not null; way = way.Fallback)
        {
            var text = GoldenPlan.Text(way, dialect);
            if (kept.StartsWith(made + text, StringComparison.Ordinal)) return text;
        }

        return GoldenPlan.Text(step, dialect);
    }
}
