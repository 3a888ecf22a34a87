using System.CommandLine;

namespace SchemaSync.Cli.Verbs;

/// <summary><c>tenants</c>: which tenants there are, new ones, or where the runs of a control database are.</summary>
internal static class TenantRunVerbs
{
    private const string List = "list", Create = "create", Drop = "drop", Status = "status", Pause = "pause", Resume = "resume";

    public static Argument<string> Action { get; } = Actions();

    public static async Task<int> RunAsync(Invocation run, CancellationToken cancellationToken)
    {
        var action = run.Get(Action) ?? List;
        // What is no option of this verb would pass for the name of a tenant.
        if (run.Get(TenantDropVerb.Name) is { } word && (action != Drop || (word.StartsWith('-') && !run.EndsOptions)))
            throw new SchemaSyncException([Invocation.Usage($"'schemasync {run.Verb}' does not know '{word}'", run.Verb)]);
        RefuseMisplaced(run, action);
        if (action == List) return await TenantVerbs.ListAsync(run, cancellationToken).ConfigureAwait(false);
        if (action == Create)
            return await TenantVerbs.CreateAsync(run, await run.Sources.TargetAsync(cancellationToken).ConfigureAwait(false),
                cancellationToken).ConfigureAwait(false);
        if (action == Drop) return await TenantDropVerb.RunAsync(run, cancellationToken).ConfigureAwait(false);
        var control = FleetSettings.Control(run) ?? throw new SchemaSyncException(BuildDiagnostics.MissingOption,
            $"'schemasync tenants {action}'", Options.Control.Name, "give the file, or --control-variable");
        var panel = new FleetControlPanel(run.Adapters, control.Place);
        if (action != Status)
        {
            var name = run.Require(Options.RunName, "'schemasync tenants status' lists the runs");
            if (action == Pause) await panel.PauseAsync(name, cancellationToken).ConfigureAwait(false);
            else await panel.ResumeAsync(name, cancellationToken).ConfigureAwait(false);
        }

        var runs = await panel.ReadAsync(cancellationToken).ConfigureAwait(false);
        run.Report.Runs([.. runs.Where(r => run.Get(Options.RunName) is not { Length: > 0 } only || r.Run == only)]);
        return ExitCode.Done;
    }

    // Nobody takes what was ignored for done.
    private static void RefuseMisplaced(Invocation run, string action)
    {
        var (option, place) = action != List && run.Get(Options.Shape) ? (Options.Shape.Name, List)
            : action != Create && run.Has(Options.Seed) ? (Options.Seed.Name, Create) : ("", "");
        if (option.Length > 0)
            throw new SchemaSyncException([Invocation.Usage($"{option} is for 'schemasync tenants {place}'", run.Verb)]);
    }

    private static Argument<string> Actions()
    {
        var action = new Argument<string>("ACTION")
        {
            Description = "list (when not given); create, which makes their databases and brings them to the target; drop NAME; or "
                + "of the runs in --control: status, pause, resume.",
            DefaultValueFactory = _ => List,
        };
        action.AcceptOnlyFromAmong(List, Create, Drop, Status, Pause, Resume);
        return action;
    }
}
