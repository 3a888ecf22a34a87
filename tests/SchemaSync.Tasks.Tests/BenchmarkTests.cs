namespace SchemaSync.Tasks.Tests;

/// <summary>So that the benchmarks cannot rot. What they measure is for <c>build/bench.sh</c>.</summary>
public sealed class BenchmarkTests(Feed feed)
{
    [Fact]
    public void Every_benchmark_runs_at_a_tiny_size()
    {
        // Built beside this assembly, in the same configuration.
        var program = typeof(BenchmarkTests).Assembly.Location.Replace("SchemaSync.Tasks.Tests",
            "SchemaSync.Benchmarks", StringComparison.Ordinal);
        var rooms = Run.Program("dotnet", feed.Folder, ["exec", program, "--list"]).Succeeded().Output
            .Split('\n', StringSplitOptions.RemoveEmptyEntries);
        var run = Run.Program("dotnet", feed.Folder, ["exec", program, "--tiny"]).Succeeded();
        Assert.NotEmpty(rooms);
        Assert.All(rooms, room => run.Says($"== {room}: "));
    }
}
