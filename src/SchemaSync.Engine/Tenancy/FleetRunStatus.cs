namespace SchemaSync.Engine.Tenancy;

/// <summary>Where a run is.</summary>
/// <param name="Run">Its name.</param>
/// <param name="Target">The fingerprint of what it brings tenants to.</param>
/// <param name="State"><c>open</c>, <c>paused</c>, <c>stopped</c> or <c>ended</c>.</param>
/// <param name="Reason">Why it stopped; empty otherwise.</param>
/// <param name="Elapsed">Since it began, by the clock of the control database.</param>
/// <param name="Waves">How its tenants are, one for each stage, in their order.</param>
/// <param name="Failed">Those that failed, with why.</param>
public sealed record FleetRunStatus(string Run, string Target, string State, string Reason, TimeSpan Elapsed,
    EquatableArray<FleetWaveStatus> Waves, EquatableArray<TenantResult> Failed)
{
    /// <summary>The states in which tenants were found that have ended, the most frequent first.</summary>
    public EquatableArray<FleetShapeStatus> Shapes { get; init; }

    /// <summary>How many tenants there are.</summary>
    public int Tenants => Waves.Sum(w => w.Tenants);

    /// <summary>How many of them have ended, well or not.</summary>
    public int Ended => Waves.Sum(w => w.Ended);

    /// <summary>When the rest should have ended, if it takes as long as what has; null where nothing has yet, and where nothing is
    /// under way.</summary>
    public TimeSpan? Left => State != ControlFormat.Open || Ended == 0 ? null : Elapsed * (Tenants - Ended) / Ended;
}

/// <summary>How the tenants of one stage of a run are: of a canary, or a wave.</summary>
/// <param name="Stage">Which, from 0.</param>
/// <param name="Tenants">How many there are.</param>
/// <param name="Ended">How many have ended.</param>
/// <param name="AtWork">How many somebody is at work on.</param>
public sealed record FleetWaveStatus(int Stage, int Tenants, int Ended, int AtWork)
{
    /// <summary>How many of those that have ended failed.</summary>
    public int Failed { get; init; }

    /// <summary>How long those that have ended took, one by one, all together.</summary>
    public TimeSpan Worked { get; init; }
}

/// <summary>How many tenants were found in one state.</summary>
/// <param name="From">Its fingerprint.</param>
/// <param name="Tenants">How many.</param>
public sealed record FleetShapeStatus(Fingerprint From, int Tenants);
