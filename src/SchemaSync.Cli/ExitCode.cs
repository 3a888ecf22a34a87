namespace SchemaSync.Cli;

/// <summary>How a run ended, for scripts; docs/cli.md is their contract.</summary>
internal static class ExitCode
{
    public const int Done = 0;
    public const int Error = 1;
    public const int Differs = 2;
    public const int Refused = 3;
    public const int SomeTenantsFailed = 4;

    /// <summary>A refusal leaves everything as it was and needs a decision; everything else is an error.</summary>
    public static int Of(IEnumerable<Diagnostic> diagnostics)
    {
        DiagnosticEntry[] refusals = [Hazards.Unproven, DiffDiagnostics.AmbiguousRename, ExecutionDiagnostics.StalePlan,
            ExecutionDiagnostics.ForeignPlan, ExecutionDiagnostics.Refused,
            ExecutionDiagnostics.OnlineChangeRefused, BuildDiagnostics.CannotAsk];
        return diagnostics.Any(d => refusals.Contains(d.Entry)) ? Refused : Error;
    }
}
