using System.Diagnostics;

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

    public string Folder { get; } = Directory.CreateTempSubdirectory("schemasync-cli-").FullName;

    public string File(string name) => Path.Combine(Folder, name);

    public Tool With(string variable, string value)
    {
        _environment[variable] = value;
        return this;
    }

    public ToolRun Run(params string[] arguments)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "schemasync.dll"), .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment.Remove("SCHEMASYNC_CONNECTION");
        foreach (var (name, value) in _environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        process.StandardInput.Close();
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        Assert.True(process.WaitForExit(60_000), "the command line hangs");
        return new(process.ExitCode, output, error.Result);
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
