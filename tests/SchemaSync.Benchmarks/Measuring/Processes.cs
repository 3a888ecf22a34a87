using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace SchemaSync.Benchmarks;

/// <summary>Runs whole processes and measures them with everything they start and wait for. Linux and macOS.</summary>
internal static partial class Processes
{
    private const int Children = -1;

    /// <summary>Runs a command that must succeed.</summary>
    public static Cost Run(string folder, IReadOnlyDictionary<string, string> environment, string file, params string[] arguments) =>
        Run(folder, environment, file, arguments, out _);

    /// <summary>Runs a command that must succeed, and returns what it printed; <paramref name="input"/> is what it is told.</summary>
    public static Cost Run(string folder, IReadOnlyDictionary<string, string> environment, string file, string[] arguments,
        out string output, string? input = null)
    {
        var start = new ProcessStartInfo(file, arguments)
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            RedirectStandardInput = input is not null,
        };
        foreach (var (name, value) in environment) start.Environment[name] = value;
        var cpu = CpuOfChildren();
        var wall = Stopwatch.GetTimestamp();
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        if (input is not null)
        {
            // A program that refuses its input ends before it has read it all: its own words say why.
            try
            {
                using var text = process.StandardInput;
                text.Write(input);
            }
            catch (IOException)
            {
            }
        }

        output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        var cost = new Cost(CpuOfChildren() - cpu, Stopwatch.GetElapsedTime(wall).TotalMilliseconds);
        return process.ExitCode == 0 ? cost
            : throw new InvalidOperationException(
                $"{file} {string.Join(' ', arguments)} ended with {process.ExitCode}:\n{output}{error.GetAwaiter().GetResult()}");
    }

    /// <summary>The greatest peak of memory that a process had which was started and has ended, in MB.</summary>
    public static double PeakOfChildren()
    {
        if (GetUsage(Children, out var usage) != 0) throw new InvalidOperationException("getrusage failed");
        // Linux counts kilobytes, macOS bytes.
        return usage[4] / (OperatingSystem.IsMacOS() ? 1048576.0 : 1024.0);
    }

    /// <summary>Of every process that was started and has ended.</summary>
    private static double CpuOfChildren()
    {
        if (GetUsage(Children, out var usage) != 0) throw new InvalidOperationException("getrusage failed");
        return ((usage[0] + usage[2]) * 1000) + ((usage[1] + usage[3]) / 1000.0);
    }

    [LibraryImport("libc", EntryPoint = "getrusage")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetUsage(int who, out Usage usage);

    // struct rusage: user and system time as seconds and microseconds, then twelve counters and room to spare.
    [InlineArray(18)]
    private struct Usage
    {
        private long _first;
    }
}
