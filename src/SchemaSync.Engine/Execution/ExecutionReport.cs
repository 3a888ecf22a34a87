namespace SchemaSync.Engine.Execution;

/// <summary>How an operation on one tenant ended; what fails is an exception.</summary>
public enum Outcome
{
    /// <summary>The database was in the target state: nothing was locked or written.</summary>
    NothingToDo,
    /// <summary>The database differs, and only a plan was asked for.</summary>
    Planned,
    /// <summary>The plan was run and its end checked.</summary>
    Done,
}

/// <summary>What was done to one tenant.</summary>
public sealed record ExecutionReport
{
    /// <summary>The tenant's id.</summary>
    public required string Tenant { get; init; }

    /// <summary>How it ended.</summary>
    public required Outcome Outcome { get; init; }

    /// <summary>The plan that was made or run.</summary>
    public required Plan Plan { get; init; }

    /// <summary>The run's id in the ledger; null when nothing was run.</summary>
    public string? RunId { get; init; }

    /// <summary>From the lock to the release.</summary>
    public TimeSpan Elapsed { get; init; }

    /// <summary>Objects that were left alone, because nobody declared them and no run of ours created them.</summary>
    public EquatableArray<ObjectId> Unmanaged { get; init; }
}
