using System.Diagnostics;

namespace SchemaSync.Benchmarks;

/// <summary>What a run took, in milliseconds: processor time of the whole process, and time on the wall.</summary>
internal readonly record struct Cost(double Cpu, double Wall);

/// <summary>
/// Lets floor and product take turns, run by run, so that whatever else the machine does meets both alike. For work that
/// needs something fresh for each run, or runs so long that rounds would drift apart; the rest is for <see cref="InProcess"/>.
/// </summary>
internal static class Turns
{
    /// <summary>The median cost of each contender; each call prepares one run, whose work is what it returns.</summary>
    public static Cost[] Take(int warmups, int runs, params Func<Action>[] contenders)
    {
        var costs = contenders.Select(_ => new List<Cost>()).ToArray();
        for (var run = -warmups; run < runs; run++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var cost = Measure(contenders[i]());
                if (run >= 0) costs[i].Add(cost);
            }
        }

        return [.. costs.Select(Median)];
    }

    public static Cost Median(IReadOnlyCollection<Cost> costs) =>
        new(Statistics.Median(costs.Select(c => c.Cpu)), Statistics.Median(costs.Select(c => c.Wall)));

    private static Cost Measure(Action work)
    {
        // What was prepared is garbage of nobody's run.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var cpu = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.GetTimestamp();
        work();
        return new((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds, Stopwatch.GetElapsedTime(wall).TotalMilliseconds);
    }
}
