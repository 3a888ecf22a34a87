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
        foreach (var classes in new[] { "tables", "entities" })
        {
            var of = classes == "tables" ? "analyzer" : "analyzer, conventions";
            var numbers = Children.Start(GeneratorRoom.Compiler, "analyzer", effort.Name, classes);
            yield return Added($"{of}, cold run", numbers[0], numbers[1], 1000);
            yield return Added($"{of}, cold run after the generator", numbers[2], numbers[3], 1000);
            yield return Added($"{of}, unrelated edit", numbers[4], numbers[5], 50);
            yield return Added($"{of}, edit of a body", numbers[4], numbers[6], 50);
            yield return Added($"{of}, one property", numbers[4], numbers[7], 50);
        }
    }

    private static Outcome Added(string name, double floor, double ours, int limit) =>
        new(name, Quantity.Milliseconds(floor), Quantity.Milliseconds(ours), new Limit.Added(Quantity.Milliseconds(limit)));
}
