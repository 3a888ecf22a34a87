namespace SchemaSync.Cli.Verbs;

/// <summary><c>validate</c>: equal or not.</summary>
internal static class ValidateVerb
{
    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var source = await run.Sources.UnreadTargetAsync(cancellationToken).ConfigureAwait(false);
        var isOne = !TenantSources.AreNamed(run) && !run.Has(Options.Snapshot);
        if (isOne && source.Content is { } bytes
            && await run.Engine.FindEqualAsync(run.Sources.Database, bytes, cancellationToken).ConfigureAwait(false) is { } known)
        {
            await run.LookAroundAsync([known.Tenant], cancellationToken).ConfigureAwait(false);
            return Print(run, known.Tenant.Id, known.Validation);
        }

        if (isOne && await ValidateOutlineAsync(run, source, cancellationToken).ConfigureAwait(false) is { } code) return code;
        var target = await source.Read().ConfigureAwait(false);
        if (TenantSources.AreNamed(run)) return await TenantVerbs.ValidateAsync(run, target, cancellationToken).ConfigureAwait(false);
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

    // Null where the file has to be read whole, be it to say what is wrong with it.
    private static async Task<int?> ValidateOutlineAsync(Invocation run, UnreadSource source, CancellationToken cancellationToken)
    {
        var read = await source.OutlineAsync().ConfigureAwait(false);
        if (read is not { } outline || outline.Form.Provider != run.Sources.Provider) return null;
        var database = run.Sources.Database;
        try
        {
            var content = outline.Content == source.Content ? source.Content : null;
            if (await run.Engine.ValidateAsync(database, outline, content, cancellationToken).ConfigureAwait(false)
                is not { } validation) return null;
            await run.LookAroundAsync([database.With(outline)], cancellationToken).ConfigureAwait(false);
            return Print(run, database.Id, validation);
        }
        catch (JsonFormatException)
        {
            return null;
        }
    }

    private static int Print(Invocation run, string name, Validation validation)
    {
        run.Report.Validation(name, validation);
        return validation.IsEqual ? ExitCode.Done : ExitCode.Differs;
    }
}
