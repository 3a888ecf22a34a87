namespace SchemaSync.Engine.Storage;

/// <summary>Why a file could not be read or written, without the path that the message names already.</summary>
internal static class FileFault
{
    public static string Of(Exception exception) => exception switch
    {
        InputFaultException fault => fault.Message,
        FileNotFoundException or DirectoryNotFoundException => "there is no such file",
        UnauthorizedAccessException => "permission is denied (check who may read and write it)",
        _ => "the file cannot be read or written",
    };

    /// <summary>What to do about it, where <paramref name="write"/> makes such a file: one that is not there was not damaged.</summary>
    public static string Cure(Exception exception, string write) =>
        exception is FileNotFoundException or DirectoryNotFoundException
            ? $"correct the path, or {write}"
            : $"correct that, or {write} elsewhere";

    /// <summary>Nothing is wrong with it, so the cure is another one than for damage.</summary>
    public static SchemaSyncException Newer(string name, NewerFormatException e) =>
        new([Diagnostic.Of(InspectionDiagnostics.NewerFormat, name, $"{e.Version}", $"{e.Known}")], e);
}
