namespace SchemaSync.Cli;

/// <summary>Writes what the user asked to have as a file.</summary>
internal static class OutputFile
{
    /// <summary>The folder is made when it is missing; an unchanged file is left alone, so that builds see no change.</summary>
    /// <exception cref="SchemaSyncException">SSY0910.</exception>
    public static async Task WriteAsync(string path, string text, CancellationToken cancellationToken)
    {
        try
        {
            MakeFolder(path);
            if (File.Exists(path) && await File.ReadAllTextAsync(path, cancellationToken).ConfigureAwait(false) == text) return;
            await File.WriteAllTextAsync(path, text, cancellationToken).ConfigureAwait(false);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SchemaSyncException([Diagnostic.Of(BuildDiagnostics.CannotWrite, path, e.Message.TrimEnd('.'))], e);
        }
    }

    /// <summary>Makes the folder of a file that is about to be written.</summary>
    public static void MakeFolder(string path)
    {
        if (Path.GetDirectoryName(Path.GetFullPath(path)) is { } folder) Directory.CreateDirectory(folder);
    }
}
