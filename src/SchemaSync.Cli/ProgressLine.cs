namespace SchemaSync.Cli;

/// <summary>One line on stderr that is written over: counts, the step at hand and the time that is left.</summary>
internal sealed class ProgressLine(Terminal terminal) : IProgress<ExecutionProgress>, IProgress<FleetProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public void Report(ExecutionProgress value) => Write(value.Done, value.Total, $"{value.Tenant}: {value.Serves}", value.Elapsed);

    public void Report(FleetProgress value) => Write(value.Done, value.Total, value.Last.Tenant, value.Elapsed);

    private void Write(int done, int total, string what, TimeSpan elapsed)
    {
        if (elapsed < Patience) return;
        var left = done == 0 ? "" : $", about {elapsed * (total - done) / done:mm\\:ss} left";
        terminal.Status($"{done}/{total} {what}{left}");
    }
}
