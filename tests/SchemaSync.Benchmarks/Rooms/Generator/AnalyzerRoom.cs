namespace SchemaSync.Benchmarks;

/// <summary>
/// The analyzer on a project of 2,000 tables, against one that is called as often and looks at nothing: the time in the analyzer as the
/// compiler counts it, binding included where nobody has bound yet, in a process as that of <see cref="GeneratorRoom"/>.
/// </summary>
internal sealed class AnalyzerRoom : IRoom
{
    public string Name => "analyzer";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var numbers = Children.Start(GeneratorRoom.Compiler, "analyzer", effort.Name);
        yield return Added("analyzer, cold run", numbers[0], numbers[1], 1000);
        yield return Added("analyzer, cold run after the generator", numbers[2], numbers[3], 1000);
        yield return Added("analyzer, unrelated edit", numbers[4], numbers[5], 50);
        yield return Added("analyzer, edit of a body", numbers[4], numbers[6], 50);
        yield return Added("analyzer, one property", numbers[4], numbers[7], 50);
    }

    private static Outcome Added(string name, double floor, double ours, int limit) =>
        new(name, Quantity.Milliseconds(floor), Quantity.Milliseconds(ours), new Limit.Added(Quantity.Milliseconds(limit)));
}
