using System.Diagnostics;
using System.Text;

namespace SchemaSync.Adapters.Tests;

/// <summary>A sync in a process of its own, which dies where a fault says.</summary>
public static class CrashRun
{
    /// <summary>What a process that was killed ends with.</summary>
    public const int Killed = 137;

    /// <summary>Starts it and waits for its end; gives the exit code and what it printed.</summary>
    public static Task<(int ExitCode, string Output)> StartAsync(string[] arguments, string fault, TimeSpan? afterCommitBegan = null) =>
        StartAsync("dotnet", ["exec", Path.Combine(AppContext.BaseDirectory, "SchemaSync.CrashHost.dll"), .. arguments],
            fault, afterCommitBegan);

    /// <summary>The same where no file may grow beyond a size: the disk is full for whoever writes more.</summary>
    public static Task<(int ExitCode, string Output)> OnFullDiskAsync(string[] arguments, long kilobytes) =>
        // Ignored, the signal that would end the process leaves an error of the write.
        StartAsync("bash",
            ["-c", $"trap '' XFSZ; ulimit -f {kilobytes}; exec dotnet exec \"$@\"", "bash",
                Path.Combine(AppContext.BaseDirectory, "SchemaSync.CrashHost.dll"), .. arguments], "", null);

    private static async Task<(int ExitCode, string Output)> StartAsync(string program,
        string[] arguments, string fault, TimeSpan? afterCommitBegan)
    {
        var start = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SCHEMASYNC_TEST_FAULT"] = fault;
        // Memory for compiled code is a file too, which a limit on the size of files would hit first.
        start.Environment["DOTNET_EnableWriteXorExecute"] = "0";
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
