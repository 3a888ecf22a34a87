namespace SchemaSync.Cli.Reports;

/// <summary>Canonical lines that MSBuild turns into errors at their place; nothing when all is well.</summary>
internal sealed class MsBuildReport(Terminal terminal, string projectDirectory) : Report(terminal)
{
    public override string FinishCommand => "dotnet publish";

    public override void Validation(string database, Validation validation)
    {
        // A note that is right at every build must not read like a warning, which breaks builds that admit none.
        foreach (var diagnostic in validation.Diagnostics)
        {
            if (diagnostic.Entry == InspectionDiagnostics.NamesAnotherPlace) Say(OneLine(diagnostic.Message));
            else Terminal.Line(Canonical(diagnostic));
        }


        if (Limits is { } limits) Say(limits);
    }

    public override void Diff(Diff diff)
    {
        foreach (var change in diff.Changes) Say(change.ToString());
    }

    public override void Plan(string database, Plan plan, PlanPolicy policy)
    {
        foreach (var change in plan.Changes) Say(change.ToString());
        foreach (var note in plan.Hazards.Where(h => h.Diagnostic.Entry.Severity == Severity.Warning))
            Terminal.Line(Canonical(note.Diagnostic));
    }

    public override void Execution(ExecutionReport report)
    {
        if (report.Outcome == Outcome.Done) Say($"applied {Count(report.Plan.Changes.Count, "change")} to {report.Tenant}");
    }

    public override void Audit(string database, LedgerReading reading)
    {
        foreach (var entry in reading) Say($"{entry.StartedAt:u} {entry.Action} {entry.Outcome}");
        Failure(reading.Findings);
    }

    public override void LedgerSetAside(string database, IReadOnlyList<string> tables)
    {
        if (tables.Count > 0) Say($"the ledger of {database} is now in {string.Join(", ", tables)}");
    }

    public override void Tenants(FleetReport report, bool isCompared)
    {
        foreach (var diagnostic in report.Tenants.SelectMany(t => t.Diagnostics).Distinct()) Terminal.Line(Canonical(diagnostic));
        if (report.HadEnded) Say(HadEnded);
        else if (report.Tenants.Where(t => t.State == TenantState.Done).ToList() is { Count: > 0 } done)
            Say($"applied {Count(done.Sum(t => t.Plan?.Changes.Count ?? 0), "change")} to {Count(done.Count, "tenant")}");
    }

    public override void Runs(IReadOnlyList<FleetRunStatus> runs)
    {
    }

    public override void Written(string path, string what)
    {
    }

    public override void Failure(IReadOnlyList<Diagnostic> diagnostics)
    {
        foreach (var diagnostic in diagnostics) Terminal.Error(Canonical(diagnostic));
    }

    private void Say(string text) => Terminal.Line("SchemaSync: " + Printable.NoDiagnostic(text));

    private string Canonical(Diagnostic diagnostic)
    {
        // A file of a package is nowhere on this machine: its place is told in words.
        var place = diagnostic.Location is { Assembly: null } location ? Absolute(location) : "schemasync ";
        var elsewhere = diagnostic.Location is { Assembly: { } assembly } other
            ? FormattableString.Invariant($" (declared in {assembly}, {other.File} line {other.Line})")
            : "";
        var severity = diagnostic.Entry.Severity is Severity.Warning or Severity.Note ? "warning" : "error";
        return $"{place}: {severity} {diagnostic.Entry.Code}: {OneLine(diagnostic.Message)}{elsewhere}";
    }

    private string Absolute(SourceLocation location)
    {
        var file = location.File.Replace('\\', Path.DirectorySeparatorChar).Replace('/', Path.DirectorySeparatorChar);
        return (location with { File = Path.GetFullPath(file, Path.GetFullPath(projectDirectory)) }).ToString();
    }
}
