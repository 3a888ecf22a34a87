namespace SchemaSync.Benchmarks;

/// <summary>The generator on a project of 1,000 tables.</summary>
internal sealed class GeneratorRoom : IRoom
{
    public string Name => "generator";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var cold = InProcess.Medians<ColdGenerator>(InProcess.Long, effort.Rounds);
        yield return Ratio("generator, cold run", cold[nameof(ColdGenerator.Floor)], cold[nameof(ColdGenerator.Ours)]);
        var edit = InProcess.Medians<GeneratorAfterEdit>(InProcess.Long, effort.Rounds);
        yield return Ratio("generator, unrelated edit", edit[nameof(GeneratorAfterEdit.Floor)], edit[nameof(GeneratorAfterEdit.Ours)]);
        yield return new("generator, one property: what follows", Quantity.Milliseconds(edit[nameof(GeneratorAfterEdit.OursAfterBody)]),
            Quantity.Milliseconds(edit[nameof(GeneratorAfterEdit.OursAfterProperty)]), new Limit.Added(Quantity.Milliseconds(10)));
    }

    private static Outcome Ratio(string name, double floor, double ours) => new(name, Quantity.Milliseconds(floor), Quantity.Milliseconds(ours), new Limit.Times(1.3));
}
