namespace SchemaSync.Benchmarks;

/// <summary>
/// A solution of 64 projects that have the package and declare nothing, against the same one without it: processor time of every process,
/// the compiler's server included, which compiles for all of them as on the machine of a user.
/// </summary>
internal sealed class UnusedRoom : IRoom
{
    public string Name => "unused";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        using var root = new TemporaryFolder();
        var projects = effort.Of(64);
        using var plain = SampleSolution.Create(root, "plain", projects, withPackage: false);
        using var ours = SampleSolution.Create(root, "ours", projects, withPackage: true);
        yield return Ratio($"build of {projects} projects without a table",
            Turns.Take(effort, () => plain.Build("-t:Rebuild"), () => ours.Build("-t:Rebuild")));
        yield return Ratio($"build of {projects} projects without a table, nothing changed",
            Turns.Take(effort, () => plain.Build(), () => ours.Build()));
    }

    private static Outcome Ratio(string name, Cost[] costs) =>
        new(name, Quantity.Milliseconds(costs[0].Cpu), Quantity.Milliseconds(costs[1].Cpu), new Limit.Times(1.01));
}
