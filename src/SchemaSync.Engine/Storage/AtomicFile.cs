using System.Text;

namespace SchemaSync.Engine.Storage;

/// <summary>Writes a file so that a reader, a crash or a full disk meets the old content or the new one and nothing between.</summary>
internal static class AtomicFile
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Writes beside the file and renames; an unchanged file is left alone, so that builds see no change.</summary>
    /// <returns>Whether anything was written.</returns>
    public static async Task<bool> WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        var file = Final(path);
        var bytes = Utf8.GetBytes(text);
        if (await HoldsAsync(file, bytes, cancellationToken).ConfigureAwait(false)) return false;
        var directory = Path.GetDirectoryName(file)!;
        Directory.CreateDirectory(directory);
        var temporary = Path.Combine(directory, $".{Path.GetFileName(file)}.{Environment.ProcessId}.{Guid.NewGuid():N}.tmp");
        try
        {
            var stream = new FileStream(temporary, Options(file));
            await using (stream.ConfigureAwait(false))
            {
                await stream.WriteAsync(bytes, cancellationToken).ConfigureAwait(false);
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
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write, Options = FileOptions.Asynchronous };
        if (!OperatingSystem.IsWindows() && File.Exists(former)) options.UnixCreateMode = File.GetUnixFileMode(former);
        return options;
    }

    private static async Task<bool> HoldsAsync(string file, byte[] bytes, CancellationToken cancellationToken)
    {
        if (new FileInfo(file) is not { Exists: true } info || info.Length != bytes.Length) return false;
        var present = await File.ReadAllBytesAsync(file, cancellationToken).ConfigureAwait(false);
        return bytes.AsSpan().SequenceEqual(present);
    }
}
