namespace SchemaSync.Engine.Adapters;

/// <summary>Files that a connection needs: drivers meet a missing one late, and in many words that do not name it.</summary>
public static class ConnectionFiles
{
    /// <summary>Refuses a connection one of whose files cannot be read.</summary>
    /// <param name="database">What messages call the database.</param>
    /// <param name="files">What names a file, such as a keyword of the connection
    /// string, and the file; null or empty where none is named.</param>
    /// <exception cref="SchemaSyncException">SSY0238.</exception>
    public static void Check(string database, params IEnumerable<(string NamedBy, string? Path)> files)
    {
        foreach (var (namedBy, path) in files)
        {
            if (string.IsNullOrEmpty(path)) continue;
            try
            {
                if (Directory.Exists(path)) throw Unreadable(database, path, namedBy, "it is a directory", null);
                using var opened = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
            }
            catch (Exception e) when (e is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
            {
                throw Unreadable(database, path, namedBy, FileFault.Of(e), e);
            }
        }
    }

    private static SchemaSyncException Unreadable(string database, string path, string namedBy, string reason, Exception? inner) =>
        new([Diagnostic.Of(InspectionDiagnostics.ConnectionFile, database, path, namedBy, reason)], inner);
}
