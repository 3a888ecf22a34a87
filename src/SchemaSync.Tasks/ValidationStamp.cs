using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Tasks;

/// <summary>
/// The last state that was found clean, one file per project. It is held open while the database is asked, so that target
/// frameworks that build at the same time ask once: the second one waits and then finds its own state in it.
/// </summary>
internal sealed class ValidationStamp : IDisposable
{
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    // Longer than any database keeps a build waiting. Whoever holds the file after that long hangs, and then everyone asks for themselves.
    private static readonly TimeSpan Limit = TimeSpan.FromMinutes(10);
    private readonly FileStream _file;
    private readonly bool _waited;

    private ValidationStamp(FileStream file, bool waited) => (_file, _waited) = (file, waited);

    /// <summary>The stamp, once nobody else holds it; null where it cannot be had or <paramref name="cancelled"/> says so.</summary>
    public static ValidationStamp? Wait(string path, Func<bool> cancelled)
    {
        var watch = Stopwatch.StartNew();
        for (var waited = false; !cancelled() && watch.Elapsed < Limit; waited = true)
        {
            try
            {
                Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
                return new(new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None), waited);
            }
            catch (IOException) when (File.Exists(path))
            {
                Thread.Sleep(Pause);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException)
            {
                return null;
            }
        }

        return null;
    }

    /// <summary>A hash of everything a clean result depends on, as far as this machine can see it.</summary>
    public static string StateOf(string assembly, IEnumerable<string> inputs, string arguments)
    {
        var state = new StringBuilder(arguments.Replace(assembly, "")).Append('\n');
        foreach (var text in AssemblyManifest.Read(assembly)) state.Append(text).Append('\n');
        foreach (var file in inputs.Where(File.Exists).Select(i => new FileInfo(i)))
            state.Append(CultureInfo.InvariantCulture, file.FullName, file.Length, file.LastWriteTimeUtc.Ticks);
        using var sha = SHA256.Create();
        return BitConverter.ToString(sha.ComputeHash(Encoding.UTF8.GetBytes(state.ToString()))).Replace("-", "");
    }

    /// <summary>Whether the state was found clean. Who must always ask still trusts an answer given while it waited.</summary>
    public bool Holds(string state, bool always)
    {
        if (always && !_waited) return false;
        _file.Position = 0;
        using var reader = new StreamReader(_file, Encoding.UTF8, false, 256, leaveOpen: true);
        return reader.ReadToEnd() == state;
    }

    public void Write(string state)
    {
        var bytes = Encoding.UTF8.GetBytes(state);
        _file.SetLength(0);
        _file.Write(bytes, 0, bytes.Length);
    }

    public void Dispose() => _file.Dispose();
}

internal static class StringBuilderExtensions
{
    public static StringBuilder Append(this StringBuilder builder, IFormatProvider format, string name, long length, long ticks) =>
        builder.Append(string.Format(format, "{0}|{1}|{2}\n", name, length, ticks));
}
