namespace SchemaSync.Cli;

/// <summary>Writes what the user asked to have as a file: never over something that the run reads, and never half.</summary>
internal static class OutputFile
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);

    /// <summary>The folder is made when it is missing; an unchanged file is left
    /// alone. Devices and pipes are written as they are.</summary>
    /// <param name="inputs">Files that this run reads.</param>
    /// <param name="databases">Those whose files are never written over.</param>
    /// <exception cref="SchemaSyncException">SSY0910: it cannot be written. SSY0913: it is an input, or a database.</exception>
    public static async Task WriteAsync(string path, Action<Stream> write, IEnumerable<string> inputs,
        IReadOnlyList<DatabaseAdapter> databases, CancellationToken cancellationToken)
    {
        Refuse(path, inputs, databases);
        try
        {
            if (!File.Exists(path) || !await WriteStreamAsync(path, write, cancellationToken).ConfigureAwait(false))
                await AtomicFile.WriteAsync(path, write, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new SchemaSyncException([Diagnostic.Of(BuildDiagnostics.CannotWrite, path, Reason(path, e))], e);
        }
    }

    /// <summary>Refuses an output before the run begins, which may take long.</summary>
    /// <exception cref="SchemaSyncException">SSY0913.</exception>
    public static void Refuse(string path, IEnumerable<string> inputs, IReadOnlyList<DatabaseAdapter> databases)
    {
        if (inputs.Any(i => IsSame(i, path))) throw new SchemaSyncException(BuildDiagnostics.OutputIsInput, path, "this run reads it");
        foreach (var database in databases.Where(d => d.FileHeadLength > 0 && IsDatabase(path, d)))
            throw new SchemaSyncException(BuildDiagnostics.OutputIsInput, path, $"it is a database of {database.Provider}");
    }

    private static string Reason(string path, Exception e) =>
        e is TimeoutException or ArgumentException ? e.Message.TrimEnd('.')
            : Directory.Exists(path) ? "it is a folder"
            : e.Message.TrimEnd('.');

    private static bool IsSame(string input, string output)
    {
        try
        {
            return string.Equals(AtomicFile.Final(input), AtomicFile.Final(output),
                OperatingSystem.IsLinux() ? StringComparison.Ordinal : StringComparison.OrdinalIgnoreCase);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            // What cannot be looked at cannot be written either, and that is told there.
            return false;
        }
    }

    private static bool IsDatabase(string path, DatabaseAdapter database)
    {
        try
        {
            // A pipe has no length, but a link to one has, and opening it to read would wait for a writer.
            if (new FileInfo(AtomicFile.Final(path)) is not { Exists: true } info || info.Length < database.FileHeadLength) return false;
            using var file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            var head = new byte[database.FileHeadLength];
            return file.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && database.IsDatabaseFile(head);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException)
        {
            return false;
        }
    }

    /// <summary>Writes a pipe or a device, over which nothing can be renamed.</summary>
    /// <returns>Whether it is one.</returns>
    private static async Task<bool> WriteStreamAsync(string path, Action<Stream> write, CancellationToken cancellationToken)
    {
        // Opening a pipe that nobody reads blocks without end, and cannot be called off (fifo(7)).
        var opened = Task.Run(() => new FileStream(path, FileMode.Open, FileAccess.Write, FileShare.ReadWrite | FileShare.Delete),
            cancellationToken);
        try
        {
            var stream = await opened.WaitAsync(Patience, cancellationToken).ConfigureAwait(false);
            await using (stream.ConfigureAwait(false))
            {
                if (stream.CanSeek && !AtomicFile.Final(path).StartsWith("/dev/", StringComparison.Ordinal)) return false;
                write(stream);
                return true;
            }
        }
        catch (TimeoutException e)
        {
            throw new IOException($"nobody has read this pipe for {Patience.TotalSeconds:0} s", e);
        }
    }
}
