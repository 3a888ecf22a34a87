using System.Globalization;

namespace SchemaSync.Cli.Verbs;

/// <summary><c>scaffold</c>: C# that declares what a database holds.</summary>
internal static class ScaffoldVerb
{
    private const int MostNames = 10;

    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var output = run.Require(Options.OutputFolder, "name the folder to write into");
        var place = ScaffoldPlace.Of(output);
        var options = OptionsOf(run, place);
        var schema = await SchemaAsync(run, cancellationToken).ConfigureAwait(false);
        var scaffold = Scaffold.Write(schema, run.Adapters.For(schema.Form.Provider).OfflineDialect, options);
        var folder = await ScaffoldFolder.OpenAsync(output, cancellationToken).ConfigureAwait(false);
        if (!run.Get(Options.Force) && await folder.EditedAsync(scaffold.Files, cancellationToken).ConfigureAwait(false) is
            { Count: > 0 } edited) throw new SchemaSyncException(BuildDiagnostics.EditedFiles, Names(edited));
        var (written, removed, kept) = await folder.WriteAsync(scaffold.Files, cancellationToken).ConfigureAwait(false);
        foreach (var missing in scaffold.Missing) run.Terminal.Error($"schemasync: note {missing}");
        foreach (var path in kept)
            run.Terminal.Error($"schemasync: note: {path} is no part of the schema any more; it was edited, and stays");
        run.Report.Written(output, string.Create(CultureInfo.InvariantCulture,
            $"C# that declares the schema ({scaffold.Files.Count} files, {written} of them new or changed, {removed} removed)"));
        return ExitCode.Done;
    }

    private static ScaffoldOptions OptionsOf(Invocation run, ScaffoldPlace place)
    {
        var space = run.Get(Options.Namespace) is { Length: > 0 } given ? given : place.Namespace;
        if (!Scaffold.IsNamespace(space))
            throw new SchemaSyncException([Invocation.Usage($"'{space}' is no namespace; give another with --namespace", run.Verb)]);
        return new()
        {
            Namespace = space,
            Naming = run.Get(Options.Naming),
            Nullable = !run.Get(Options.NoNullable),
            OneFile = run.Get(Options.OneFile),
            Folder = place.Folder,
            Include = [.. run.Get(Options.Include) ?? []],
            Exclude = [.. run.Get(Options.Exclude) ?? []],
        };
    }

    private static async Task<Snapshot> SchemaAsync(Invocation run, CancellationToken cancellationToken)
    {
        if (run.Get(Options.From) is { Length: > 0 } source)
            return (await run.Sources.NormalizedAsync(source, run.Get(Options.Grants), cancellationToken).ConfigureAwait(false)).Snapshot;
        return await run.Engine.SnapshotAsync(run.Sources.WholeDatabase, run.Get(Options.Grants), cancellationToken).ConfigureAwait(false);
    }

    private static string Names(IReadOnlyList<string> names) => names.Count <= MostNames ? string.Join(", ", names)
        : string.Create(CultureInfo.InvariantCulture, $"{string.Join(", ", names.Take(MostNames))} and {names.Count - MostNames} others");
}
