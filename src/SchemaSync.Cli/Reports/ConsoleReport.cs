using System.Globalization;
using Spectre.Console;

namespace SchemaSync.Cli.Reports;

/// <summary>Text for people: a tree of changes, each with its hazards, lock and SQL.</summary>
internal sealed class ConsoleReport(Terminal terminal) : Report(terminal)
{
    private static readonly Style Added = new(Color.Green);
    private static readonly Style Dropped = new(Color.Red);
    private static readonly Style Altered = new(Color.Yellow);
    private static readonly Style Quiet = new(Color.Grey);

    public override bool ShowsPlansOfTenants => true;

    public override void Validation(string database, Validation validation)
    {
        if (validation.IsEqual) Terminal.Line($"{database} is equal to the target.");
        else
        {
            var tree = new Outline($"{database} differs from the target: {Count(validation.Diff.Changes.Count, "change")}");
            foreach (var change in validation.Diff.Changes) AddFacets(tree.Add(change.ToString(), Colour(change)), change);
            Terminal.Draw(tree);
        }

        foreach (var diagnostic in validation.Diagnostics) Terminal.Line(Sentence(diagnostic));
        Unmanaged(validation.Unmanaged);
        SayLimits();
    }

    public override void Diff(Diff diff)
    {
        if (diff.IsEmpty)
        {
            Terminal.Line("Both sides are equal.");
            SayLimits();
            return;
        }

        var tree = new Outline(Count(diff.Changes.Count, "change"));
        foreach (var change in diff.Changes) AddFacets(tree.Add(change.ToString(), Colour(change)), change);
        Terminal.Draw(tree);
        foreach (var finding in diff.Findings) Terminal.Line(Sentence(finding));
        SayLimits();
    }

    public override void Plan(string database, Plan plan, PlanPolicy policy)
    {
        if (plan.IsEmpty)
        {
            Terminal.Line($"{database}: nothing to do.");
            foreach (var hazard in plan.Hazards) Terminal.Line(Verdict(hazard, policy));
            SayLimits();
            return;
        }

        var statements = plan.Steps.Count(s => !s.IsAssertion);
        var tree = new Outline(
            $"{database}: {Count(plan.Changes.Count, "change")}, {Count(statements, "statement")}, "
                + $"{(plan.ProvedByRun ? "proved by its run" : plan.Proved ? "proved on a scratch copy" : "not proved")}");
        foreach (var change in plan.Changes) AddFacets(tree.Add(change.ToString(), Colour(change)), change);
        foreach (var check in plan.DataChecks) tree.Add($"check rows of {check.Subject} first: a row would mean {check.Meaning}");
        foreach (var step in plan.Steps) AddStep(tree, step, policy);
        Terminal.Draw(tree);
        foreach (var hazard in plan.Hazards) Terminal.Line(Verdict(hazard, policy));
        var refused = plan.Refused(policy).Select(h => h.Code).Distinct().Order(StringComparer.Ordinal).ToList();
        if (refused.Count > 0) Terminal.Line($"Refused until allowed: --allow {string.Join(",", refused)}");
        SayLimits();
    }

    public override void Execution(ExecutionReport report)
    {
        Terminal.Line(report.Outcome switch
        {
            Outcome.Done =>
                $"{report.Tenant}: applied {Count(report.Plan.Changes.Count, "change")} in "
                    + $"{report.Elapsed.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s (run {report.RunId}).",
            Outcome.Planned => $"{report.Tenant}: {Count(report.Plan.Changes.Count, "change")} planned, nothing was written.",
            _ => $"{report.Tenant}: nothing to do.",
        });
        Unmanaged(report.Unmanaged);
    }

    public override void Audit(string database, LedgerReading reading)
    {
        var tree = new Outline($"{database}: {Count(reading.Count, "run")}");
        foreach (var entry in reading)
        {
            var node = tree.Add(
                $"{entry.StartedAt.UtcDateTime.ToString("u", CultureInfo.InvariantCulture)} {entry.Action} {entry.Outcome} by "
                    + $"{entry.Who} on {entry.Host}, schemasync {entry.ToolVersion}, "
                    + $"{entry.From.Short} to {entry.To.Short}, run {entry.RunId}",
                entry.Outcome == LedgerEntry.Succeeded ? Style.Plain : Dropped);
            foreach (var step in entry.Steps)
                node.AddLines(
                    $"{step.Ordinal}. {step.State} in "
                        + $"{step.Duration.TotalMilliseconds.ToString("0", CultureInfo.InvariantCulture)} ms: {step.Sql}");
        }

        Terminal.Draw(tree);
        if (reading.Findings.Count > 0) Failure(reading.Findings);
    }

    public override void LedgerSetAside(string database, IReadOnlyList<string> tables) =>
        Terminal.Line(tables.Count == 0
            ? $"{database}: the ledger can be read, nothing was put aside."
            : $"{database}: the ledger is now in {string.Join(", ", tables)}; the next run begins a new one. Nothing compares or drops "
                + "these tables: drop them yourself when nobody needs them any more.");

    public override void Tenants(FleetReport report, bool isCompared)
    {
        foreach (var tenant in report.Tenants)
        {
            var state = isCompared || tenant.State == TenantState.Failed ? StateWords(tenant.State) : $"schema {tenant.From?.Short}";
            Terminal.Line($"{tenant.Tenant}: {state}{(tenant.Plan is { } plan ? ", " + Count(plan.Changes.Count, "change") : "")}");
            foreach (var diagnostic in tenant.Diagnostics) Terminal.Line("  " + Sentence(diagnostic));
        }

        var states = report.Tenants.GroupBy(t => t.State).OrderBy(g => g.Key)
            .Select(g => $"{g.Count()} {(isCompared || g.Key != TenantState.Equal ? StateWords(g.Key) : "read")}");
        if (report.HadEnded) Terminal.Line(HadEnded);
        Terminal.Line($"{Count(report.Tenants.Count, "tenant")} in {Count(report.Shapes.Count, "state")}: {string.Join(", ", states)}");
    }

    public override void Shapes(FleetReport report, bool isCompared)
    {
        var shapes = report.ShapesOf(isCompared);
        foreach (var shape in shapes)
        {
            var state = !isCompared ? "" : shape.First.State == TenantState.Equal ? ", equal to the target" : ", which differ";
            Terminal.Line($"schema {shape.From.Short}: {Count(shape.Tenants, "tenant")}{state}; {shape.First.Tenant} is the first");
            foreach (var diagnostic in shape.First.Diagnostics) Terminal.Line("  " + Sentence(diagnostic));
        }

        foreach (var tenant in report.Tenants.Where(t => t.State == TenantState.Failed))
        {
            Terminal.Line($"{tenant.Tenant}: failed");
            foreach (var diagnostic in tenant.Diagnostics) Terminal.Line("  " + Sentence(diagnostic));
        }

        Terminal.Line($"{Count(report.Tenants.Count, "tenant")} in {Count(shapes.Count, "state")}");
    }

    public override void Runs(IReadOnlyList<FleetRunStatus> runs)
    {
        if (runs.Count == 0) Terminal.Line("There is no run.");
        foreach (var run in runs)
        {
            var left = run.Left is { } rest ? $", about {rest:hh\\:mm\\:ss} left" : "";
            Terminal.Line($"{run.Run}: {run.State}{(run.Reason.Length > 0 ? $" ({run.Reason})" : "")}, {run.Ended} of "
                + $"{Count(run.Tenants, "tenant")} ended, {run.Waves.Sum(w => w.AtWork)} at work{left}");
            foreach (var wave in run.Waves)
                Terminal.Line($"  stage {wave.Stage}: {wave.Ended} of {wave.Tenants} ended{Each(wave)}, {wave.AtWork} at work"
                    + (wave.Failed > 0 ? $", {wave.Failed} failed" : ""));
            foreach (var shape in run.Shapes) Terminal.Line($"  found as {shape.From.Short}: {Count(shape.Tenants, "tenant")}");
            foreach (var tenant in run.Failed)
            {
                Terminal.Line($"  {tenant.Tenant}: failed");
                foreach (var diagnostic in tenant.Diagnostics) Terminal.Line("    " + Sentence(diagnostic));
            }
        }
    }

    public override void Written(string path, string what)
    {
        Terminal.Line($"Wrote {what} to {path}.");
        SayLimits();
    }

    private static Style Colour(Change change) => change switch
    {
        Change.Add => Added,
        Change.Drop => Dropped,
        _ => Altered,
    };

    private static void AddFacets(Outline node, Change change)
    {
        if (change is not Change.Alter alter) return;
        foreach (var (name, before, after) in FacetList.Differences(alter.Before, alter.After))
            node.AddLines($"{name}: {before ?? "none"} → {after ?? "none"}", Quiet);
    }

    private static void AddStep(Outline tree, Step step, PlanPolicy policy)
    {
        var node = tree.Add(step.IsAssertion ? $"check during {step.Serves}" : $"to {step.Serves}: {LockWords(step)}");
        foreach (var hazard in step.Hazards) node.Add(Verdict(hazard, policy), policy.Allows(hazard.Code) ? Altered : Dropped);
        node.AddLines(step.Sql.Trim(), Quiet);
        if (step.Reverse.Kind == ReverseKind.Impossible) node.AddLines("cannot be undone: " + step.Reverse.Text, Altered);
    }

    private static string LockWords(Step step)
    {
        if (step.IsHook) return "what it locks, its SQL says";
        var waits = step.Lock switch
        {
            LockMode.BlocksReads => "readers and writers wait",
            LockMode.BlocksWrites => "writers wait",
            LockMode.BlocksDdl => "other schema changes wait",
            _ => "nobody waits",
        };
        return waits + step.Rows switch { RowAccess.Scan => ", every row is read", RowAccess.Rewrite => ", every row is written", _ => "" };
    }

    private static string Verdict(Hazard hazard, PlanPolicy policy) =>
        $"{Word(hazard, policy)} {OneLine(hazard.Diagnostic.ToString())}";

    private static string Word(Hazard hazard, PlanPolicy policy) => hazard.Diagnostic.Entry.Severity switch
    {
        Severity.Warning => "warning",
        Severity.Note => "note",
        _ => policy.Allows(hazard.Code) ? "allowed" : "hazard",
    };

    private static string Sentence(Diagnostic diagnostic) =>
        $"{(diagnostic.Location is { } place ? place + ": " : "")}{OneLine(diagnostic.ToString())}";

    private void SayLimits()
    {
        if (Limits is { } limits) Terminal.Line("Note: " + limits);
    }

    private void Unmanaged(EquatableArray<ObjectId> unmanaged)
    {
        if (!unmanaged.IsEmpty)
            Terminal.Line(
                $"Note: {Count(unmanaged.Count, "object")} that nobody declared and no run of ours created "
                    + $"{(unmanaged.Count == 1 ? "was" : "were")} left alone (--include-unmanaged shows them).");
    }
}
