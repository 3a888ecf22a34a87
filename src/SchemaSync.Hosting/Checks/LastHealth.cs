using System.Diagnostics;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace SchemaSync.Hosting.Checks;

/// <summary>What each check found last: whoever asks again soon, or meanwhile, gets the same answer.</summary>
internal sealed class LastHealth : IDisposable
{
    private readonly SemaphoreSlim _one = new(1);
    private readonly Dictionary<string, (long At, HealthCheckResult Result)> _last = new(StringComparer.Ordinal);

    /// <summary>The answer of a check, not older than the interval.</summary>
    public async Task<HealthCheckResult> OfAsync(string name, TimeSpan interval, Func<Task<HealthCheckResult>> look,
        CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            if (_last.TryGetValue(name, out var last) && Stopwatch.GetElapsedTime(last.At) < interval) return last.Result;
            var result = await look().ConfigureAwait(false);
            _last[name] = (Stopwatch.GetTimestamp(), result);
            return result;
        }
        finally
        {
            _one.Release();
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _one.Dispose();
}
