namespace SchemaSync.Cli.Verbs;

/// <summary><c>validate</c>: equal or not.</summary>
internal static class ValidateVerb
{
    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var (content, read) = await run.Sources.UnreadTargetAsync(cancellationToken).ConfigureAwait(false);
        if (content is { } bytes && !run.Has(Options.Tenants) && !run.Has(Options.Snapshot)
            && await run.Engine.FindEqualAsync(run.Sources.Database, bytes, cancellationToken).ConfigureAwait(false) is { } known)
        {
            await run.LookAroundAsync([known.Tenant], cancellationToken).ConfigureAwait(false);
            return Print(run, known.Tenant.Id, known.Validation);
        }

        var target = await read().ConfigureAwait(false);
        if (run.Has(Options.Tenants)) return await TenantVerbs.ValidateAsync(run, target, cancellationToken).ConfigureAwait(false);
        if (run.Get(Options.Snapshot) is { Length: > 0 } path)
        {
            var committed = await SnapshotFile.LoadAsync(path, cancellationToken).ConfigureAwait(false);
            if (committed.Form.Provider != run.Sources.Provider)
                throw new SchemaSyncException(InspectionDiagnostics.BadSnapshotFile, path,
                    $"it is for {committed.Form.Provider}, not for {run.Sources.Provider}", "name the snapshot of this provider");
            return Print(run, path, run.Engine.ValidateOffline(target, committed, $"the committed snapshot {path}"));
        }

        var database = run.Sources.Database;
        await run.LookAroundAsync([database.With(target)], cancellationToken).ConfigureAwait(false);
        return Print(run, database.Id, await run.Engine.ValidateAsync(database, target, cancellationToken).ConfigureAwait(false));
    }

    private static int Print(Invocation run, string name, Validation validation)
    {
        run.Report.Validation(name, validation);
        return validation.IsEqual ? ExitCode.Done : ExitCode.Differs;
    }
}
