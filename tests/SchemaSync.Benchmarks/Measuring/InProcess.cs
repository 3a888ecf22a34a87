using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Engines;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Loggers;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;

namespace SchemaSync.Benchmarks;

/// <summary>
/// Runs the benchmarks of a class with BenchmarkDotNet in this process, and reads their medians. One call is several rounds
/// over all of them, so that a machine that slows down for a while slows floor and product alike.
/// </summary>
internal static class InProcess
{
    /// <summary>Work so long, or so much prepared for each run, that one iteration is one call.</summary>
    public static Job Long { get; } = Base.WithStrategy(RunStrategy.Monitoring).WithWarmupCount(2).WithIterationCount(7).WithUnrollFactor(1).WithInvocationCount(1);

    /// <summary>Work of milliseconds.</summary>
    public static Job Short { get; } = Base.WithWarmupCount(5).WithIterationCount(9);

    private static Job Base => Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithGcMode(new GcMode { Concurrent = false, Server = false });

    /// <summary>The median of each benchmark method in milliseconds, by its name.</summary>
    public static Dictionary<string, double> Medians<T>(Job job, int rounds)
    {
        var config = ManualConfig.CreateEmpty().AddJob(job).AddLogger(NullLogger.Instance).WithOptions(ConfigOptions.DisableLogFile);
        var samples = new Dictionary<string, List<double>>(StringComparer.Ordinal);
        for (var round = 0; round < rounds; round++)
        {
            var summary = BenchmarkRunner.Run<T>(config);
            if (summary.HasCriticalValidationErrors) throw new InvalidOperationException(string.Join("; ", summary.ValidationErrors.Select(e => e.Message)));
            foreach (var report in summary.Reports)
            {
                var name = report.BenchmarkCase.Descriptor.WorkloadMethod.Name;
                if (!report.Success) throw new InvalidOperationException($"{typeof(T).Name}.{name} did not run");
                if (!samples.TryGetValue(name, out var list)) samples.Add(name, list = []);
                list.AddRange(report.GetResultRuns().Select(r => r.GetAverageTime().ToMilliseconds()));
            }
        }

        return samples.ToDictionary(s => s.Key, s => Statistics.Median(s.Value), StringComparer.Ordinal);
    }
}
