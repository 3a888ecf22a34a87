using SchemaSync.Cli;
using SchemaSync.Cli.Reports;

namespace SchemaSync.Recipes;

/// <summary>A format of one's own: nothing but numbers, each with its word.</summary>
public sealed class CountReport(Terminal terminal) : Report(terminal)
{
    /// <summary>What makes the format known.</summary>
    public static ReportFormat Format { get; } = new("count", "numbers", context => new CountReport(context.Terminal));

    /// <inheritdoc/>
    public override void Validation(string database, Validation validation) => Say("differences", validation.Diff.Changes.Count);

    /// <inheritdoc/>
    public override void Diff(Diff diff) => Say("differences", diff.Changes.Count);

    /// <inheritdoc/>
    public override void Plan(string database, Plan plan, PlanPolicy policy) => Say("steps", plan.Steps.Count);

    /// <inheritdoc/>
    public override void Execution(ExecutionReport report) => Say("applied", report.Plan.Changes.Count);

    /// <inheritdoc/>
    public override void Audit(string database, LedgerReading reading) => Say("runs", reading.Count);

    /// <inheritdoc/>
    public override void LedgerSetAside(string database, IReadOnlyList<string> tables) => Say("aside", tables.Count);

    /// <inheritdoc/>
    public override void Tenants(FleetReport report, bool isCompared) => Say("tenants", report.Tenants.Count);

    /// <inheritdoc/>
    public override void Runs(IReadOnlyList<FleetRunStatus> runs) => Say("runs", runs.Count);

    /// <inheritdoc/>
    public override void Written(string path, string what) => Say("written", 1);

    private void Say(string word, int number) => Terminal.Line(FormattableString.Invariant($"{word} {number}"));
}
