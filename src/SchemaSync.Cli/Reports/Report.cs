using System.Globalization;

namespace SchemaSync.Cli.Reports;

/// <summary>Prints results; one class per format, made known by a <see cref="ReportFormat"/>.</summary>
public abstract class Report(Terminal terminal)
{
    private const int MostNames = 10;

    /// <summary>Where the text goes.</summary>
    protected Terminal Terminal => terminal;

    /// <summary>Whether everything it prints is one document: then a plan is in what it
    /// says at the end, and a summary goes to stderr.</summary>
    public virtual bool IsOneDocument => false;

    /// <summary>Whether it shows the plan of each group of tenants, and not their states alone.</summary>
    public virtual bool ShowsPlansOfTenants => false;

    /// <summary>The command that messages name as the way to finish a run that did not reach its end.</summary>
    public virtual string FinishCommand => "schemasync sync";

    /// <summary>Schemas of the databases at hand that nobody looked at; set before a result is printed, and printed with it.</summary>
    public EquatableArray<string> NotLookedAt { get; set; }

    /// <summary>How a database differs from its target.</summary>
    public abstract void Validation(string database, Validation validation);

    /// <summary>A diff of two sources.</summary>
    public abstract void Diff(Diff diff);

    /// <summary>A plan, before it is run or instead.</summary>
    public abstract void Plan(string database, Plan plan, PlanPolicy policy);

    /// <summary>What was run.</summary>
    public abstract void Execution(ExecutionReport report);

    /// <summary>The ledger, as far as it can be read, and what cannot.</summary>
    public abstract void Audit(string database, LedgerReading reading);

    /// <summary>A ledger was put aside, under these names; none where nothing was wrong with it.</summary>
    public abstract void LedgerSetAside(string database, IReadOnlyList<string> tables);

    /// <summary>A tenant was dropped.</summary>
    public virtual void TenantDropped(string tenant, string place)
    {
        if (!IsOneDocument) terminal.Line($"{tenant}: {place} is dropped.");
    }

    /// <summary>Many tenants.</summary>
    /// <param name="report">How each of them is, or went.</param>
    /// <param name="isCompared">Whether there was a target; without one the state is the fingerprint alone.</param>
    public abstract void Tenants(FleetReport report, bool isCompared);

    /// <summary>Groups of tenants that look alike, and those that could not be read.</summary>
    /// <param name="report">How each of them is.</param>
    /// <param name="isCompared">Whether there was a target.</param>
    public virtual void Shapes(FleetReport report, bool isCompared) => Tenants(report, isCompared);

    /// <summary>Where the runs of a control database are.</summary>
    public abstract void Runs(IReadOnlyList<FleetRunStatus> runs);

    /// <summary>A file was written.</summary>
    public abstract void Written(string path, string what);

    /// <summary>The run failed.</summary>
    public virtual void Failure(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) terminal.Error($"schemasync: error {OneLine(diagnostic.ToString())}");
    }

    /// <summary>What was not looked at, as a sentence; null where everything was.</summary>
    public string? Limits => NotLookedAt.IsEmpty ? null
        : $"{Count(NotLookedAt.Count, "schema")} of this database {(NotLookedAt.Count == 1 ? "was" : "were")} not looked at: "
            + $"{string.Join(", ", NotLookedAt.Take(MostNames))}{(NotLookedAt.Count > MostNames ? " and others" : "")}.";

    /// <summary>The state of a tenant in a word or two.</summary>
    protected static string StateWords(TenantState state) => state switch
    {
        TenantState.Done => "done",
        TenantState.Differs => "differs",
        TenantState.Failed => "failed",
        TenantState.NotStarted => "not started",
        TenantState.Gone => "gone",
        _ => "equal",
    };

    /// <summary>What is said of a run that had ended before.</summary>
    protected static string HadEnded => "The run had ended before, as told here, and nothing was done; --again begins it anew.";

    /// <summary>How long a tenant of a stage took, as the end of a clause; empty where none has ended.</summary>
    protected static string Each(FleetWaveStatus wave) => wave.Ended == 0 ? ""
        : string.Create(CultureInfo.InvariantCulture, $" ({wave.Worked.TotalSeconds / wave.Ended:0.0} s each)");

    /// <summary>A text without line ends.</summary>
    protected static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    /// <summary>A number with its word: <c>1 change</c>, <c>2 changes</c>.</summary>
    protected static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}
