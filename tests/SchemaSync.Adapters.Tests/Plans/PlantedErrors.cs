using System.Globalization;
using System.Text.RegularExpressions;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// Errors in plans: for every kind of statement that golden plans hold, in the shortest plan that has one. A statement is left out, comes
/// at another time, or says something else.
/// </summary>
internal static partial class PlantedErrors
{
    private const string Clauses = ",\n  ";

    // What a server is made to promise, and says nothing about what is there in the end.
    private static readonly string[] Promises = ["ALGORITHM=", "LOCK="];

    /// <summary>One plan with an error in it.</summary>
    public sealed record Planted(string Error, Plan Plan);

    /// <summary>Every kind of statement, with the case in which errors are planted.</summary>
    public static TheoryData<string, string> Choose(string database, Dialect dialect, IEnumerable<SchemaCase> cases)
    {
        var ours = cases.Where(c => c.Refused.Length == 0 && c.Fails.Length == 0).Select(c => c.ToString()).ToHashSet();
        var chosen = new SortedDictionary<string, (string Case, int Steps)>(StringComparer.Ordinal);
        foreach (var name in GoldenPlan.All(database).Where(n => ours.Contains(n[(database.Length + 1)..])))
        {
            var (from, to) = GoldenPlan.States(name);
            var steps = Planner.Plan(from, to, ManagedScope.Everything, dialect).Steps;
            foreach (var kind in steps.SelectMany(Kinds).Distinct())
                if (!chosen.TryGetValue(kind, out var other) || other.Steps > steps.Count)
                    chosen[kind] = (name[(database.Length + 1)..], steps.Count);
        }

        var data = new TheoryData<string, string>();
        foreach (var (kind, (name, _)) in chosen) data.Add(kind, name);
        return data;
    }

    /// <summary>The kinds of statements that a step is, such as <c>DROP VIEW</c>, each clause of ALTER TABLE by itself.</summary>
    public static IEnumerable<string> Kinds(Step step)
    {
        if (step.IsAssertion) return ["a question"];
        if (!step.Sql.StartsWith("ALTER TABLE ", StringComparison.Ordinal)) return [Words(step.Sql.Split('\n')[0])];
        var head = step.Sql.Split('\n')[0];
        return head.Length == step.Sql.Length ? [AlterWords(head)] : Lines(step).Select(l => AlterWords($"{head} {l}")).Distinct();
    }

    /// <summary>The plan with each error in its first statement of a kind.</summary>
    public static IEnumerable<Planted> In(Plan plan, string kind)
    {
        var steps = plan.Steps.ToList();
        var at = steps.FindIndex(s => Kinds(s).Contains(kind));
        var step = steps[at];
        Plan With(IEnumerable<Step> others) => plan with { Steps = others.ToEquatableArray() };
        yield return new($"without {step.Sql}", With(steps.Where((_, i) => i != at)));
        if (Changed(step, kind) is { } sql)
            yield return new($"{sql}\ninstead of {step.Sql}",
                With(steps.Select((s, i) => i == at ? s with { Sql = sql, TransactionalSql = null, Fallback = null } : s)));
        if (steps.Count == 1) yield break;
        var (one, two) = at + 1 < steps.Count ? (at, at + 1) : (at - 1, at);
        yield return new($"{steps[two].Sql}\nbefore {steps[one].Sql}",
            With(steps.Select((s, i) => i == one ? steps[two] : i == two ? steps[one] : s)));
    }

    // One of several clauses goes; a statement that is one says another number, or names something else.
    private static string? Changed(Step step, string kind)
    {
        if (step.IsAssertion) return null;
        if (step.Sql.StartsWith("ALTER TABLE ", StringComparison.Ordinal) && Lines(step).Count > 1)
        {
            var head = step.Sql[..step.Sql.IndexOf('\n', StringComparison.Ordinal)];
            var rest = step.Sql[(head.Length + 3)..].Split(Clauses).Where(l => AlterWords($"{head} {l}") != kind).ToList();
            if (rest.Exists(l => !IsPromise(l))) return $"{head}\n  {string.Join(Clauses, rest)}";
        }

        var text = WithoutPromises(step.Sql);
        if (LastNumber().Match(text) is { Success: true } number)
            return step.Sql.Remove(number.Index, number.Length).Insert(number.Index,
                (decimal.Parse(number.Value, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
        return LastName().Match(text) is { Success: true } name ? step.Sql.Insert(name.Index + name.Length - 1, "x") : null;
    }

    private static List<string> Lines(Step step) =>
        [.. step.Sql[(step.Sql.IndexOf('\n', StringComparison.Ordinal) + 1)..].Trim().Split(Clauses).Where(l => !IsPromise(l))];

    private static bool IsPromise(string line) => Promises.Any(p => line.StartsWith(p, StringComparison.Ordinal));

    private static string WithoutPromises(string sql) =>
        Promises.Select(p => sql.IndexOf($"{Clauses}{p}", StringComparison.Ordinal)).Where(i => i >= 0).Append(sql.Length).Min() is var end
            ? sql[..end] : sql;

    // Without the name of the table, or of a constraint, behind which the words go on.
    private static string AlterWords(string sql) => Words(Named().Replace(sql, ""));

    private static string Words(string sql) => Spaces().Replace(Leading().Match(sql).Value.Trim(), " ");

    [GeneratedRegex("(?<=^ALTER TABLE |CONSTRAINT )(`[^`]*`|\"[^\"]*\")([.]`[^`]*`)?")]
    private static partial Regex Named();

    [GeneratedRegex("^(PRAGMA [a-z_]+|SET SESSION [a-z_]+|[A-Z ]+)")]
    private static partial Regex Leading();

    [GeneratedRegex(" +")]
    private static partial Regex Spaces();

    [GeneratedRegex(@"(?<![\w.])\d{1,9}(?![\w.])", RegexOptions.RightToLeft)]
    private static partial Regex LastNumber();

    [GeneratedRegex("`[^`]+`|\"[^\"]+\"", RegexOptions.RightToLeft)]
    private static partial Regex LastName();
}
