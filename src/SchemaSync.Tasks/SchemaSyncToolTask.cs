using System.Diagnostics;
using Microsoft.Build.Framework;
using Microsoft.Build.Utilities;
using SchemaSync.Model.Diagnostics;

namespace SchemaSync.Tasks;

/// <summary>
/// Runs one verb of the packed command line in its own process and turns what it prints into errors, warnings and
/// messages of the build. It never sees the value of a secret: it passes the name of the variable on, and the
/// process inherits the environment.
/// </summary>
public sealed partial class SchemaSyncToolTask : ToolTask
{
    private readonly List<string> _said = [];
    private Severities _severities = Severities.None;
    private string? _program;
    private volatile bool _cancelled;

    /// <summary>validate, sync, plan, script, accept or import.</summary>
    [Required]
    public string Verb { get; set; } = "";

    /// <summary>One provider.</summary>
    [Required]
    public string Provider { get; set; } = "";

    /// <summary>The compiled assembly that declares the schema, or the snapshot that was made of one.</summary>
    [Required]
    public string TargetAssembly { get; set; } = "";

    /// <summary>The folder <c>tools/cli</c> of the package.</summary>
    [Required]
    public string CliDirectory { get; set; } = "";

    /// <summary>The project's folder: relative paths start there, and so do the paths in errors.</summary>
    [Required]
    public string ProjectDirectory { get; set; } = "";

    /// <summary>The project, where errors stand that have no place of their own.</summary>
    [Required]
    public string ProjectFile { get; set; } = "";

    /// <summary>A connection string without secrets.</summary>
    public string? Connection { get; set; }

    /// <summary>The name of the environment variable that holds the connection string.</summary>
    public string? ConnectionVariable { get; set; }

    /// <summary>The committed snapshot, in place of a connection.</summary>
    public string? Snapshot { get; set; }

    /// <summary>What the message of a difference tells people to run.</summary>
    public string? Advice { get; set; }

    /// <summary>Hazard codes that are allowed.</summary>
    public string? Allow { get; set; }

    /// <summary>The program that changes large tables, with placeholders; holds no secret.</summary>
    public string? OnlineChange { get; set; }

    /// <summary>Tables with more rows than this are handed to it.</summary>
    public string? OnlineChangeRows { get; set; }

    /// <summary>The managed schemas, where a database holds several: the tenant's
    /// own, then further ones, with semicolons between.</summary>
    public string? Schema { get; set; }

    /// <summary>Where the command line keeps what servers made of declarations.</summary>
    public string? CacheDirectory { get; set; }

    /// <summary>The tenant source, as in the command line.</summary>
    public string? Tenants { get; set; }

    /// <summary>Options of the command line, each with its value in the metadata <c>Value</c>.</summary>
    public ITaskItem[] Options { get; set; } = [];

    /// <summary>The file that plan, script, accept and import write.</summary>
    public string? OutputFile { get; set; }

    /// <summary>The runtime identifier of this machine; empty when unknown, which means the portable command line.</summary>
    public string? RuntimeIdentifier { get; set; }

    /// <summary>The dotnet that runs this build.</summary>
    public string? DotNetHost { get; set; }

    /// <summary>A file that says which state was found clean; all target frameworks of a project share it.</summary>
    public string? StampFile { get; set; }

    /// <summary>Files that a clean state depends on beside the assembly.</summary>
    public ITaskItem[] StampInputs { get; set; } = [];

    /// <summary>Whether to ask the database although nothing here has changed.</summary>
    public bool Always { get; set; }

    /// <summary>How the environment variables begin that drivers read: an answer depends on them.</summary>
    public string[] DriverVariables { get; set; } = [];

    /// <summary>The project's C# files. Where they are given, a project that declares
    /// nothing has nothing to do; otherwise that is an error.</summary>
    public ITaskItem[] Sources { get; set; } = [];

    /// <summary>Codes to say nothing about.</summary>
    public string? NoWarn { get; set; }

    /// <summary>Whether what an editorconfig makes a warning is an error all the same.</summary>
    public bool TreatWarningsAsErrors { get; set; }

    /// <summary>Codes of which that is so.</summary>
    public string? WarningsAsErrors { get; set; }

    /// <summary>Codes that are warnings instead of errors.</summary>
    public string? WarningsNotAsErrors { get; set; }

    /// <summary>The editorconfig files of the project, for <c>dotnet_diagnostic.SSYnnnn.severity</c>.</summary>
    public ITaskItem[] EditorConfigFiles { get; set; } = [];

    /// <summary>The address of the folder that has a page for each code.</summary>
    public string? Pages { get; set; }

    /// <summary>What the command line said that is no error or warning.</summary>
    [Output]
    public string Said => string.Join(Environment.NewLine, _said);

    /// <inheritdoc/>
    protected override string ToolName => "schemasync";

    /// <inheritdoc/>
    protected override MessageImportance StandardOutputLoggingImportance => MessageImportance.Low;

    /// <inheritdoc/>
    protected override MessageImportance StandardErrorLoggingImportance => MessageImportance.Normal;

    /// <inheritdoc/>
    public override bool Execute()
    {
        _severities = Severities.Read(
            EditorConfigFiles.Select(f => f.ItemSpec), NoWarn, WarningsNotAsErrors, WarningsAsErrors, TreatWarningsAsErrors);
        if (Parts.Owners.FirstOrDefault() is { } part) return NoOwner(ProjectFile, part);
        if (string.IsNullOrEmpty(StampFile)) return Ask();

        using var stamp = ValidationStamp.Wait(StampFile!, () => _cancelled);
        if (stamp is null) return !_cancelled && Ask();
        var question = File.Exists(TargetAssembly) ? Question() : "";
        if (question.Length > 0 && IsThere && stamp.Holds(question, Always))
        {
            Log.LogMessage(MessageImportance.Low, "SchemaSync: this schema was already found clean; see {0}", StampFile);
            return true;
        }

        // Whatever happens from here on, a process that is killed included, an older answer holds no longer.
        stamp.Forget();
        // The question is as it was before the run: what changes meanwhile must be seen by the next build. What was only made
        // less of an error is told again by every build.
        var clean = Ask() && !Log.HasLoggedErrors;
        if (clean && _severities.Lowered == 0) stamp.Keep(question);
        return clean;
    }

    /// <inheritdoc/>
    public override void Cancel()
    {
        _cancelled = true;
        base.Cancel();
    }

    /// <inheritdoc/>
    protected override string GenerateFullPathToTool() => Path.Combine(CliDirectory, ToolName);

    /// <inheritdoc/>
    protected override string? GetWorkingDirectory() => ProjectDirectory;

    /// <inheritdoc/>
    protected override bool ValidateParameters()
    {
        var command = PackedCommandLine.Find(CliDirectory, RuntimeIdentifier, DotNetHost);
        if (command is null)
        {
            Report(BuildDiagnostics.NoCommandLine, CliDirectory);
            return false;
        }

        ToolPath = Path.GetDirectoryName(command.Executable);
        ToolExe = Path.GetFileName(command.Executable);
        _program = command.Program;
        return true;
    }

    /// <inheritdoc/>
    protected override ProcessStartInfo GetProcessStartInfo(string pathToTool, string commandLineCommands, string responseFileSwitch)
    {
        var start = base.GetProcessStartInfo(pathToTool, commandLineCommands, responseFileSwitch);
        start.StandardOutputEncoding = start.StandardErrorEncoding = new System.Text.UTF8Encoding(false);
        // Colours would hide the form that MSBuild recognises.
        start.EnvironmentVariables["NO_COLOR"] = "1";
        return start;
    }

    /// <inheritdoc/>
    protected override void LogToolCommand(string message) => Log.LogMessage(MessageImportance.Low, "{0}", message);

    /// <inheritdoc/>
    protected override void LogEventsFromTextOutput(string singleLine, MessageImportance messageImportance)
    {
        var line = CanonicalLine.Parse(singleLine);
        if (line is null)
        {
            if (singleLine.Trim().Length > 0) _said.Add(singleLine.TrimEnd());
            Log.LogMessage(messageImportance, "{0}", singleLine);
            return;
        }

        var file = line.File is null ? ProjectFile : Path.Combine(ProjectDirectory, line.File);
        switch (_severities.Of(line.Code, line.IsError))
        {
            case Grade.Hidden:
                Log.LogMessage(MessageImportance.Low, "{0}: {1}", line.Code, line.Text);
                break;
            case var grade:
                Log.Report(line, file, Pages, isError: grade == Grade.Error);
                break;
        }
    }

    /// <inheritdoc/>
    protected override bool HandleTaskExecutionErrors()
    {
        // Exit 2 means that something differs: for a plan that is the answer, otherwise each
        // difference was a line, whose severity is the user's to choose.
        if (ExitCode == 2 && !Log.HasLoggedErrors && (Verb is "plan" or "script" || _severities.Lowered > 0)) return true;
        if (!Log.HasLoggedErrors) Report(BuildDiagnostics.SilentFailure, Verb, ExitCode, string.Join(" ", _said));
        return !Log.HasLoggedErrors;
    }

    private bool CheckConnection()
    {
        if (ConnectionSecrets.Has(Connection))
        {
            var variable = string.IsNullOrEmpty(ConnectionVariable) ? "SCHEMASYNC_CONNECTION" : ConnectionVariable!;
            Report(BuildDiagnostics.SecretInProperty, variable, "SchemaSyncConnection");
            return false;
        }

        if (!Options.Any(o => ConnectionSecrets.Has(o.GetMetadata("Value")))) return true;
        Report(BuildDiagnostics.SecretInProperty, "that SchemaSyncTenantsControlVariable names", "SchemaSyncTenantsControl");
        return false;
    }

    private bool CheckAssembly()
    {
        if (File.Exists(TargetAssembly)) return true;
        Report(BuildDiagnostics.NotBuilt, TargetAssembly);
        return false;
    }

    private bool Ask() => CheckOwner() && CheckConnection() && CheckAssembly() && (DeclaresNothing() || base.Execute());

    private bool DeclaresNothing()
    {
        if (Sources.Length == 0 || IsSnapshot || AssemblyManifest.IsDeclared(TargetAssembly, Sources.Select(s => s.ItemSpec))) return false;
        _said.Add($"SchemaSync: {Path.GetFileNameWithoutExtension(TargetAssembly)} declares no table, so there is nothing to do");
        Log.LogMessage(MessageImportance.Normal, "{0}", Said);
        return true;
    }

    private string Question() => new ValidationQuestion
    {
        DriverVariables = DriverVariables,
        Assembly = TargetAssembly,
        Parts = [.. Parts.Files],
        CommandLine = CliDirectory + "\n" + Line(isQuestion: true),
        Severities = _severities.ToString(),
        Inputs = [.. StampInputs.Select(i => i.ItemSpec),
            .. Tenants?.StartsWith("@", StringComparison.Ordinal) == true ? [Tenants.Substring(1)] : Array.Empty<string>()],
        ProjectDirectory = ProjectDirectory,
        Connection = string.IsNullOrEmpty(Snapshot)
            ? Connection is { Length: > 0 } given ? given : Environment.GetEnvironmentVariable(ConnectionVariable ?? "") ?? ""
            : "",
    }.ToString();

    private void Report(DiagnosticEntry entry, params object[] arguments) => Log.Report(Pages, entry, ProjectFile, arguments);
}
