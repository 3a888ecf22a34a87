using Perfolizer.Horology;

namespace SchemaSync.Benchmarks;

/// <summary>Processor time of this process, so that a busy machine does not count.</summary>
internal sealed class CpuClock : IClock
{
    public string Title => "processor time";

    public bool IsAvailable => true;

    public Frequency Frequency => new(TimeSpan.TicksPerSecond);

    public long GetTimestamp() => Environment.CpuUsage.TotalTime.Ticks;
}
