using System.CommandLine;

namespace SchemaSync.Cli.Verbs;

/// <summary><c>tenants drop</c>: takes one tenant away, once its name was typed again.</summary>
internal static class TenantDropVerb
{
    /// <summary>The tenant.</summary>
    public static Argument<string?> Name { get; } = new("NAME")
    {
        Description = "The tenant that drop is about.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        if (run.Get(Name) is not { Length: > 0 } name)
            throw new SchemaSyncException([Invocation.Usage("drop needs the name of a tenant", run.Verb)]);
        var tenant = await TenantSources.OneAsync(run, name, cancellationToken).ConfigureAwait(false);
        var declared = run.Has(Options.Target) ? await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false) : null;
        // Nobody is asked for what is refused anyway.
        if (run.Get(Options.NameAgain) is { } given && given != name)
            throw new SchemaSyncException(TenancyDiagnostics.NotNamedAgain, name, $"--name-again says {given}");
        var plan = await run.Engine.PlanRemovalAsync(tenant, declared, cancellationToken).ConfigureAwait(false);
        if (!run.Has(Options.NameAgain)) await AskAsync(run, tenant, plan, name, cancellationToken).ConfigureAwait(false);
        run.Report.Execution(await run.Engine.RemoveAsync(tenant, plan, run.Execution, cancellationToken).ConfigureAwait(false));
        run.Report.TenantDropped(name, run.Engine.DisplayName(tenant));
        return ExitCode.Done;
    }

    private static async Task AskAsync(Invocation run, TenantContext tenant, Plan plan, string name, CancellationToken cancellationToken)
    {
        if (!Terminal.CanAsk) throw new SchemaSyncException(TenancyDiagnostics.NotNamedAgain, name, "there is no terminal to ask");
        if (!plan.IsEmpty) run.Report.Plan(name, plan, new([.. plan.Refused(PlanPolicy.Strict).Select(h => h.Code).Distinct()]));
        var answer = await run.Terminal.AnswerAsync($"This drops {run.Engine.DisplayName(tenant)} with every row. Type {name} to drop it:",
            cancellationToken).ConfigureAwait(false);
        if (answer != name) throw new SchemaSyncException(TenancyDiagnostics.NotNamedAgain, name, "another name was typed");
    }
}
