using System.Collections.Concurrent;

namespace SchemaSync.Engine.Tenancy;

/// <summary>How long the runs of each tenant have waited for locks of others, all together.</summary>
internal sealed class LockWaits
{
    private readonly ConcurrentDictionary<string, TimeSpan> _waited = new(StringComparer.Ordinal);

    /// <summary>How long one has waited.</summary>
    public TimeSpan this[string tenant] => _waited.GetValueOrDefault(tenant);

    /// <summary>Is told of the runs of one.</summary>
    public IProgress<TimeSpan> Of(string tenant) => new Told(time => _waited.AddOrUpdate(tenant, time, (_, before) => before + time));

    private sealed class Told(Action<TimeSpan> tell) : IProgress<TimeSpan>
    {
        public void Report(TimeSpan value) => tell(value);
    }
}
