using System.CommandLine;

namespace SchemaSync.Cli.Verbs;

/// <summary><c>sync</c> and <c>revert</c>: the verbs that write. They ask first, and never without a terminal.</summary>
internal static class SyncVerb
{
    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var options = run.Execution;
        if (run.Get(Options.Plan) is { Length: > 0 } path)
            return await ApplySavedAsync(run, path, options, cancellationToken).ConfigureAwait(false);
        var target = await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false);
        if (TenantSources.AreNamed(run)) return await TenantVerbs.SyncAsync(run, target, options, cancellationToken).ConfigureAwait(false);
        var database = run.Sources.Database;
        await run.LookAroundAsync([database.With(target)], cancellationToken).ConfigureAwait(false);
        if (run.Get(Options.Yes))
        {
            run.Report.Execution(await run.Engine.SyncTenantAsync(database, target, execute: true, options,
                cancellationToken).ConfigureAwait(false));
            return ExitCode.Done;
        }

        var plan = await run.Engine.PlanAsync(database, target, new(options.IncludeUnmanaged, Transactional: options.Transactional),
            cancellationToken).ConfigureAwait(false);
        return await ApplyAsync(run, database, plan, options, cancellationToken).ConfigureAwait(false);
    }

    public static async Task<int> RevertAsync(Invocation run, CancellationToken cancellationToken)
    {
        var options = run.Execution;
        var database = run.Sources.Database;
        EquatableArray<RevertValue> values =
            [.. Values(run, Options.Backfill, IntentKind.Backfill), .. Values(run, Options.Using, IntentKind.Convert)];
        var plan = await run.Engine.PlanRevertAsync(database, values, cancellationToken).ConfigureAwait(false);
        return await ApplyAsync(run, database, plan, options, cancellationToken).ConfigureAwait(false);
    }

    private static IEnumerable<RevertValue> Values(Invocation run, Option<string[]> option, IntentKind kind)
    {
        foreach (var text in run.Get(option) ?? [])
        {
            var words = text.Split('=', 2);
            if (words.Length < 2 || words.Any(string.IsNullOrWhiteSpace))
                throw new SchemaSyncException(
                    [Invocation.Usage($"{option.Name} needs a column, = and SQL: customers.code=lower(email)", run.Verb)]);
            yield return new(kind, words[0].Trim(), words[1].Trim());
        }
    }

    private static async Task<int> ApplySavedAsync(Invocation run, string path,
        ExecutionOptions options, CancellationToken cancellationToken)
    {
        if (run.Has(Options.Target) || TenantSources.AreNamed(run))
            throw new SchemaSyncException([Invocation.Usage("--plan is the whole plan, so --target and --tenants cannot stand beside it",
                "sync")]);
        var plan = await PlanFile.LoadAsync(path, cancellationToken).ConfigureAwait(false);
        if (plan.Provider != run.Sources.Provider)
            throw new SchemaSyncException(ExecutionDiagnostics.BadPlanFile, path,
                $"it is for {plan.Provider}, not for {run.Sources.Provider}", "name a plan of this provider");
        return await ApplyAsync(run, run.Sources.Database, plan, options, cancellationToken).ConfigureAwait(false);
    }

    private static async Task<int> ApplyAsync(Invocation run, TenantContext database, Plan plan,
        ExecutionOptions options, CancellationToken cancellationToken)
    {
        if (!plan.IsEmpty)
        {
            plan = await run.Engine.ConfirmAsync(database, plan, options, cancellationToken).ConfigureAwait(false);
            options.Planned?.Report(new(database.Id, plan));
            if (!run.Get(Options.Yes) && plan.Refused(options.Policy).Count == 0)
                await AskAsync(run, $"Apply these changes to {database.Id}?", database.Id, cancellationToken).ConfigureAwait(false);
        }

        run.Report.Execution(await run.Engine.ApplyAsync(database, plan, options, cancellationToken).ConfigureAwait(false));
        return ExitCode.Done;
    }

    /// <summary>Asks. A plan that is refused anyway is not asked about: the engine says so.</summary>
    /// <exception cref="SchemaSyncException">SSY0906: nobody is there. SSY0907: the answer was no.</exception>
    public static async Task AskAsync(Invocation run, string question, string database, CancellationToken cancellationToken)
    {
        if (!Terminal.CanAsk) throw new SchemaSyncException(BuildDiagnostics.CannotAsk, database);
        if (!await run.Terminal.ConfirmAsync(question, cancellationToken).ConfigureAwait(false))
            throw new SchemaSyncException([Invocation.Cancelled(run.Verb, "nothing was changed")]);
    }
}
