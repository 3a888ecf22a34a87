using System.Diagnostics;
using System.Globalization;

namespace SchemaSync.Benchmarks;

/// <summary>
/// The compilers that stay after a build and whose temporary files are in one folder. What they take is theirs alone, because they are no
/// children of the build that uses them. Linux: elsewhere they count as nothing.
/// </summary>
internal sealed class CompilerServer(string temporary) : IDisposable
{
    private const double TicksOfMillisecond = 0.1;

    /// <summary>The processor time they have taken so far, in milliseconds.</summary>
    public double Cpu => Found().Sum(Taken);

    public void Dispose()
    {
        foreach (var id in Found())
        {
            using var process = Process.GetProcessById(id);
            process.Kill();
            process.WaitForExit();
        }
    }

    private IEnumerable<int> Found() => !Directory.Exists("/proc") ? []
        : Directory.EnumerateDirectories("/proc").Select(d => int.TryParse(Path.GetFileName(d), out var id) ? id : 0)
            .Where(id => id > 0 && Read(id, "cmdline").Contains("VBCSCompiler", StringComparison.Ordinal)
                && Read(id, "environ").Contains($"TMPDIR={temporary}\0", StringComparison.Ordinal));

    // Times of user and system are the twelfth and thirteenth word behind the name, which may hold spaces.
    private static double Taken(int id)
    {
        var words = Read(id, "stat") is { Length: > 0 } text ? text[(text.LastIndexOf(')') + 2)..].Split(' ') : [];
        return words.Length < 13 ? 0 : words[11..13].Sum(w => double.Parse(w, CultureInfo.InvariantCulture)) / TicksOfMillisecond;
    }

    // One of somebody else cannot be looked at, and one may have ended meanwhile.
    private static string Read(int id, string file)
    {
        try
        {
            return File.ReadAllText($"/proc/{id}/{file}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
