namespace SchemaSync.Engine.Tenancy;

/// <summary>How a run over many tenants goes.</summary>
public sealed record FleetOptions
{
    /// <summary>Tenants at work at a time.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Tenants that go first, one after the other; the rest begins when all of them went well.</summary>
    public int Canaries { get; init; } = 1;

    /// <summary>After so many failures no further tenant is begun; zero means never.</summary>
    public int StopAfter { get; init; } = 1;

    /// <summary>Is told after each tenant.</summary>
    public IProgress<FleetProgress>? Progress { get; init; }
}

/// <summary>How far a run over many tenants is.</summary>
/// <param name="Done">Tenants that ended.</param>
/// <param name="Total">Tenants there are.</param>
/// <param name="Last">The one that ended last.</param>
/// <param name="Elapsed">Since the run began.</param>
public sealed record FleetProgress(int Done, int Total, TenantResult Last, TimeSpan Elapsed);

/// <summary>How one tenant of a fleet ended.</summary>
public enum TenantState
{
    /// <summary>It was in the target state.</summary>
    Equal,
    /// <summary>It differs, and nothing was to be run.</summary>
    Differs,
    /// <summary>It was brought to the target state.</summary>
    Done,
    /// <summary>It failed; its diagnostics tell what stays.</summary>
    Failed,
    /// <summary>It was not begun, because others failed.</summary>
    NotStarted,
}

/// <summary>What happened to one tenant. Small: a fleet of ten thousand keeps one of these each, and one plan per distinct state.</summary>
/// <param name="Tenant">Its id.</param>
/// <param name="State">How it ended.</param>
/// <param name="From">The state it was found in; null when it could not be read.</param>
/// <param name="Plan">The plan, shared by all tenants in one state; null without one.</param>
/// <param name="Diagnostics">Why it failed, or how it differs.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record TenantResult(string Tenant, TenantState State, Fingerprint? From,
    Plan? Plan, EquatableArray<Diagnostic> Diagnostics, TimeSpan Elapsed);

/// <summary>What happened to all tenants, in the order they were given.</summary>
public sealed record FleetReport(IReadOnlyList<TenantResult> Tenants)
{
    /// <summary>How many ended in a state.</summary>
    public int Count(TenantState state) => Tenants.Count(t => t.State == state);

    /// <summary>Tenants by the state they were found in: how many shapes there are.</summary>
    public ILookup<Fingerprint, TenantResult> Shapes => Tenants.Where(t => t.From is not null).ToLookup(t => t.From!.Value);
}
