namespace SchemaSync.Benchmarks;

/// <summary>A build in which nothing has changed, against the same library without our package. Processor time.</summary>
internal sealed class BuildRoom : IRoom
{
    private const int Tables = 20;

    public string Name => "build";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        using var root = new TemporaryFolder();
        var plain = SampleLibrary.Create(root, "plain", Tables, withPackage: false);
        var ours = SampleLibrary.Create(root, "ours", Tables, withPackage: true);
        var costs = Turns.Take(effort, () => plain.Build(), () => ours.Build());
        yield return new("build, nothing changed", Quantity.Milliseconds(costs[0].Cpu), Quantity.Milliseconds(costs[1].Cpu), new Limit.Times(1.03));
    }
}
