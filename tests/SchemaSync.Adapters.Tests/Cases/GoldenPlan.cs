using System.Globalization;
using System.Runtime.CompilerServices;

namespace SchemaSync.Adapters.Tests;

/// <summary>
/// What is kept of a case under tests/golden: the plan with all that a reader has to know of each step, and the two states that it leads
/// from and to, as the server printed them. From these alone the planner makes the same plan, without a server.
/// </summary>
public static class GoldenPlan
{
    private const string PlanEnd = ".verified.sql", StatesEnd = ".states.json";

    /// <summary>The folder of all of them.</summary>
    public static string Folder([CallerFilePath] string path = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(path)!, "..", "..", "golden"));

    /// <summary>The cases of which states are kept, such as <c>postgresql/columns/add-column</c>.</summary>
    public static IEnumerable<string> All(string database) =>
        Directory.EnumerateFiles(Path.Combine(Folder(), database), "*" + StatesEnd, SearchOption.AllDirectories)
            .Select(f => Path.GetRelativePath(Folder(), f)[..^StatesEnd.Length].Replace('\\', '/')).Order(StringComparer.Ordinal);

    /// <summary>Holds a plan that a server was asked about against what is kept; SCHEMASYNC_ACCEPT=1 keeps it.</summary>
    public static void Verify(Plan plan, Dialect dialect, string name)
    {
        Verify(Text(plan, dialect), name + PlanEnd);
        Verify(Line(plan.From) + Line(plan.To), name + StatesEnd);
    }

    /// <summary>The plan that is kept.</summary>
    public static string Kept(string name) => File.ReadAllText(Path.Combine(Folder(), name + PlanEnd));

    /// <summary>The states that are kept.</summary>
    public static (Snapshot From, Snapshot To) States(string name)
    {
        var lines = File.ReadAllLines(Path.Combine(Folder(), name + StatesEnd));
        return (State(lines[0]), State(lines[1]));
    }

    /// <summary>A plan with hazards, locks, rows and timeouts.</summary>
    public static string Text(Plan plan, Dialect dialect) =>
        string.Concat(plan.Hazards.Select(h => h.Code).Where(IsOfDiff).Distinct().Select(c => $"-- the plan: {c}\n")
            .Concat(plan.DataChecks.Select(c => $"-- before {c.Subject}: no row of {c.Sql}\n"))
            .Concat(plan.Steps.Select(s => Text(s, dialect))));

    /// <summary>One step.</summary>
    public static string Text(Step step, Dialect dialect)
    {
        var (wait, statement) = dialect.Timeouts(step);
        var facts = new[]
        {
            step.Serves, string.Join(' ', step.Hazards.Select(h => h.Code).Distinct()), step.Lock == LockMode.None ? "" : $"{step.Lock}",
            step.Rows == RowAccess.None ? "" : $"{step.Rows}", step.Transaction == TransactionMode.Shared ? "" : $"{step.Transaction}",
            Time("lock", wait), Time("statement", statement),
            step.Fill is null ? "" : "filled in batches", step.Reverse.Kind == ReverseKind.Impossible ? "no way back" : "",
        };
        return $"-- {string.Join(" · ", facts.Where(f => f.Length > 0))}\n{(step.IsAssertion ? "-- no row: " : "")}{step.Sql};\n";
    }

    // The others are about the tenant and its database, of which a planner knows nothing.
    private static bool IsOfDiff(string code) => code.StartsWith("SSY03", StringComparison.Ordinal);

    private static string Time(string what, TimeSpan? time) =>
        time is null ? "" : string.Create(CultureInfo.InvariantCulture, $"{what} {time.Value.TotalSeconds} s");

    private static void Verify(string actual, string name)
    {
        var file = Path.Combine(Folder(), name);
        var received = Path.ChangeExtension(file, ".received") + Path.GetExtension(file);
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        if (Environment.GetEnvironmentVariable("SCHEMASYNC_ACCEPT") == "1") File.WriteAllText(file, actual);
        var expected = File.Exists(file) ? File.ReadAllText(file) : "";
        if (expected != actual) File.WriteAllText(received, actual);
        Assert.Equal(expected, actual);
        File.Delete(received);
    }

    private static string Line(Snapshot snapshot)
    {
        var json = new JsonWriter(indented: false);
        json.StartObject();
        SnapshotFile.WriteContent(json, snapshot);
        json.EndObject();
        return json + "\n";
    }

    private static Snapshot State(string line) => SnapshotFile.ReadContent(new FacetReader((JsonObject)JsonReader.Parse(line)));
}
