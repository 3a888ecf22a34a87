using System.Diagnostics;

namespace SchemaSync.Engine.Tenancy;

/// <summary>
/// One worker of a run: takes tenants until there is none, so many at a time, and says how each ended. What may be over by itself
/// (another run at work on the tenant) is tried again.
/// </summary>
internal sealed class FleetRun(FleetControl control, FleetOptions options, Func<TenantContext, Task<TenantResult>> work)
{
    private const int Attempts = 3;

    private static readonly DiagnosticEntry[] Passing = [ExecutionDiagnostics.Locked, ExecutionDiagnostics.StalePlan];

    private readonly Dictionary<string, TenantContext> _places = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TenantResult> _results = new(StringComparer.Ordinal);
    private readonly Lock _lock = new();
    private readonly Stopwatch _clock = Stopwatch.StartNew();
    private string? _stopped;
    private bool _hasEnded;
    private IReadOnlyList<TenantStanding>? _standings;

    /// <summary>How long tenants have waited for locks; null where none is taken.</summary>
    public LockWaits? Waits { get; init; }

    /// <summary>Joins, and takes tenants until there is none.</summary>
    public async Task RunAsync(IReadOnlyList<StagedTenant> order, IEnumerable<TenantContext> places, CancellationToken cancellationToken)
    {
        foreach (var place in places) _places.TryAdd(place.Id, place);
        _standings = null;
        if (!await control.JoinAsync(order, cancellationToken).ConfigureAwait(false))
        {
            _hasEnded = true;
            return;
        }

        using var over = new CancellationTokenSource();
        var renewing = RenewAsync(over.Token);
        try
        {
            var workers = Math.Max(1, options.Parallelism);
            var parallel = new ParallelOptions { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
            await Parallel.ForAsync(0, workers, parallel, async (_, token) => await WorkAsync(token).ConfigureAwait(false))
                .ConfigureAwait(false);
        }
        finally
        {
            await over.CancelAsync().ConfigureAwait(false);
            await renewing.ConfigureAwait(false);
        }
    }

    /// <summary>What happened to all tenants, those of other workers included.</summary>
    public async Task<FleetReport> ReportAsync(CancellationToken cancellationToken)
    {
        var all = _standings ?? await control.ReadAsync(cancellationToken).ConfigureAwait(false);
        lock (_lock)
            return new([.. all.Select(s => _results.GetValueOrDefault(s.Tenant.Id) ?? s.Result)])
            {
                HadEnded = _hasEnded,
                Stopped = all.Any(s => s.Result.State == TenantState.NotStarted) ? _stopped : null,
            };
    }

    /// <summary>Says of a tenant that failed that it is not there any more.</summary>
    public async Task GoneAsync(string tenant, CancellationToken cancellationToken)
    {
        TenantResult gone;
        lock (_lock)
        {
            // Of another worker's it is for that one to say.
            if (!_results.TryGetValue(tenant, out var failed)) return;
            _results[tenant] = gone = failed with { State = TenantState.Gone };
        }

        await control.EndAsync(gone, cancellationToken).ConfigureAwait(false);
    }

    private async Task WorkAsync(CancellationToken cancellationToken)
    {
        for (; ; cancellationToken.ThrowIfCancellationRequested())
        {
            switch (await control.TakeAsync(cancellationToken).ConfigureAwait(false))
            {
                case FleetTurn.Take(var tenant, var attempt):
                    await StepAsync(tenant, attempt, cancellationToken).ConfigureAwait(false);
                    break;
                case FleetTurn.Wait:
                    await Task.Delay(control.Pause, cancellationToken).ConfigureAwait(false);
                    break;
                case FleetTurn.End end:
                    (_stopped, _standings) = (_stopped ?? end.Reason, end.Standings);
                    return;
            }
        }
    }

    private async Task StepAsync(string id, int attempt, CancellationToken cancellationToken)
    {
        var started = _clock.Elapsed;
        var result = await TryAsync(id, started).ConfigureAwait(false);
        var waits = options.StopLockWaits is { } limit && Waits?[id] is { } waited && waited > limit ? waited : (TimeSpan?)null;
        if (waits is null && attempt < Attempts && result.State == TenantState.Failed
            && result.Diagnostics.Any(d => Passing.Contains(d.Entry)))
        {
            await control.GiveBackAsync(id, cancellationToken).ConfigureAwait(false);
            return;
        }

        result = result with { Elapsed = _clock.Elapsed - started };
        int done;
        lock (_lock)
        {
            _results[id] = result;
            done = _results.Count;
        }

        await control.EndAsync(result, CancellationToken.None).ConfigureAwait(false);
        if (options.StopSlower is { } most && result.Elapsed > most)
            await control.StopAsync($"{id} took {result.Elapsed.TotalSeconds:0.#} s", CancellationToken.None).ConfigureAwait(false);
        if (waits is { } time)
            await control.StopAsync($"{id} waited {time.TotalSeconds:0.#} s for locks", CancellationToken.None).ConfigureAwait(false);
        options.Progress?.Report(new(done, _places.Count, result, _clock.Elapsed));
    }

    private async Task<TenantResult> TryAsync(string id, TimeSpan started)
    {
        // Another worker may know tenants that this one's directory does not list.
        if (!_places.TryGetValue(id, out var place)) return TenantResult.Failed(id, Diagnostic.Of(TenancyDiagnostics.NotListed, id));
        try
        {
            return await work(place).ConfigureAwait(false);
        }
        catch (SchemaSyncException e)
        {
            return TenantResult.Failed(id, e.Diagnostics);
        }
        catch (RunCanceledException e)
        {
            var cut = Diagnostic.Of(BuildDiagnostics.Cancelled, $"the run on {id}") with { State = e.State.ToString() };
            await CutAsync(TenantResult.Failed(id, cut) with { Elapsed = _clock.Elapsed - started }).ConfigureAwait(false);
            throw;
        }
        catch (OperationCanceledException)
        {
            await control.GiveBackAsync(id, CancellationToken.None).ConfigureAwait(false);
            throw;
        }
    }

    private async Task CutAsync(TenantResult result)
    {
        lock (_lock) _results[result.Tenant] = result;
        await control.EndAsync(result, CancellationToken.None).ConfigureAwait(false);
    }

    private async Task RenewAsync(CancellationToken over)
    {
        if (options.Control is not { } place) return;
        try
        {
            for (; ; )
            {
                await Task.Delay(place.Lease / 3, over).ConfigureAwait(false);
                await control.RenewAsync(over).ConfigureAwait(false);
            }
        }
        catch (OperationCanceledException)
        {
            // The run is over.
        }
    }
}
