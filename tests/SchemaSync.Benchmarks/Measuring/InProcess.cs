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
    // One call is milliseconds: an iteration of 16 is long enough for the clock.
    private static readonly Job Milliseconds = Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithClock(new CpuClock())
        .WithStrategy(RunStrategy.Throughput).WithInvocationCount(16).WithUnrollFactor(1).WithWarmupCount(3).WithIterationCount(7);

    /// <summary>The median of each benchmark method by its name, in milliseconds of processor time.</summary>
    public static Dictionary<string, double> Medians<T>(int rounds)
    {
        var config = ManualConfig.CreateEmpty().AddJob(Milliseconds).AddLogger(NullLogger.Instance).WithOptions(ConfigOptions.DisableLogFile);
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
