namespace SchemaSync.Benchmarks;

/// <summary>
/// The generator on a project of 1,000 tables, against one that only reads the same symbols. Processor time, in a process with the garbage
/// collector of the compiler's server (its runtimeconfig.json): the ordinary one collects in the middle of one contender and not of the
/// other. Everything is compiled when it is first called, in a warm-up: otherwise a quarter of the time is the JIT's, which compiles a
/// second time behind the work.
/// </summary>
internal sealed class GeneratorRoom : IRoom
{
    private static readonly Dictionary<string, string> Compiler = new(StringComparer.Ordinal)
    {
        ["DOTNET_gcServer"] = "1",
        ["DOTNET_TieredCompilation"] = "0",
    };

    public string Name => "generator";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        var numbers = Children.Start(Compiler, "generator", effort.Name);
        yield return Ratio("generator, cold run", numbers[0], numbers[1]);
        yield return Ratio("generator, unrelated edit", numbers[2], numbers[3]);
        yield return new("generator, one property: what follows", Quantity.Milliseconds(numbers[4]), Quantity.Milliseconds(numbers[5]),
            new Limit.Added(Quantity.Milliseconds(10)));
        yield return new("generator, one property: tables built", null, Quantity.Count((int)numbers[6]), new Limit.Exactly(1));
        yield return Ratio("generator, cold run with 20 references", numbers[7], numbers[8]);
        yield return Ratio("generator, unrelated edit with 20 references", numbers[9], numbers[10]);
    }

    private static Outcome Ratio(string name, double floor, double ours) =>
        new(name, Quantity.Milliseconds(floor), Quantity.Milliseconds(ours), new Limit.Times(1.3));
}
