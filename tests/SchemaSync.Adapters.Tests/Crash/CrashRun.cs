using System.Diagnostics;
using System.Text;

namespace SchemaSync.Adapters.Tests;

/// <summary>A sync in a process of its own, which dies where a fault says.</summary>
public static class CrashRun
{
    /// <summary>What a process that was killed ends with.</summary>
    public const int Killed = 137;

    /// <summary>Starts it and waits for its end; gives the exit code and what it printed.</summary>
    public static async Task<(int ExitCode, string Output)> StartAsync(string[] arguments, string fault, TimeSpan? afterCommitBegan = null)
    {
        var start = new ProcessStartInfo("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "SchemaSync.CrashHost.dll"), .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SCHEMASYNC_TEST_FAULT"] = fault;
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = new StringBuilder();
        while (await process.StandardOutput.ReadLineAsync() is { } line)
        {
            output.Append(line).Append('\n');
            if (line != "committing" || afterCommitBegan is not { } pause) continue;
            if (pause > TimeSpan.Zero) await Task.Delay(pause);
            process.Kill();
        }

        await process.WaitForExitAsync();
        return (process.ExitCode, output.ToString() + await error);
    }
}
