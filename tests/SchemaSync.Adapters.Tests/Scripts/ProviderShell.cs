using System.Collections.Concurrent;
using System.Diagnostics;
using System.Text;

namespace SchemaSync.Adapters.Tests;

/// <summary>How a run of a shell ended.</summary>
public sealed record ShellRun(int ExitCode, string Said)
{
    /// <summary>Its end was reached.</summary>
    public void Succeeded() => Assert.True(ExitCode == 0, Said);

    /// <summary>It was given a script twice: the first time it came to the end, the second time to the check of the start.</summary>
    public void SucceededOnce()
    {
        Assert.True(Said.Split("done").Length == 2, Said);
        StoppedWith("SchemaSync stops: this is not the state that the script was written for");
    }

    /// <summary>It stopped, and said why.</summary>
    public void StoppedWith(string reason)
    {
        Assert.Contains(reason, Said, StringComparison.Ordinal);
        Assert.NotEqual(0, ExitCode);
    }
}

/// <summary>The provider's own shell, as build/servers/client.sh finds it.</summary>
public static class ProviderShell
{
    private static readonly ConcurrentDictionary<string, Lazy<string[]>> Commands = new();

    public static async Task<ShellRun> RunAsync(string program, string script,
        IReadOnlyDictionary<string, string> environment, params string[] arguments)
    {
        var command = Commands.GetOrAdd(program, p => new(() => Find(p))).Value;
        var start = new ProcessStartInfo(command[0], [.. command.Skip(1), .. arguments])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            StandardInputEncoding = new UTF8Encoding(false),
            StandardOutputEncoding = Encoding.UTF8,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        using var process = Process.Start(start)!;
        var (output, errors) = (process.StandardOutput.ReadToEndAsync(), process.StandardError.ReadToEndAsync());
        try
        {
            await process.StandardInput.WriteAsync(script);
            process.StandardInput.Close();
        }
        catch (IOException)
        {
            // It stopped before it had read everything.
        }

        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return new(process.ExitCode, await errors + await output);
    }

    private static string[] Find(string program)
    {
        using var process =
            Process.Start(new ProcessStartInfo("bash",
                [Path.Combine(SchemaCase.Root(), "..", "build", "servers", "client.sh"), program]) { RedirectStandardOutput = true })!;
        var words = process.StandardOutput.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
        return words;
    }
}
