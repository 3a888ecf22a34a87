namespace SchemaSync.Engine.Tenancy.Control;

/// <summary>The state of a run in one process, which goes with it.</summary>
internal sealed class MemoryControl(FleetRules rules) : FleetControl
{
    private readonly Lock _lock = new();
    private readonly OrderedDictionary<string, Entry> _entries = new(StringComparer.Ordinal);
    private readonly SortedDictionary<int, Stage> _stages = [];
    private readonly Dictionary<string, int> _busy = new(StringComparer.Ordinal);
    private int _failures, _failedCanaries;
    private string? _stopped;

    /// <inheritdoc/>
    public override TimeSpan Pause { get; } = TimeSpan.FromMilliseconds(5);

    /// <inheritdoc/>
    public override Task<bool> JoinAsync(IReadOnlyList<StagedTenant> tenants, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            foreach (var tenant in tenants.Where(t => !_entries.ContainsKey(t.Id)))
            {
                if (!_stages.TryGetValue(tenant.Stage, out var stage)) _stages.Add(tenant.Stage, stage = new());
                var entry = new Entry(tenant, stage);
                _entries.Add(tenant.Id, entry);
                stage.Waiting.AddLast(entry);
                stage.Open++;
            }
        }

        return Task.FromResult(true);
    }

    /// <inheritdoc/>
    public override Task<FleetTurn> TakeAsync(CancellationToken cancellationToken)
    {
        lock (_lock) return Task.FromResult(Take());
    }

    /// <inheritdoc/>
    public override Task RenewAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task EndAsync(TenantResult result, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var entry = _entries[result.Tenant];
            var isFirst = entry.Result is null;
            entry.Result = result;
            if (!isFirst) return Task.CompletedTask;
            Free(result.Tenant);
            entry.Stage.Open--;
            if (result.State != TenantState.Failed) return Task.CompletedTask;
            _failures++;
            if (entry.Tenant.Stage < rules.CanaryStages) _failedCanaries++;
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task GiveBackAsync(string tenant, CancellationToken cancellationToken)
    {
        lock (_lock)
        {
            var entry = Free(tenant);
            entry.Stage.Waiting.AddLast(entry);
        }

        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task StopAsync(string reason, CancellationToken cancellationToken)
    {
        lock (_lock) _stopped ??= reason;
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyList<TenantStanding>> ReadAsync(CancellationToken cancellationToken)
    {
        lock (_lock)
            return Task.FromResult<IReadOnlyList<TenantStanding>>([.. _entries.Values.Select(e =>
                new TenantStanding(e.Tenant, e.Result ?? TenantResult.NotStarted(e.Tenant.Id), null, e.IsTaken))]);
    }

    private FleetTurn Take()
    {
        if ((_stopped ?? rules.Broken(_entries.Count, _failures, _failedCanaries)) is { } reason) return new FleetTurn.End(reason);
        if (_stages.Values.FirstOrDefault(s => s.Open > 0) is not { } stage) return new FleetTurn.End(null);
        var next = stage.Waiting.FirstOrDefault(e => rules.PerServer == 0
            || _busy.GetValueOrDefault(e.Tenant.Server) < rules.PerServer);
        if (next is null) return new FleetTurn.Wait();
        stage.Waiting.Remove(next);
        next.IsTaken = true;
        _busy[next.Tenant.Server] = _busy.GetValueOrDefault(next.Tenant.Server) + 1;
        return new FleetTurn.Take(next.Tenant.Id, ++next.Attempts);
    }

    private Entry Free(string tenant)
    {
        var entry = _entries[tenant];
        entry.IsTaken = false;
        _busy[entry.Tenant.Server]--;
        return entry;
    }

    private sealed class Stage
    {
        public LinkedList<Entry> Waiting { get; } = [];

        public int Open { get; set; }
    }

    private sealed class Entry(StagedTenant tenant, Stage stage)
    {
        public StagedTenant Tenant => tenant;

        public Stage Stage => stage;

        public bool IsTaken { get; set; }

        public int Attempts { get; set; }

        public TenantResult? Result { get; set; }
    }
}
