namespace SchemaSync.Cli.Reports;

/// <summary>One tenant of many, and how it went.</summary>
/// <param name="Tenant">Its name.</param>
/// <param name="State"><c>equal</c>, <c>differs</c>, <c>done</c>, <c>failed</c>, <c>refused</c> or <c>not started</c>.</param>
/// <param name="Changes">How many changes there are, or were applied.</param>
/// <param name="Diagnostics">Why it failed, or what differs.</param>
internal sealed record TenantResult(string Tenant, string State, int Changes, EquatableArray<Diagnostic> Diagnostics);

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

    /// <summary>The ledger.</summary>
    public abstract void Audit(string database, IReadOnlyList<LedgerEntry> entries);

    /// <summary>Many tenants.</summary>
    public abstract void Tenants(IReadOnlyList<TenantResult> results);

    /// <summary>A file was written.</summary>
    public abstract void Written(string path, string what);

    /// <summary>The run failed.</summary>
    public virtual void Failure(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) terminal.Error($"schemasync: error {OneLine(diagnostic.ToString())}");
    }

    protected static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    protected static string Count(int number, string word) => number == 1 ? $"1 {word}" : $"{number} {word}s";
}
