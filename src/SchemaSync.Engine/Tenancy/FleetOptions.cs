namespace SchemaSync.Engine.Tenancy;

/// <summary>How a run over many tenants goes.</summary>
public sealed record FleetOptions
{
    /// <summary>Tenants that this process has at work at a time.</summary>
    public int Parallelism { get; init; } = Environment.ProcessorCount;

    /// <summary>Tenants at work at a time on one server, of all workers together; zero for any number.</summary>
    public int PerServer { get; init; }

    /// <summary>Tenants that go first, one after the other; the rest begins when all of them went well.</summary>
    public int Canaries { get; init; } = 1;

    /// <summary>The ids of those that do, in their order; further ones are the first of the directory.</summary>
    public EquatableArray<string> First { get; init; }

    /// <summary>Groups in the order in which they go, each when the one before is over; groups that are not named follow in the order of
    /// their first tenants, and tenants without a group come last.</summary>
    public EquatableArray<string> Waves { get; init; }

    /// <summary>After so many failures no further tenant is begun; zero means never.</summary>
    public int StopAfter { get; init; } = 1;

    /// <summary>When more than this share of all tenants failed (0.05 is one in twenty) no further one is begun; zero means
    /// never.</summary>
    public double StopShare { get; init; }

    /// <summary>When a tenant took longer than this no further one is begun; null means never.</summary>
    public TimeSpan? StopSlower { get; init; }

    /// <summary>When the run of a tenant waited longer than this for locks of others no further one is begun; null means never.</summary>
    public TimeSpan? StopLockWaits { get; init; }

    /// <summary>Whether a tenant's database is made where it is not there; files and schemas always are.</summary>
    public bool Creates { get; init; }

    /// <summary>What new tenants begin with; null for no rows.</summary>
    public TenantSeed? Seed { get; init; }

    /// <summary>Where the run's state is kept, so that several workers share it and any of them may die; null keeps it in this
    /// process.</summary>
    public FleetControlPlace? Control { get; init; }

    /// <summary>Is told after each tenant.</summary>
    public IProgress<FleetProgress>? Progress { get; init; }
}

/// <summary>A control database.</summary>
/// <param name="Place">Where it is; its own schema, or database, holds two tables.</param>
/// <param name="Run">The name of the run, which all of its workers give; null for one that the target's fingerprint names.</param>
public sealed record FleetControlPlace(TenantContext Place, string? Run = null)
{
    /// <summary>How long a worker that says nothing keeps the tenants it took.</summary>
    public TimeSpan Lease { get; init; } = TimeSpan.FromSeconds(60);

    /// <summary>Whether a run of this name that has ended is begun anew; otherwise it is told how it ended, and nothing is done.</summary>
    public bool Again { get; init; }
}

/// <summary>How far a run over many tenants is.</summary>
/// <param name="Done">Tenants that ended in this process.</param>
/// <param name="Total">Tenants there are.</param>
/// <param name="Last">The one that ended last.</param>
/// <param name="Elapsed">Since the run began.</param>
public sealed record FleetProgress(int Done, int Total, TenantResult Last, TimeSpan Elapsed);
