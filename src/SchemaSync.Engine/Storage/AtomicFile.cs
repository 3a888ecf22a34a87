using System.Text;

namespace SchemaSync.Engine.Storage;

/// <summary>Writes a file so that a reader, a crash or a full disk meets the old content or the new one and nothing between.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes beside the file and renames; an unchanged file is left alone, so that builds see no change.</summary>
    /// <returns>Whether anything was written.</returns>
    public static Task<bool> WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var bytes = Utf8.GetBytes(text);
        return WriteAsync(path, stream => stream.Write(bytes), cancellationToken);
    }

    /// <summary>The same with what is written in pieces; it may be asked for twice.</summary>
    public static async Task<bool> WriteAsync(string path, Action<Stream> write, CancellationToken cancellationToken)
    {
        var file = Final(path);
        cancellationToken.ThrowIfCancellationRequested();
        if (Holds(file, write)) return false;
        var directory = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(directory);
        var temporary = Path.Combine(directory, $".{Path.GetFileName(file)}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");
        try
        {
            var stream = new FileStream(temporary, Options(file));
            await using (stream.ConfigureAwait(false))
            {
                write(stream);
                // The name must not reach the disk before the content does.
                stream.Flush(flushToDisk: true);
            }

            File.Move(temporary, file, overwrite: true);
        }
        finally
        {
            File.Delete(temporary);
        }

        return true;
    }

    /// <summary>What a path means in the end: a link stays one, and what it points to is written.</summary>
    public static string Final(string path)
    {
        // Of a relative path the runtime finds the wrong end: it takes the link's folder for the root.
        var full = Path.GetFullPath(path);
        return new FileInfo(full).LinkTarget is null ? full : File.ResolveLinkTarget(full, returnFinalTarget: true)?.FullName ?? full;
    }

    private static FileStreamOptions Options(string former)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows() && File.Exists(former)) options.UnixCreateMode = File.GetUnixFileMode(former);
        return options;
    }

    private static bool Holds(string file, Action<Stream> write)
    {
        // What has no length may be a pipe, which would be waited for.
        if (new FileInfo(file) is not { Exists: true, Length: > 0 }) return false;
        using var present = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        using var comparing = new ComparingStream(present);
        write(comparing);
        return comparing.IsSame;
    }
}
