namespace SchemaSync.Cli;

/// <summary>
/// Prints each plan before it is run, once for all tenants that share it: what <c>--yes</c> answered has to
/// stand in the log. A report of one document holds the plan in what it says at the end.
/// </summary>
internal sealed class PlanLog(Invocation run) : IProgress<PlannedRun>
{
    private readonly HashSet<(Fingerprint, Fingerprint)> _printed = [];
    private readonly Lock _writing = new();

    public void Report(PlannedRun value)
    {
        if (run.Report.IsOneDocument) return;
        lock (_writing)
        {
            if (_printed.Add((value.Plan.From.Fingerprint, value.Plan.To.Fingerprint)))
                run.Report.Plan(value.Tenant, value.Plan, run.Execution.Policy);
        }
    }
}
