using System.Diagnostics;

namespace SchemaSync.Benchmarks;

/// <summary>What a run took, in milliseconds: processor time of the whole process, and time on the wall.</summary>
internal readonly record struct Cost(double Cpu, double Wall)
{
    /// <summary>Of work in this process.</summary>
    public static Cost Of(Action work)
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

/// <summary>
/// Lets floor and product take turns, run by run, so that whatever else the machine does meets both alike. For whole processes,
/// and for work that needs something fresh for each run; the rest is for <see cref="InProcess"/>.
/// </summary>
internal static class Turns
{
    /// <summary>The median cost of each contender; each call is one run.</summary>
    public static Cost[] Take(int warmups, int runs, params Func<Cost>[] contenders)
    {
        var costs = contenders.Select(_ => new List<Cost>()).ToArray();
        for (var run = -warmups; run < runs; run++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var cost = contenders[i]();
                if (run >= 0) costs[i].Add(cost);
            }
        }

        return [.. costs.Select(c => new Cost(Statistics.Median(c.Select(x => x.Cpu)), Statistics.Median(c.Select(x => x.Wall))))];
    }
}
