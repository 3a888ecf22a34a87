namespace SchemaSync.Engine.Tenancy;

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
    /// <summary>It was not begun, because others failed or the run was paused.</summary>
    NotStarted,
    /// <summary>The directory does not list it any more, and it could not be reached.</summary>
    Gone,
}

/// <summary>What happened to one tenant. Small: a fleet of ten thousand keeps one of these each, and one plan per distinct state.</summary>
/// <param name="Tenant">Its id.</param>
/// <param name="State">How it ended.</param>
/// <param name="From">The state it was found in; null when it could not be read.</param>
/// <param name="Plan">The plan, shared by all tenants in one state; null without one, and where another process ran it.</param>
/// <param name="Diagnostics">Why it failed, or how it differs.</param>
/// <param name="Elapsed">How long it took.</param>
public sealed record TenantResult(string Tenant, TenantState State, Fingerprint? From,
    Plan? Plan, EquatableArray<Diagnostic> Diagnostics, TimeSpan Elapsed)
{
    /// <summary>One that nobody has begun.</summary>
    internal static TenantResult NotStarted(string tenant) => new(tenant, TenantState.NotStarted, null, null, [], default);

    /// <summary>One that failed.</summary>
    internal static TenantResult Failed(string tenant, params IEnumerable<Diagnostic> diagnostics) =>
        new(tenant, TenantState.Failed, null, null, diagnostics.ToEquatableArray(), default);
}

/// <summary>What happened to all tenants, in their order.</summary>
/// <param name="Tenants">One for each.</param>
public sealed record FleetReport(IReadOnlyList<TenantResult> Tenants)
{
    /// <summary>Whether the run had ended before, and is told as it ended: nothing was done.</summary>
    public bool HadEnded { get; init; }

    /// <summary>Why tenants were not begun; null where all were.</summary>
    public string? Stopped { get; init; }

    /// <summary>How many ended in a state.</summary>
    public int Count(TenantState state) => Tenants.Count(t => t.State == state);

    /// <summary>Groups of tenants that look alike, the largest first.</summary>
    /// <param name="isCompared">Whether there was a target: all that are equal to it are one group.</param>
    public IReadOnlyList<TenantShape> ShapesOf(bool isCompared) => [.. Tenants.Where(t => t.From is not null)
        .GroupBy(t => isCompared && t.State == TenantState.Equal ? default : t.From)
        .Select(g => new TenantShape(g.First().From!.Value, g.Count(), g.First()))
        .OrderByDescending(s => s.Tenants)];

    /// <summary>Tenants by the state they were found in: how many shapes there are.</summary>
    public ILookup<Fingerprint, TenantResult> Shapes => Tenants.Where(t => t.From is not null).ToLookup(t => t.From!.Value);
}

/// <summary>Tenants that look alike.</summary>
/// <param name="From">The state they are in.</param>
/// <param name="Tenants">How many there are.</param>
/// <param name="First">The first of them.</param>
public sealed record TenantShape(Fingerprint From, int Tenants, TenantResult First);
