namespace SchemaSync.Engine.Storage.Formats.Ledgers;

/// <summary>One run as the ledger in the database keeps it.</summary>
public sealed record LedgerEntry
{
    /// <summary>The action of a run towards a declaration.</summary>
    public const string Sync = "sync";

    /// <summary>The action of a run towards a declaration that ends with the rows a new tenant begins with.</summary>
    public const string Create = "create";

    /// <summary>The action of a run of a plan that was made before.</summary>
    public const string Apply = "apply";

    /// <summary>The action of a script that somebody ran in the provider's own shell.</summary>
    public const string Script = "script";

    /// <summary>The action of a run that takes another one back.</summary>
    public const string Revert = "revert";

    /// <summary>The outcome of a run that was kept.</summary>
    public const string Succeeded = "succeeded";

    /// <summary>The outcome of a run that failed; what it had committed by then stays, all else was rolled back.</summary>
    public const string Failed = "failed";

    /// <summary>The outcome of a run of several transactions that has not ended; one
    /// whose process died stays so until the next run.</summary>
    public const string Running = "running";

    /// <summary>The outcome of a run whose process died between two transactions.</summary>
    public const string Interrupted = "interrupted";

    /// <summary>The run; sorts by time.</summary>
    public required string RunId { get; init; }

    /// <summary>When the first step began, in UTC.</summary>
    public required DateTimeOffset StartedAt { get; init; }

    /// <summary>When it ended, in UTC.</summary>
    public required DateTimeOffset FinishedAt { get; init; }

    /// <summary>The account that ran it.</summary>
    public required string Who { get; init; }

    /// <summary>The machine that ran it.</summary>
    public required string Host { get; init; }

    /// <summary>The version of SchemaSync.</summary>
    public required string ToolVersion { get; init; }

    /// <summary><see cref="Sync"/>, <see cref="Apply"/>, <see cref="Script"/> or <see cref="Revert"/>.</summary>
    public required string Action { get; init; }

    /// <summary>Hash of the plan; equal for two tenants that ran one plan.</summary>
    public required string PlanHash { get; init; }

    /// <summary>The state before.</summary>
    public required Fingerprint From { get; init; }

    /// <summary>The state after; for a failed run, the state it was meant to reach.</summary>
    public required Fingerprint To { get; init; }

    /// <summary><see cref="Succeeded"/>, <see cref="Failed"/>, <see cref="Running"/> or <see cref="Interrupted"/>.</summary>
    public required string Outcome { get; init; }

    /// <summary>The statements in their order.</summary>
    public EquatableArray<LedgerStep> Steps { get; init; }
}

/// <summary>One statement of a run.</summary>
/// <param name="Ordinal">Its place, from 1.</param>
/// <param name="Sql">The statement.</param>
/// <param name="Serves">The change it served.</param>
/// <param name="State"><c>started</c>, <c>done</c>, <c>failed</c> or <c>skipped</c>.</param>
/// <param name="Duration">How long it took.</param>
public sealed record LedgerStep(int Ordinal, string Sql, string Serves, string State, TimeSpan Duration);
