namespace SchemaSync.Engine;

/// <summary>Why a file could not be read or written, without the path that the message names already.</summary>
internal static class FileFault
{
    public static string Of(Exception exception) => exception switch
    {
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "permission is denied (check who may read and write it)",
        _ => "the file cannot be read or written",
    };

    /// <summary>Nothing is wrong with it, so the cure is another one than for damage.</summary>
    public static SchemaSyncException Newer(string name, NewerFormatException e) =>
        new([Diagnostic.Of(InspectionDiagnostics.NewerFormat, name, $"{e.Version}", $"{e.Known}")], e);
}
