using System.Diagnostics;
using System.Security.Cryptography;
using System.Text;

namespace SchemaSync.Tasks;

/// <summary>
/// The last question whose answer was "clean", one file per project and provider. It is held open while the database is asked, so that
/// target frameworks that build at the same time ask once: the second one waits and then finds its own question in it.
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

    /// <summary>Whether this question was answered with "clean". Who must always ask
    /// still trusts an answer given while it waited.</summary>
    public bool Holds(string question, bool always)
    {
        if (always && !_waited) return false;
        _file.Position = 0;
        using var reader = new StreamReader(_file, Encoding.ASCII, false, 256, leaveOpen: true);
        return reader.ReadLine() is { Length: > 0 } salt && reader.ReadLine() == Hash(salt, question);
    }

    /// <summary>No answer is known any more.</summary>
    public void Forget()
    {
        _file.SetLength(0);
        _file.Flush(flushToDisk: true);
    }

    /// <summary>The question was answered with "clean".</summary>
    public void Keep(string question)
    {
        // The question holds a connection string: a salt of its own keeps others from trying passwords on many stamps at once.
        var random = new byte[16];
        using (var source = RandomNumberGenerator.Create()) source.GetBytes(random);
        var salt = Convert.ToBase64String(random);
        var bytes = Encoding.ASCII.GetBytes($"{salt}\n{Hash(salt, question)}\n");
        _file.SetLength(0);
        _file.Write(bytes, 0, bytes.Length);
    }

    public void Dispose() => _file.Dispose();

    private static string Hash(string salt, string question)
    {
        using var sha = new HMACSHA256(Encoding.ASCII.GetBytes(salt));
        return Convert.ToBase64String(sha.ComputeHash(Encoding.UTF8.GetBytes(question)));
    }
}
