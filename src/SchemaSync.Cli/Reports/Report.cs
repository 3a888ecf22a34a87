namespace SchemaSync.Cli.Reports;

/// <summary>Prints results; one class per format.</summary>
internal abstract class Report(Terminal terminal)
{
    protected Terminal Terminal => terminal;

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

    /// <summary>Many tenants.</summary>
    /// <param name="report">How each of them is, or went.</param>
    /// <param name="isCompared">Whether there was a target; without one the state is the fingerprint alone.</param>
    public abstract void Tenants(FleetReport report, bool isCompared);

    /// <summary>A file was written.</summary>
    public abstract void Written(string path, string what);

    /// <summary>The run failed.</summary>
    public virtual void Failure(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) terminal.Error($"schemasync: error {OneLine(diagnostic.ToString())}");
    }

    protected static string StateWords(TenantState state) => state switch
    {
        TenantState.Done => "done",
        TenantState.Differs => "differs",
        TenantState.Failed => "failed",
        TenantState.NotStarted => "not started",
        _ => "equal",
    };

    protected static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    protected static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}
