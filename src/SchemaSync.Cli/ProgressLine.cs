namespace SchemaSync.Cli;

/// <summary>One line on stderr that is written over: counts, the step at hand and the time that is left.</summary>
internal sealed class ProgressLine : IProgress<ExecutionProgress>, IProgress<FleetProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public void Report(ExecutionProgress value) => Write(value.Done, value.Total, $"{value.Tenant}: {value.Serves}", value.Elapsed);

    public void Report(FleetProgress value) => Write(value.Done, value.Total, value.Last.Tenant, value.Elapsed);

    private static void Write(int done, int total, string what, TimeSpan elapsed)
    {
        if (elapsed < Patience) return;
        var left = done == 0 ? "" : $", about {elapsed * (total - done) / done:mm\\:ss} left";
        var line = $"{done}/{total} {what}{left}";
        var width = Math.Max(20, Console.WindowWidth - 1);
        Console.Error.Write('\r' + (line.Length > width ? line[..width] : line.PadRight(width)) + '\r');
    }
}
