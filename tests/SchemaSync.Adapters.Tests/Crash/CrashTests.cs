using System.Globalization;

namespace SchemaSync.Adapters.Tests;

/// <summary>A run is killed (SIGKILL) everywhere; no row is lost, and the next run finishes.</summary>
public sealed class CrashTests(CrashScene scene) : IClassFixture<CrashScene>
{
    private static readonly ParallelOptions AFewAtOnce = new() { MaxDegreeOfParallelism = Math.Max(2, Environment.ProcessorCount) };

    [Theory]
    [InlineData("DELETE")]
    [InlineData("WAL")]
    public async Task Killed_before_any_call_under_the_lock(string journal)
    {
        var (steps, calls, _) = await ToTheEnd(journal);
        Assert.True(steps > 25, $"{steps} steps");
        Assert.True(calls > steps, $"{calls} calls");
        // In WAL mode only some: the calls are the same.
        var points = Enumerable.Range(1, calls).Where(n => journal == "DELETE" || n % 8 == 0 || n > calls - 3);
        await Parallel.ForEachAsync(points, AFewAtOnce, (n, _) => Killed(journal, $"call:{n}"));
    }

    [Theory]
    [InlineData("DELETE", 12)]
    [InlineData("WAL", 5)]
    public async Task Killed_in_the_middle_of_a_statement(string journal, int times)
    {
        var (_, _, work) = await ToTheEnd(journal);
        Assert.True(work > times * 2, $"{work} portions");
        await Parallel.ForEachAsync(Enumerable.Range(1, times), AFewAtOnce, (n, _) => Killed(journal, $"work:{work * n / (times + 1)}"));
    }

    [Theory]
    [InlineData("DELETE", 0, 1, 2, 3, 5, 9)]
    [InlineData("WAL", 0, 1, 3)]
    public async Task Killed_while_it_commits(string journal, params int[] milliseconds) =>
        await Parallel.ForEachAsync(milliseconds, AFewAtOnce, async (pause, _) =>
        {
            var file = scene.Copy(journal);
            await scene.RunAsync(file, "", TimeSpan.FromMilliseconds(pause));
            await scene.RecoversAsync(file, $"{pause} ms of commit");
        });

    [Theory]
    [InlineData("DELETE", 0.3)]
    [InlineData("DELETE", 1.1)]
    [InlineData("WAL", 0.5)]
    public async Task The_disk_is_full(string journal, double part)
    {
        var file = scene.Copy(journal);
        var (exitCode, output) = await scene.OnFullDiskAsync(file, part);
        Assert.True(exitCode is not (0 or CrashRun.Killed), $"ended with {exitCode}: {output}");
        Assert.Contains("SSY05", output, StringComparison.Ordinal);
        Assert.Contains("nothing was changed", output, StringComparison.Ordinal);
        await scene.RecoversAsync(file, $"a full disk at {part} in {journal}");
    }

    private async ValueTask Killed(string journal, string fault)
    {
        var file = scene.Copy(journal);
        var (exitCode, output) = await scene.RunAsync(file, fault);
        Assert.True(exitCode == 137, $"{fault} ended with {exitCode}: {output}");
        await scene.RecoversAsync(file, $"{fault} in {journal}");
    }

    /// <summary>How far a run goes that nobody kills.</summary>
    private async Task<(int Steps, int Calls, int Work)> ToTheEnd(string journal)
    {
        var (exitCode, output) = await scene.RunAsync(scene.Copy(journal), "");
        Assert.True(exitCode == 0, output);
        var words = output.Trim().Split('\n')[^1].Split(' ');
        Assert.Equal("Done", words[0]);
        return (Number(words[1]), Number(words[2]), Number(words[3]));
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
