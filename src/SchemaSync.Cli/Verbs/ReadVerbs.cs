namespace SchemaSync.Cli.Verbs;

/// <summary>The verbs that read and never change a database.</summary>
internal static class ReadVerbs
{
    public static async Task<int> SnapshotAsync(Invocation run, CancellationToken cancellationToken)
    {
        var snapshot =
            await run.Engine.SnapshotAsync(run.Sources.WholeDatabase, run.Get(Options.Grants), cancellationToken).ConfigureAwait(false);
        await run.LookAroundAsync([run.Sources.WholeDatabase], cancellationToken).ConfigureAwait(false);
        // Only here is it known which name was the database's own: a text that holds it goes wherever the snapshot goes.
        foreach (var note in await run.Engine.ReachAsync(run.Sources.Database, snapshot, cancellationToken).ConfigureAwait(false))
            run.Terminal.Error($"schemasync: note {note}");
        if (run.Get(Options.Output) is not { Length: > 0 } path)
        {
            run.Terminal.Data(SnapshotFile.Write(snapshot));
            if (run.Report.Limits is { } limits) run.Terminal.Error($"schemasync: note: {limits}");
            return ExitCode.Done;
        }

        await run.WriteAsync(path, snapshot, cancellationToken).ConfigureAwait(false);
        run.Report.Written(path, "the snapshot");
        return ExitCode.Done;
    }

    public static async Task<int> DiffAsync(Invocation run, CancellationToken cancellationToken)
    {
        const string Advice = "give an assembly (.dll, .exe), a snapshot file (.json) or a connection string";
        var left = await run.Sources.NormalizedAsync(run.Require(Options.From, Advice), cancellationToken).ConfigureAwait(false);
        var right = await run.Sources.NormalizedAsync(run.Require(Options.To, Advice), cancellationToken).ConfigureAwait(false);
        left.Snapshot.RefuseUnsupported();
        right.Snapshot.RefuseUnsupported();
        var diff = Differ.Compare(left.Beside(right), right.Beside(left), run.Adapters.For(run.Sources.Provider).OfflineDialect);
        await run.LookAroundAsync(run.Sources.Databases(run.Get(Options.From)!, run.Get(Options.To)!),
            cancellationToken).ConfigureAwait(false);
        run.Report.Diff(diff);
        return diff.IsEmpty ? ExitCode.Done : ExitCode.Differs;
    }

    public static async Task<int> AcceptAsync(Invocation run, CancellationToken cancellationToken)
    {
        var target = await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false);
        var snapshot = await run.Engine.AcceptAsync(run.Sources.Offline, target, cancellationToken).ConfigureAwait(false);
        var path = run.Get(Options.Output) is { Length: > 0 } given
            ? given
            : $"schema/{run.Sources.Provider.ToLowerInvariant()}.snapshot.json";
        await run.WriteAsync(path, snapshot, cancellationToken).ConfigureAwait(false);
        run.Report.Written(path, "the accepted snapshot");
        return ExitCode.Done;
    }
}
