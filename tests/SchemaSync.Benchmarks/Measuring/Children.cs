using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>
/// Work that needs a process to itself, because its peak memory counts: this program starts itself again with
/// <c>child NAME arguments…</c>, and the child prints three numbers.
/// </summary>
internal static class Children
{
    private static readonly Dictionary<string, Action<string[]>> Works = new(StringComparer.Ordinal)
    {
        ["rebuild-floor"] = a => RebuildByHand.Run(a[0]),
        ["rebuild-ours"] = a => RebuildByEngine.RunAsync(a[0], a[1]).GetAwaiter().GetResult(),
    };

    /// <summary>Runs a work in a child; its own cost without the start of the process, and its peak memory in MB.</summary>
    public static (Cost Cost, double Peak) Start(string work, params string[] arguments)
    {
        Processes.Run(Environment.CurrentDirectory, new Dictionary<string, string>(), Environment.ProcessPath!, [typeof(Children).Assembly.Location, "child", work, .. arguments], out var output);
        var numbers = output.Split(' ', StringSplitOptions.TrimEntries).Select(n => double.Parse(n, CultureInfo.InvariantCulture)).ToArray();
        return (new(numbers[0], numbers[1]), numbers[2]);
    }

    /// <summary>The child's side.</summary>
    public static int Run(string work, string[] arguments)
    {
        var cost = Cost.Of(() => Works[work](arguments));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{cost.Cpu} {cost.Wall} {PeakMegabytes()}"));
        return 0;
    }

    private static double PeakMegabytes()
    {
        using var process = System.Diagnostics.Process.GetCurrentProcess();
        return process.PeakWorkingSet64 / 1048576.0;
    }
}
