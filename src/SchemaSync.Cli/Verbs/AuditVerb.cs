namespace SchemaSync.Cli.Verbs;

/// <summary><c>audit</c>: what the ledger says; and what is done with one that cannot be read.</summary>
internal static class AuditVerb
{
    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var database = run.Sources.Database;
        if (run.Get(Options.SetAside)) return await SetAsideAsync(run, database, cancellationToken).ConfigureAwait(false);
        var reading = await run.Engine.AuditAsync(database, cancellationToken).ConfigureAwait(false);
        run.Report.Audit(database.Id, reading);
        return reading.Findings.Count == 0 ? ExitCode.Done : ExitCode.Error;
    }

    private static async Task<int> SetAsideAsync(Invocation run, TenantContext database, CancellationToken cancellationToken)
    {
        if (!run.Get(Options.Yes))
            await SyncVerb.AskAsync(run,
                $"Put the ledger of {database.Id} aside? What earlier runs made and nobody declares any more is then left alone, and "
                    + "cannot be taken back.", database.Id, cancellationToken).ConfigureAwait(false);
        run.Report.LedgerSetAside(database.Id, await run.Engine.SetLedgerAsideAsync(database, cancellationToken).ConfigureAwait(false));
        return ExitCode.Done;
    }
}
