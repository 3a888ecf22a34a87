using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>
/// Work that needs a process to itself, because its peak memory or its settings count: this program starts itself again with
/// <c>child NAME arguments…</c>, and the child prints numbers.
/// </summary>
internal static class Children
{
    private static readonly Dictionary<string, Func<string[], double[]>> Works = new(StringComparer.Ordinal)
    {
        ["analyzer"] = a => AnalyzerChild.Measure(Effort.Of(a[0]), a[1]),
        ["generator"] = a => GeneratorChild.Measure(Effort.Of(a[0]), a[1], int.Parse(a[2], CultureInfo.InvariantCulture)),
        ["peak"] = a =>
        {
            Processes.Run(Path.GetTempPath(), new Dictionary<string, string>(), a[0], a[1..]);
            return [Processes.PeakOfChildren()];
        },
        ["rebuild-floor"] = a => Weigh(() => RebuildByHand.Run(a[0]), () => RebuildByHand.Run(a[2])),
        ["rebuild-ours"] = a =>
            Weigh(() => RebuildByEngine.RunAsync(a[0], a[1]).GetAwaiter().GetResult(),
                () => RebuildByEngine.RunAsync(a[2], a[1]).GetAwaiter().GetResult()),
    };

    /// <summary>Runs a work in a child and returns its numbers.</summary>
    public static double[] Start(IReadOnlyDictionary<string, string> environment, string work, params string[] arguments)
    {
        Processes.Run(Environment.CurrentDirectory, environment, "dotnet",
            ["exec", typeof(Children).Assembly.Location, "child", work, .. arguments], out var output);
        return [.. output.Split(' ', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Select(n => double.Parse(n, CultureInfo.InvariantCulture))];
    }

    /// <summary>Runs a work that weighs itself: its own cost without the start of the process, and the peak of its memory in MB.</summary>
    public static (Cost Cost, double Peak) Weighed(string work, params string[] arguments)
    {
        var numbers = Start(new Dictionary<string, string>(), work, arguments);
        return (new(numbers[0], numbers[1]), numbers[2]);
    }

    /// <summary>The child's side.</summary>
    public static int Run(string work, string[] arguments)
    {
        Console.WriteLine(string.Join(' ', Works[work](arguments).Select(n => n.ToString(CultureInfo.InvariantCulture))));
        return 0;
    }

    /// <param name="work">What is weighed.</param>
    /// <param name="warmup">The same in small, so that the JIT is not weighed: the command line that is shipped is compiled before.</param>
    private static double[] Weigh(Action work, Action? warmup = null)
    {
        warmup?.Invoke();
        var cost = Cost.Of(work);
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return [cost.Cpu, cost.Wall, process.PeakWorkingSet64 / 1048576.0];
    }
}
