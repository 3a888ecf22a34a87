using System.CommandLine;

namespace SchemaSync.Cli.Verbs;

/// <summary>All verbs, and what is said when they are called wrongly.</summary>
internal static class CommandLine
{
    /// <summary>No response files: <c>--tenants @FILE</c> is ours.</summary>
    public static ParserConfiguration Parsing { get; } = new() { ResponseFileTokenReplacer = null };

    public static RootCommand Root(Setting setting)
    {
        var root = new RootCommand("Compares declared database schemas with real databases, plans the way between them and runs it.");
        foreach (var verb in All) root.Add(verb.Build(setting));
        return root;
    }

    public static IReadOnlyList<Verb> All { get; } =
    [
        new("snapshot", "Writes the schema of a database as a snapshot file.",
            [.. Options.Database, Options.Output, Options.Grants], ReadVerbs.SnapshotAsync),
        new("diff", "Compares two schemas.", [Options.From, Options.To, Options.Reference, Options.Project, .. Options.Database],
            ReadVerbs.DiffAsync),
        new("validate", "Tells whether a database, or a committed snapshot, is equal to the target. Writes nothing.",
            [.. Options.Database, .. Options.Declaration, Options.Cache, Options.Snapshot, Options.Advice, .. Options.Fleet],
            ValidateVerb.RunAsync),
        new("plan", "Shows what sync would do, proved on a scratch copy. Writes nothing to the database.",
            [.. Options.Database, .. Options.Declaration, Options.Cache, Options.Output, Options.Allow, Options.IncludeUnmanaged,
                Options.Transactional, .. Options.Fleet], PlanVerbs.PlanAsync),
        new("script", "Writes a plan as a script that does what sync does, in the provider's own shell.",
            [.. Options.Database, .. Options.Declaration, Options.Cache, Options.Output, Options.Allow, Options.IncludeUnmanaged,
                Options.Transactional, Options.Tenants], PlanVerbs.ScriptAsync),
        new("sync", "Brings a database to the target. Asks before it writes.",
            [.. Options.Database, .. Options.Declaration, Options.Cache, Options.Plan, Options.Allow, Options.Yes, Options.IncludeUnmanaged,
                Options.Transactional, Options.LockTimeout, Options.KeepRuns, .. Options.LargeTables, .. Options.Fleet,
                .. Options.Rollout], SyncVerb.RunAsync),
        new("revert", "Takes the last run back. Asks before it writes.",
            [.. Options.Database, Options.Allow, Options.Yes, Options.Backfill, Options.Using,
                Options.LockTimeout, Options.KeepRuns, .. Options.LargeTables], SyncVerb.RevertAsync),
        new("audit", "Prints the ledger of a database: who ran what, and when.",
            [.. Options.Database, Options.SetAside, Options.Yes], AuditVerb.RunAsync),
        new("accept", "Writes the committed snapshot of an assembly, normalised on a scratch database.",
            [.. Options.Database, .. Options.Declaration, Options.Output], ReadVerbs.AcceptAsync),
        new("import", "Writes what a DbContext of EF Core declares as a snapshot file, made and read on a scratch database.",
            [.. Options.Database, Options.EfAssembly, Options.StartupAssembly, Options.Packages, Options.Context, Options.Output],
            ImportVerb.RunAsync),
        new("scaffold", "Writes C# that declares what a database, a snapshot file or an assembly holds.",
            [.. Options.Database, Options.From, Options.Reference, Options.Project, Options.Grants, .. Options.Scaffold],
            ScaffoldVerb.RunAsync),
        new("explain", "Explains a code, or says why an object differs.", [.. Options.Database, .. Options.Declaration, Options.Cache],
            ExplainVerb.RunAsync) { Arguments = [ExplainVerb.Subject] },
        new("tenants", "Lists the tenants with their state, creates them, drops one, or lists the runs of a control database.",
            [.. Options.Database, .. Options.Declaration, Options.Cache, Options.Allow, Options.Yes, Options.LockTimeout,
                Options.KeepRuns, .. Options.Fleet, .. Options.Rollout, Options.Shape, Options.Seed,
                Options.NameAgain], TenantRunVerbs.RunAsync)
        {
            Arguments = [TenantRunVerbs.Action, TenantDropVerb.Name],
        },
    ];

    public static bool AsksForHelp(string[] args) => args.Any(a => a is "--help" or "-h" or "-?");

    /// <summary>One sentence about what is wrong with the command line.</summary>
    public static int Refuse(ParseResult parsed, Setting setting)
    {
        var verb = parsed.CommandResult.Command is RootCommand ? "" : parsed.CommandResult.Command.Name;
        // A part of a password that was not quoted arrives as a word of its own.
        var text = setting.Terminal.Secrets.AreKnown && parsed.UnmatchedTokens.Count > 0
            ? "there are more words than options take; a value with spaces stands in quotes"
            : verb.Length == 0 && parsed.UnmatchedTokens.Count > 0 ? $"there is no verb '{parsed.UnmatchedTokens[0]}'"
            : verb.Length == 0 ? "a verb is missing"
            : parsed.UnmatchedTokens.Count > 0 ? $"'schemasync {verb}' does not know '{parsed.UnmatchedTokens[0]}'"
            : parsed.Errors[0].Message.TrimEnd('.');
        var format = parsed.GetResult(Options.Format) is { Errors: var errors } && !errors.Any() ? parsed.GetValue(Options.Format) : null;
        setting.Report(format, verb, projectDirectory: null).Failure([Invocation.Usage(text, verb)]);
        return ExitCode.Error;
    }
}
