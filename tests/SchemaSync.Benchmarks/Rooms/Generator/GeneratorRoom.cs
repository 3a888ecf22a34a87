using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace SchemaSync.Benchmarks;

/// <summary>The generator on a project of 1,000 tables, against one that only reads the same symbols. Processor time.</summary>
internal sealed class GeneratorRoom : IRoom
{
    private const int Warmups = 6;

    public string Name => "generator";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var ours = ShippedGenerator.Load();
        // A compilation nobody has asked anything yet, for every run.
        var cold = Turns.Take(Warmups, effort.Runs, () => Cold(new FloorGenerator()), () => Cold(ours));
        yield return Ratio("generator, cold run", cold[0], cold[1]);

        var before = SampleProject.Fresh();
        var floorBefore = SampleProject.Driver(new FloorGenerator()).RunGenerators(before);
        var oursBefore = SampleProject.Driver(ours).RunGenerators(before);
        var after = Turns.Take(
            Warmups, effort.Runs,
            () => After(floorBefore, SampleProject.EditElsewhere(before)), () => After(oursBefore, SampleProject.EditElsewhere(before)),
            () => After(oursBefore, SampleProject.EditBody(before)), () => After(oursBefore, SampleProject.EditProperty(before)));
        yield return Ratio("generator, unrelated edit", after[0], after[1]);
        yield return new("generator, one property: what follows", Quantity.Milliseconds(after[2].Cpu), Quantity.Milliseconds(after[3].Cpu), new Limit.Added(Quantity.Milliseconds(10)));
    }

    private static Cost Cold(IIncrementalGenerator generator)
    {
        var project = SampleProject.Fresh();
        return Cost.Of(() => SampleProject.Driver(generator).RunGenerators(project));
    }

    private static Cost After(GeneratorDriver driver, CSharpCompilation project) => Cost.Of(() => driver.RunGenerators(project));

    private static Outcome Ratio(string name, Cost floor, Cost ours) =>
        new(name, Quantity.Milliseconds(floor.Cpu), Quantity.Milliseconds(ours.Cpu), new Limit.Times(1.3));
}
