using System.Diagnostics;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Cli.Tests;

/// <summary>What a run of the command line printed, and how it ended.</summary>
public sealed record ToolRun(int ExitCode, string Output, string Error)
{
    public string All => Output + Error;
}

/// <summary>The built command line as a process, with files of its own.</summary>
public sealed class Tool : IDisposable
{
    private readonly Dictionary<string, string> _environment = [];
    private string[] _prefix = [];

    /// <summary>
    /// The program: in the whole run the one that is packed, precompiled, which SCHEMASYNC_TEST_CLI names, so
    /// that hundreds of processes need not compile themselves; else the one beside the tests.
    /// </summary>
    public static string Program { get; } = Environment.GetEnvironmentVariable("SCHEMASYNC_TEST_CLI") is { Length: > 0 } given
        ? given
        : Path.Combine(AppContext.BaseDirectory, "schemasync.dll");

    public string Folder { get; } = Directory.CreateTempSubdirectory("schemasync-cli-").FullName;

    public string File(string name) => Path.Combine(Folder, name);

    public Tool With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    /// <summary>Runs SQL on a file of its own accord, as another program would.</summary>
    public string Sql(string file, string sql)
    {
        using var connection = new SqliteConnection($"Data Source={File(file)};Pooling=False;Foreign Keys=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar()?.ToString() ?? "";
    }

    /// <summary>From now on runs as somebody whom permissions hold for: they do not for root, as whom containers run tests.</summary>
    public Tool WithoutPrivileges()
    {
        if (!Environment.IsPrivilegedProcess) return this;
        _prefix = ["setpriv", "--reuid=65534", "--regid=65534", "--clear-groups", "env", "HOME=/tmp"];
        Allow(Folder,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute | UnixFileMode.OtherRead
                | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute);
        return this;
    }

    /// <summary>What anybody may do with a file or folder.</summary>
    public static void Allow(string path, UnixFileMode mode)
    {
        if (!OperatingSystem.IsWindows()) System.IO.File.SetUnixFileMode(path, mode);
    }

    public ToolRun Run(params string[] arguments)
    {
        using var process = Start(arguments);
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(60_000), "the command line hangs");
        return new(process.ExitCode, output, error.Result);
    }

    /// <summary>A run that goes on while the test does something.</summary>
    public Process Start(params string[] arguments)
    {
        // Whoever runs the tests in the background has SIGINT ignored, and children inherit that.
        string[] signals = OperatingSystem.IsLinux() ? ["env", "--default-signal=INT"] : [];
        string[] command = [.. _prefix, .. signals, "dotnet", "exec", Program, .. arguments];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("SCHEMASYNC_CONNECTION");
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        return Process.Start(start)!;
    }

    /// <summary>One sentence with that code on stderr, and that exit code.</summary>
    public ToolRun Fails(int exitCode, string code, params string[] arguments)
    {
        var run = Run(arguments);
        Assert.True(run.ExitCode == exitCode, $"exit code {run.ExitCode}: {run.All}");
        Assert.StartsWith($"schemasync: error {code}: ", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error.Trim().Split('\n'));
        return run;
    }

    public ToolRun Ends(int exitCode, params string[] arguments)
    {
        var run = Run(arguments);
        Assert.True(run.ExitCode == exitCode, $"exit code {run.ExitCode}: {run.All}");
        return run;
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
