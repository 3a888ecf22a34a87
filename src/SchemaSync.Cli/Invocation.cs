using System.CommandLine;
using System.CommandLine.Parsing;

namespace SchemaSync.Cli;

/// <summary>One run of one verb: its options, the engine, and the report that prints its result.</summary>
internal sealed class Invocation(ParseResult parsed, Setting setting)
{
    public string Verb => parsed.CommandResult.Command.Name;

    /// <summary>Whether words after a <c>--</c> are meant as they are, whatever they begin with.</summary>
    public bool EndsOptions => parsed.Tokens.Any(t => t.Type == TokenType.DoubleDash);

    public Terminal Terminal => setting.Terminal;

    public AdapterRegistry Adapters => setting.Adapters;

    public SchemaSyncEngine Engine => field ??= new(Adapters)
    {
        ToolVersion = Composition.Version,
        RepairCommand = Get(Options.Advice) is { Length: > 0 } repair ? repair : "schemasync sync",
        AcceptCommand = Get(Options.Advice) is { Length: > 0 } accept ? accept : "schemasync accept",
        FormStore = Get(Options.Cache) is { Length: > 0 } directory ? new DirectorySnapshotStore(directory) : null,
    };

    public Report Report => field ??= setting.Report(Get(Options.Format), Verb, Get(Options.ProjectDirectory));

    public Sources Sources => field ??= new(this);

    public ExecutionOptions Execution => new()
    {
        Policy = new(Allow.Codes(Get(Options.Allow) ?? [])),
        LockTimeout = TimeSpan.FromSeconds(Get(Options.LockTimeout)),
        KeepRuns = Get(Options.KeepRuns) is > 0 and var runs ? runs : ExecutionOptions.DefaultKeepRuns,
        IncludeUnmanaged = Get(Options.IncludeUnmanaged),
        Transactional = Get(Options.Transactional),
        FinishCommand = Report.FinishCommand,
        OnlineChange = OnlineChange,
        Planned = new PlanLog(this),
        Progress = Terminal.ShowsProgress ? new ProgressLine(Terminal) : null,
    };

    private OnlineChange? OnlineChange =>
        Get(Options.OnlineChange) is { Length: > 0 } command && Get(Options.OnlineChangeRows) >= 0
            ? new(command, Get(Options.OnlineChangeRows))
        : Has(Options.OnlineChangeRows)
            ? throw new SchemaSyncException(
                [Usage("--online-change-rows needs a number that is not negative, and --online-change with what to run", Verb)]) : null;

    public T? Get<T>(Option<T> option) => parsed.GetValue(option);

    public T? Get<T>(Argument<T> argument) => parsed.GetValue(argument);

    public bool Has(Option option) => parsed.GetResult(option) is { Implicit: false };

    /// <summary>The value of an option the verb cannot do without.</summary>
    /// <exception cref="SchemaSyncException">SSY0902.</exception>
    public string Require(Option<string?> option, string advice) =>
        Get(option) is { Length: > 0 } value
            ? value
            : throw new SchemaSyncException(BuildDiagnostics.MissingOption, $"'schemasync {Verb}'", option.Name, advice);

    /// <summary>Runs the verb; whatever fails becomes one sentence with a code.</summary>
    public async Task<int> RunAsync(Func<Invocation, CancellationToken, Task<int>> verb, CancellationToken cancellationToken)
    {
        try
        {
            if (setting.Find(Get(Options.Format)) is not { } format)
                return Fail([Usage($"there is no format '{Get(Options.Format)}', use {setting.FormatNames}")], null);
            if (!format.Verbs.IsEmpty && !format.Verbs.Contains(Verb))
                return Fail([Usage($"the format '{format.Name}' is for {ReportFormat.Words(format.Verbs)}", Verb)], null);
            // Before anything is read or asked: what comes of it may take long.
            if (Get(Options.Output) is { Length: > 0 } output) OutputFile.Refuse(output, Sources.Inputs, Adapters.All);
            return await verb(this, cancellationToken).ConfigureAwait(false);
        }
        catch (SchemaSyncException e)
        {
            return Fail(e.Diagnostics, e.InnerException);
        }
        catch (OperationCanceledException e)
        {
            return Fail([Cancelled(Verb, (e as RunCanceledException)?.State.ToString() ?? "nothing was changed")], null);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return Fail([Diagnostic.Of(BuildDiagnostics.CannotWrite, Get(Options.Output) ?? "standard output", FirstLine(e))], e);
        }
#pragma warning disable CA1031 // The last frame: whatever it is becomes a sentence and an exit code.
        catch (Exception e)
#pragma warning restore CA1031
        {
            return Fail([Diagnostic.Of(BuildDiagnostics.Internal, Verb, Composition.Version, $"{e.GetType().Name}: {FirstLine(e)}")], e);
        }
    }

    /// <summary>Tells the report which schemas of these databases nobody looks at.</summary>
    public async Task LookAroundAsync(IEnumerable<TenantContext> databases, CancellationToken cancellationToken)
    {
        var names = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var database in databases)
            names.UnionWith(await Engine.NotLookedAtAsync(database, cancellationToken).ConfigureAwait(false));
        Report.NotLookedAt = [.. names];
    }

    /// <summary>Writes an output file that is none of this run's inputs.</summary>
    public Task WriteAsync(string path, string text, CancellationToken cancellationToken) =>
        OutputFile.WriteAsync(path, stream => stream.Write(System.Text.Encoding.UTF8.GetBytes(text)), Sources.Inputs, Adapters.All,
            cancellationToken);

    /// <summary>The same of a snapshot.</summary>
    public Task WriteAsync(string path, Snapshot snapshot, CancellationToken cancellationToken) =>
        OutputFile.WriteAsync(path, SnapshotFile.TextOf(snapshot).CopyTo, Sources.Inputs, Adapters.All, cancellationToken);

    /// <summary>A run that somebody ended, or that nobody said yes to.</summary>
    /// <param name="state">What it left behind.</param>
    public static Diagnostic Cancelled(string verb, string state) =>
        Diagnostic.Of(BuildDiagnostics.Cancelled, $"'schemasync {verb}'") with { State = state };

    /// <summary>A run that somebody ended, and that did not end by itself.</summary>
    public static Diagnostic Late(ParseResult parsed) =>
        Cancelled(parsed.CommandResult.Command.Name,
            "it did not end by itself within a few seconds, so what it left is not known here; 'schemasync audit' tells what was done");

    public static Diagnostic Usage(string text, string verb = "") =>
        Diagnostic.Of(BuildDiagnostics.Usage, text, verb.Length > 0 ? verb + " " : "");

    private int Fail(IReadOnlyList<Diagnostic> diagnostics, Exception? cause)
    {
        Report.Failure(diagnostics);
        if (cause is not null && Get(Options.Verbose))
        {
            foreach (var line in cause.ToString().Split('\n')) Terminal.Error(line.TrimEnd());
        }

        return ExitCode.Of(diagnostics);
    }

    private static string FirstLine(Exception e) => e.Message.Split('\n')[0].Trim().TrimEnd('.');
}
