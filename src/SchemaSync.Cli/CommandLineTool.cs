using System.CommandLine;

namespace SchemaSync.Cli;

/// <summary>
/// The command line with the databases and formats it is composed of. A program of one's own gives others, or more: whoever adds a database
/// to <see cref="Databases"/> has every verb for it.
/// </summary>
public sealed class CommandLineTool
{
    /// <summary>The databases of SchemaSync.</summary>
    public static IReadOnlyList<DatabaseAdapter> KnownDatabases => Composition.Adapters;

    /// <summary>The formats of SchemaSync.</summary>
    public static IReadOnlyList<ReportFormat> KnownFormats => Composition.Formats;

    /// <summary>The databases that <c>--provider</c> names.</summary>
    public IReadOnlyList<DatabaseAdapter> Databases { get; init; } = KnownDatabases;

    /// <summary>The formats that <c>--format</c> names; the first is for whatever is said before a format is known.</summary>
    public IReadOnlyList<ReportFormat> Formats { get; init; } = KnownFormats;

    /// <summary>Runs one verb to its end; Ctrl+C ends it early. Texts go to the console.</summary>
    /// <returns>The exit code of the process.</returns>
    public async Task<int> RunAsync(params string[] args)
    {
        var secrets = new Secrets();
        foreach (var argument in args) secrets.Learn(argument);
        var setting = new Setting(new(secrets), new AdapterRegistry(Databases), Formats);
        var parsed = CommandLine.Root(setting).Parse(args, CommandLine.Parsing);
        try
        {
            if (parsed.Errors.Count > 0 && !CommandLine.AsksForHelp(args)) return CommandLine.Refuse(parsed, setting);
            return await RunAsync(parsed, setting).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // What is said first (help, a failure as a document) has no last frame of its
            // own: a full disk or a closed pipe behind standard output.
            setting.Terminal.Error(
                $"schemasync: error {Diagnostic.Of(BuildDiagnostics.CannotWrite, "standard output", e.Message.TrimEnd('.'))}");
            return ExitCode.Error;
        }
    }

    private static async Task<int> RunAsync(ParseResult parsed, Setting setting)
    {
        using var interruption = new Interruption(() => setting.Terminal.Error($"schemasync: error {Invocation.Late(parsed)}"));
        // The library's own way to end gives a run two seconds and says nothing.
        return await parsed.InvokeAsync(new InvocationConfiguration
        {
            EnableDefaultExceptionHandler = false,
            ProcessTerminationTimeout = null,
        }, interruption.Token).ConfigureAwait(false);
    }
}
