namespace SchemaSync.Engine.Execution;

/// <summary>How a plan is run.</summary>
public sealed record ExecutionOptions
{
    /// <summary>Which hazards are accepted; by default none.</summary>
    public PlanPolicy Policy { get; init; } = PlanPolicy.Strict;

    /// <summary>How long to wait for another run to end (SSY0501).</summary>
    public TimeSpan LockTimeout { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>How many runs of a ledger are <see cref="KeepRuns"/> when nobody says it.</summary>
    public const int DefaultKeepRuns = 20;

    /// <summary>How many runs the ledger keeps at least; older ones go, but for what is needed to know what is ours, what is unfinished
    /// and what the next revert takes back.</summary>
    public int KeepRuns { get; init; } = DefaultKeepRuns;

    /// <summary>Is told before and after each step.</summary>
    public IProgress<ExecutionProgress>? Progress { get; init; }

    /// <summary>Is told at the end of each run, however it ended, how long it has waited for locks of others.</summary>
    public IProgress<TimeSpan>? Waited { get; init; }

    /// <summary>Is told each proved plan before anything of it is run or refused.</summary>
    public IProgress<PlannedRun>? Planned { get; init; }

    /// <summary>As in <see cref="PlanOptions.IncludeUnmanaged"/>; has to be what the plan was made with.</summary>
    public bool IncludeUnmanaged { get; init; }

    /// <summary>As in <see cref="PlanOptions.Transactional"/>.</summary>
    public bool Transactional { get; init; }

    /// <summary>The command that messages name as the way to finish a run that did not reach its end.</summary>
    public string FinishCommand { get; init; } = "schemasync sync";

    /// <summary>The program that changes large tables in the server's place; null when the server changes all of them.</summary>
    public OnlineChange? OnlineChange { get; init; }
}

/// <summary>How far a run is.</summary>
/// <param name="Tenant">Its id.</param>
/// <param name="Done">Steps that ended.</param>
/// <param name="Total">Steps there are.</param>
/// <param name="Serves">The change the step at hand serves; empty when all are done.</param>
/// <param name="Elapsed">Since the first step.</param>
public sealed record ExecutionProgress(string Tenant, int Done, int Total, string Serves, TimeSpan Elapsed);

/// <summary>A plan that is about to be run.</summary>
/// <param name="Tenant">The id of the tenant.</param>
/// <param name="Plan">The plan, proved.</param>
public sealed record PlannedRun(string Tenant, Plan Plan);
