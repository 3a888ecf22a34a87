namespace SchemaSync.Model.Diagnostics;

/// <summary>05xx: a plan was refused or failed.</summary>
public static class ExecutionDiagnostics
{
    /// <summary>Another run holds the lock.</summary>
    public static readonly DiagnosticEntry Locked = new("SSY0501", Severity.Error, "Another run is at work",
        "{0} is locked by another run or writer for more than {1}; wait for it to end and run again");

    /// <summary>The database is not in the plan's start state.</summary>
    public static readonly DiagnosticEntry StalePlan = new("SSY0502", Severity.Error, "Plan is stale",
        "{0} has the fingerprint {1}, but the plan starts from {2}; plan again");

    /// <summary>Rows are in the way.</summary>
    public static readonly DiagnosticEntry DataInTheWay = new("SSY0503", Severity.Error, "Rows are in the way",
        "cannot start {0}: {1}, for example {2}; correct that and run again");

    /// <summary>A check inside the run failed.</summary>
    public static readonly DiagnosticEntry AssertionFailed = new("SSY0504", Severity.Error, "A check during the run failed",
        "the check of {0} during the run failed: {1}, for example {2}; correct that and run again");

    /// <summary>A statement failed.</summary>
    public static readonly DiagnosticEntry StatementFailed = new("SSY0505", Severity.Error, "A statement failed",
        "{0} failed on {1}: {2}");

    /// <summary>Hazards are not allowed.</summary>
    public static readonly DiagnosticEntry Refused = new("SSY0506", Severity.Error, "Plan is refused",
        "{0}; allow it with {1} when this is meant");

    /// <summary>The end state is not the plan's.</summary>
    public static readonly DiagnosticEntry EndDiffers = new("SSY0507", Severity.Error, "Result differs from the plan",
        "after the plan for {0} the schema still differs: {1}; please report this");

    /// <summary>The proof failed.</summary>
    public static readonly DiagnosticEntry ProofFailed = new("SSY0508", Severity.Error, "Plan could not be proved",
        "replaying the plan for {0} on a scratch copy did not give the target: {1}; nothing was run, please report this");

    /// <summary>There is nothing to take back.</summary>
    public static readonly DiagnosticEntry NothingToRevert = new("SSY0509", Severity.Error, "Nothing to revert",
        "the ledger of {0} holds no run that ended in the present state; nothing was changed");

    /// <summary>The database is read-only.</summary>
    public static readonly DiagnosticEntry ReadOnly = new("SSY0510", Severity.Error, "Database is read-only",
        "{0} cannot be written: {1}; {2}");

    /// <summary>A plan file cannot be read or written.</summary>
    public static readonly DiagnosticEntry BadPlanFile = new("SSY0511", Severity.Error, "Plan file cannot be used",
        "{0} is no plan that can be used: {1}; {2}");

    /// <summary>A large table cannot be handed to the command.</summary>
    public static readonly DiagnosticEntry OnlineChangeRefused = new("SSY0512", Severity.Error, "Online change is not possible",
        "{0} cannot be handed to the online change command: {1}; nothing was changed");

    /// <summary>The command for large tables failed.</summary>
    public static readonly DiagnosticEntry OnlineChangeFailed = new("SSY0513", Severity.Error, "Online change failed",
        "{0} failed on {1}: the online change command {2}; look for what it left behind, and run again");

    /// <summary>The ledger cannot be read.</summary>
    public static readonly DiagnosticEntry UnreadableLedger = new("SSY0518", Severity.Error, "Ledger cannot be read",
        "the ledger of {0} cannot be read: {1}; {2}");

    /// <summary>A plan file holds something else than the plan between its two states.</summary>
    public static readonly DiagnosticEntry ForeignPlan = new("SSY0519", Severity.Error, "Saved plan is not the one between its states",
        "the saved plan for {0} {1}: {2}; nothing was run, plan again with 'schemasync plan'");

    /// <summary>The ledger was not read, and the answer is given without it.</summary>
    public static readonly DiagnosticEntry LedgerNotRead = new("SSY0520", Severity.Warning, "Answer is given without the ledger",
        "the ledger of {0} cannot be read ({1}), so what earlier runs made and "
            + "nobody declares any more was taken for somebody else's and left alone; {2}");

    /// <summary>No scratch database tells whether two texts mean the same.</summary>
    public static readonly DiagnosticEntry TextsNotTried = new("SSY0526", Severity.Warning, "Texts are compared as they are",
        "texts of {0} differ from those of the target, and may yet be the same "
            + "when the server has read its own words; no scratch database tells: {1}");

    /// <summary>Something of others uses what a plan drops or changes.</summary>
    public static readonly DiagnosticEntry OthersInTheWay = new("SSY0527", Severity.Error, "Something of others is in the way",
        "cannot {0}: {1}, which is not ours, uses {2}; drop or change that first, declare it, or leave this as it is");

    /// <summary>The shell cannot be given a statement.</summary>
    public static readonly DiagnosticEntry NoScript = new("SSY0516", Severity.Error, "Plan cannot be a script",
        "{0} cannot be written as a script: {1}; run 'schemasync sync' instead");

    /// <summary>The server lacks something for the moment.</summary>
    public static readonly DiagnosticEntry ServerLacks = new("SSY0515", Severity.Error, "Server cannot go on",
        "{0} cannot go on: {1}; that is no fault of the declaration, so remedy it at the server and run again");

    /// <summary>A transaction would fill the table of locks that all databases of the server share.</summary>
    public static readonly DiagnosticEntry TooManyLocks = new("SSY0514", Severity.Error, "A transaction takes too many locks",
        "{0} has no room for the transaction: {1}; raise max_locks_per_transaction and restart the server, or publish in several steps");

    /// <summary>The declared SQL gives some row nothing.</summary>
    public static readonly DiagnosticEntry NoValue = new("SSY0521", Severity.Error, "A row gets no value",
        "{0} gives no value for rows of {1}, for example {2}; correct them, or the expression, and run again");

    /// <summary>A server does not take declared SQL.</summary>
    public static readonly DiagnosticEntry SqlRefused = new("SSY0522", Severity.Error, "SQL for rows is refused",
        "the server refuses {0}: {1}; correct that and run again");

    /// <summary>A server does not take declared SQL that runs along.</summary>
    public static readonly DiagnosticEntry HookRefused = new("SSY0523", Severity.Error, "SQL that runs along is refused",
        "the server refuses {0}: {1}; each attribute holds one statement, on scratch there are no rows, and objects are as they are at "
            + "that place of the plan: correct the SQL, or say Unproved = true where it cannot work without rows");

    /// <summary>Declared SQL changes what only declarations may.</summary>
    public static readonly DiagnosticEntry HookChangesSchema = new("SSY0524", Severity.Error, "SQL that runs along changes the schema",
        "{0} changes the schema: with it the plan does not end in its target ({1}), and without it it does; declare what it makes instead");

    /// <summary>Every entry of this file.</summary>
    public static IReadOnlyList<DiagnosticEntry> All { get; } = [TooManyLocks, Locked, StalePlan, DataInTheWay, AssertionFailed,
        StatementFailed, Refused, EndDiffers, ProofFailed, NothingToRevert, ReadOnly, BadPlanFile, OnlineChangeRefused, OnlineChangeFailed,
        NoScript, UnreadableLedger, ForeignPlan, LedgerNotRead, TextsNotTried, OthersInTheWay, ServerLacks, NoValue, SqlRefused,
        HookRefused, HookChangesSchema];
}
