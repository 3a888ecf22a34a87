namespace SchemaSync.Engine.Tenancy.Control;

/// <summary>
/// What stands of a run over many tenants: who waits, who is at work, how each ended. A worker takes one tenant after the other; one that
/// dies loses what it took when its lease ends, and another takes that.
/// </summary>
internal abstract class FleetControl
{
    /// <summary>How long a worker waits before it asks again whether a tenant is free.</summary>
    public abstract TimeSpan Pause { get; }

    /// <summary>Joins the run, which is begun where it is not known. Tenants that are in it stay as they are.</summary>
    /// <returns>False where it has ended, and is not to be begun again.</returns>
    public abstract Task<bool> JoinAsync(IReadOnlyList<StagedTenant> tenants, CancellationToken cancellationToken);

    /// <summary>The next tenant for this worker: of the first stage that is not over.</summary>
    public abstract Task<FleetTurn> TakeAsync(CancellationToken cancellationToken);

    /// <summary>Keeps what this worker took.</summary>
    public abstract Task RenewAsync(CancellationToken cancellationToken);

    /// <summary>Says how a tenant ended; nothing where another worker has taken it since.</summary>
    public abstract Task EndAsync(TenantResult result, CancellationToken cancellationToken);

    /// <summary>Gives a tenant back, which is then taken again.</summary>
    public abstract Task GiveBackAsync(string tenant, CancellationToken cancellationToken);

    /// <summary>Has no further tenant taken by anybody.</summary>
    public abstract Task StopAsync(string reason, CancellationToken cancellationToken);

    /// <summary>How every tenant stands, in their order.</summary>
    public abstract Task<IReadOnlyList<TenantStanding>> ReadAsync(CancellationToken cancellationToken);
}

/// <summary>A tenant with its place in a run.</summary>
/// <param name="Id">Which.</param>
/// <param name="Stage">Nobody of a later stage is taken before all of an earlier one have ended.</param>
/// <param name="Server">Where it is, for limits.</param>
internal sealed record StagedTenant(string Id, int Stage, string Server);

/// <summary>When a run stops, and how much goes on at a time.</summary>
/// <param name="CanaryStages">Stages of which none may fail.</param>
/// <param name="StopAfter">Failures; zero for any number.</param>
/// <param name="StopShare">Failures as a share of all tenants; zero for any.</param>
/// <param name="PerServer">Tenants at work on one server; zero for any number.</param>
/// <param name="Lease">How long a worker that says nothing keeps what it took.</param>
internal sealed record FleetRules(int CanaryStages, int StopAfter, double StopShare, int PerServer, TimeSpan Lease)
{
    /// <summary>Whether a run that has ended is begun anew by whoever joins it.</summary>
    public bool Again { get; init; }

    /// <summary>Whether no further tenant may be begun.</summary>
    public string? Broken(int tenants, int failures, int failedCanaries) =>
        failedCanaries > 0 ? "a canary failed"
        : StopAfter > 0 && failures >= StopAfter ? $"{failures} failed"
        : StopShare > 0 && failures > StopShare * tenants ? $"{failures} of {tenants} failed"
        : null;
}

/// <summary>What a worker does next.</summary>
internal abstract record FleetTurn
{
    /// <summary>This tenant.</summary>
    public sealed record Take(string Tenant, int Attempt) : FleetTurn;

    /// <summary>Nothing yet: others are at work on which the rest waits.</summary>
    public sealed record Wait : FleetTurn;

    /// <summary>Nothing any more.</summary>
    /// <param name="Reason">Why the rest is not begun; null where there is no rest.</param>
    public sealed record End(string? Reason) : FleetTurn
    {
        /// <summary>How all tenants stood then, where another worker may begin the run anew at any moment.</summary>
        public IReadOnlyList<TenantStanding>? Standings { get; init; }
    }
}

/// <summary>How a tenant stands in a run.</summary>
/// <param name="Tenant">Its place.</param>
/// <param name="Result">How it ended; not started where nobody took it, or somebody is at work on it.</param>
/// <param name="Worker">Who is at work on it, or was last.</param>
/// <param name="IsTaken">Whether somebody is.</param>
internal sealed record TenantStanding(StagedTenant Tenant, TenantResult Result, string? Worker, bool IsTaken);
