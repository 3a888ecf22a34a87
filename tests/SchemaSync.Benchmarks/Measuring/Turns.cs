using System.Diagnostics;

namespace SchemaSync.Benchmarks;

/// <summary>What a run took, in milliseconds: processor time of the whole process, and time on the wall.</summary>
internal readonly record struct Cost(double Cpu, double Wall)
{
    /// <summary>Of work in this process; of work that is too short for the clock, the mean of several times.</summary>
    public static Cost Of(Action work, int times = 1)
    {
        // What was prepared is garbage of nobody's run.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var cpu = Environment.CpuUsage.TotalTime;
        var wall = Stopwatch.GetTimestamp();
        for (var i = 0; i < times; i++) work();
        return new((Environment.CpuUsage.TotalTime - cpu).TotalMilliseconds / times,
            Stopwatch.GetElapsedTime(wall).TotalMilliseconds / times);
    }
}

/// <summary>
/// Lets floor and product take turns, run by run, so that whatever else the machine does meets both alike.
/// </summary>
internal static class Turns
{
    /// <summary>
    /// The cost of each contender; each call is one run. Processor time is the median. Time on the wall is the least: others on the
    /// machine can only add to it.
    /// </summary>
    public static Cost[] Take(Effort effort, params Func<Cost>[] contenders)
    {
        var costs = contenders.Select(_ => new List<Cost>()).ToArray();
        for (var run = -effort.Warmups; run < effort.Runs; run++)
        {
            for (var i = 0; i < contenders.Length; i++)
            {
                var cost = contenders[i]();
                if (run >= 0) costs[i].Add(cost);
            }
        }

        return [.. costs.Select(c => new Cost(Statistics.Median(c.Select(x => x.Cpu)), c.Min(x => x.Wall)))];
    }
}
