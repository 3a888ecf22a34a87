using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>
/// The generator on projects of 1,000 and 2,000 tables, declared or by conventions, against one that only reads the same symbols.
/// Processor time, in a process with the garbage collector of the compiler's server (its runtimeconfig.json): the ordinary one collects in
/// the middle of one contender and not of the other. Everything is compiled when it is first called, in a warm-up: otherwise a quarter of
/// the time is the JIT's, which compiles a second time behind the work.
/// </summary>
internal sealed class GeneratorRoom : IRoom
{
    public static readonly IReadOnlyDictionary<string, string> Compiler = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["DOTNET_gcServer"] = "1",
        ["DOTNET_TieredCompilation"] = "0",
    };

    public string Name => "generator";

    public IEnumerable<Outcome> Measure(Effort effort)
    {
        foreach (var (classes, tables) in new[] { ("tables", 1000), ("tables", 2000), ("entities", 1000), ("entities", 2000) })
        {
            var of = tables == 1000 ? "generator" : "generator, 2,000 tables";
            if (classes == "entities") of += ", conventions";
            var numbers = Children.Start(Compiler, "generator", effort.Name, classes, tables.ToString(CultureInfo.InvariantCulture));
            yield return Ratio($"{of}, cold run", numbers[0], numbers[1], 1.3);
            yield return Ratio($"{of}, unrelated edit", numbers[2], numbers[3], 1.2);
            yield return new($"{of}, one property: what follows", Quantity.Milliseconds(numbers[4]), Quantity.Milliseconds(numbers[5]),
                new Limit.Added(Quantity.Milliseconds(10)));
            yield return new($"{of}, one property: tables built", null, Quantity.Count((int)numbers[6]), new Limit.Exactly(1));
            if (numbers.Length < 8) continue;
            yield return Ratio($"{of}, cold run with 20 references", numbers[7], numbers[8], 1.3);
            yield return Ratio($"{of}, unrelated edit with 20 references", numbers[9], numbers[10], 1.2);
        }
    }

    private static Outcome Ratio(string name, double floor, double ours, double limit) =>
        new(name, Quantity.Milliseconds(floor), Quantity.Milliseconds(ours), new Limit.Times(limit));
}
