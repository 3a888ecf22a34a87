using System.ComponentModel;
using System.Diagnostics;
using System.Runtime.InteropServices;
using System.Text.RegularExpressions;

namespace SchemaSync.Engine.Adapters;

/// <summary>A program that is run to its end, with the last lines it said.</summary>
public static partial class OnlineProcess
{
    private const int Lines = 12, LineLength = 300;
    private const int Terminate = 15;
    private static readonly TimeSpan Farewell = TimeSpan.FromSeconds(1.5);

    /// <summary>Where a program is: as written when it has a folder, else on the PATH; null when it is nowhere.</summary>
    public static string? Find(string program)
    {
        if (program.Contains('/', StringComparison.Ordinal) || program.Contains(Path.DirectorySeparatorChar))
            return File.Exists(program) ? Path.GetFullPath(program) : null;
        string[] names = OperatingSystem.IsWindows() ? [program, program + ".exe"] : [program];
        return (Environment.GetEnvironmentVariable("PATH") ?? "").Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(folder => names.Select(n => Path.Combine(folder, n))).FirstOrDefault(File.Exists);
    }

    /// <summary>
    /// Takes out of a program's environment what is not for it: our own variables, any that holds one of the
    /// secrets, whatever its name, and those that hold a password of some other connection.
    /// </summary>
    public static void Withhold(ProcessStartInfo start, params IEnumerable<string> secrets)
    {
        var known = secrets.Where(s => s.Length > 0).ToList();
        foreach (var (name, value) in start.Environment.ToList())
        {
            if (name.StartsWith("SCHEMASYNC", StringComparison.OrdinalIgnoreCase) || known.Any(s => Holds(value ?? "", s))
                || HoldsPassword().IsMatch(value ?? "")) start.Environment.Remove(name);
        }
    }

    // A connection string, or an address with a name and a password before its host.
    [GeneratedRegex(@"\b(password|pwd)\s*=|://[^/\s:@]*:[^/\s@]+@", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex HoldsPassword();

    // As it is, in a connection string, or in an address: a short password may also be a part of some path.
    private static bool Holds(string value, string secret) =>
        value == secret
            || new[] { $"={secret}", $"=\"{secret}", $"='{secret}", $":{secret}@" }.Any(s => value.Contains(s, StringComparison.Ordinal));

    /// <summary>Runs it. One that has to be stopped is given a moment: a copy that is
    /// cut off leaves more behind than one that ends.</summary>
    /// <param name="start">Program, arguments and environment.</param>
    /// <param name="stay">Called now and then while it works; when that fails, the program is stopped.</param>
    /// <param name="every">How often.</param>
    /// <returns>The exit code, and the last lines of what it said.</returns>
    public static async Task<(int ExitCode, IReadOnlyList<string> LastLines)> RunAsync(ProcessStartInfo start, Func<Task> stay,
        TimeSpan every, CancellationToken cancellationToken)
    {
        var said = new Queue<string>();
        using var process = new Process { StartInfo = start };
        (start.RedirectStandardInput, start.RedirectStandardOutput, start.RedirectStandardError,
            start.UseShellExecute) = (true, true, true, false);
        process.OutputDataReceived += (_, e) => Keep(said, e.Data);
        process.ErrorDataReceived += (_, e) => Keep(said, e.Data);
        try
        {
            process.Start();
        }
        catch (Win32Exception e)
        {
            return (-1, [e.Message]);
        }

        // Nobody is there to answer a question.
        process.StandardInput.Close();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        await WaitAsync(process, stay, every, cancellationToken).ConfigureAwait(false);
        lock (said) return (process.ExitCode, [.. said]);
    }

    private static async Task WaitAsync(Process process, Func<Task> stay, TimeSpan every, CancellationToken cancellationToken)
    {
        var end = process.WaitForExitAsync(CancellationToken.None);
        try
        {
            while (await Task.WhenAny(end, Task.Delay(every, cancellationToken)).ConfigureAwait(false) != end)
            {
                cancellationToken.ThrowIfCancellationRequested();
                await stay().ConfigureAwait(false);
            }
        }
        catch
        {
            // Ctrl+C at a terminal has reached it too; what a build server or a service sends has not.
            if (!OperatingSystem.IsWindows() && !process.HasExited) _ = Kill(process.Id, Terminate);
            if (await Task.WhenAny(end, Task.Delay(Farewell, CancellationToken.None)).ConfigureAwait(false) != end)
                process.Kill(entireProcessTree: true);
            await end.ConfigureAwait(false);
            throw;
        }

        await end.ConfigureAwait(false);
    }

    [DllImport("libc", EntryPoint = "kill")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static extern int Kill(int process, int signal);

    private static void Keep(Queue<string> said, string? line)
    {
        if (string.IsNullOrWhiteSpace(line)) return;
        lock (said)
        {
            said.Enqueue(line.Length > LineLength ? line[..LineLength] + "…" : line.TrimEnd());
            if (said.Count > Lines) said.Dequeue();
        }
    }
}
