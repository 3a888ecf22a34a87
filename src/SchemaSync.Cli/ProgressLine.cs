namespace SchemaSync.Cli;

/// <summary>One line on stderr that is written over: counts, the step at hand and the time that is left.</summary>
internal sealed class ProgressLine : IProgress<ExecutionProgress>
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);

    public void Report(ExecutionProgress value)
    {
        if (value.Elapsed < Patience) return;
        var left = value.Done == 0 ? "" : $", about {value.Elapsed * (value.Total - value.Done) / value.Done:mm\\:ss} left";
        var line = $"{value.Tenant}: {value.Done}/{value.Total} {value.Serves}{left}";
        var width = Math.Max(20, Console.WindowWidth - 1);
        Console.Error.Write('\r' + (line.Length > width ? line[..width] : line.PadRight(width)) + '\r');
    }
}
