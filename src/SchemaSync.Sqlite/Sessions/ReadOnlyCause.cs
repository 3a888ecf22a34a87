using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite.Sessions;

/// <summary>Why a database can be read and not written. SQLite says only that it is so, and
/// each cause has a cure of its own; so the file system is asked.</summary>
internal static class ReadOnlyCause
{
    // EROFS, the same number on Linux and macOS; ERROR_WRITE_PROTECT of Windows.
    private const int ReadOnlyFileSystem = 30, WriteProtected = unchecked((int)0x80070013);
    private const int Moved = 1032;

    /// <summary>SSY0510 with the cause and its cure.</summary>
    /// <param name="database">The data source.</param>
    /// <param name="exception">What SQLite said; null where it only opened the file to read.</param>
    /// <param name="isByConnection">Whether the connection string asks for no more than to read.</param>
    public static Diagnostic Of(string database, SqliteException? exception = null, bool isByConnection = false)
    {
        var (reason, cure) = isByConnection ? ("the connection string says Mode=ReadOnly", "take that out of it")
            : exception?.SqliteExtendedErrorCode == Moved ? ("the file was moved or replaced while it was open", "run again")
            : Why(database)
                ?? (exception is null
                    ? "SQLite opens it for reading only"
                    : SqliteErrors.Sentence(exception), "make its file, directory and file system writable for this account");
        return Diagnostic.Of(ExecutionDiagnostics.ReadOnly, database, reason, cure);
    }

    private static (string Reason, string Cure)? Why(string path)
    {
        if (!File.Exists(path)) return null;
        var full = Path.GetFullPath(path);
        var directory = Path.GetDirectoryName(full)!;
        return Fault(() => Open(full, FileMode.Open, FileOptions.None)) is { } file ? OfFile(file, full)
            : Fault(() => Open($"{full}-{Guid.NewGuid():n}", FileMode.CreateNew, FileOptions.DeleteOnClose)) is { } beside
                ? OfDirectory(beside, directory)
            : null;
    }

    /// <summary>The cause and cure of a file that could not be opened to write.</summary>
    internal static (string Reason, string Cure) OfFile(Exception fault, string file) => IsMount(fault) ? OfMount(file)
        : ("the file itself may not be written by this account (its permissions, or an attribute such as read-only or immutable)",
            "let the account write the file");

    /// <summary>The cause and cure of a directory in which no file could be made.</summary>
    internal static (string Reason, string Cure) OfDirectory(Exception fault, string directory) => IsMount(fault) ? OfMount(directory)
        : ($"the account may not write in the directory {directory}, where SQLite keeps its journal",
            "let the account write there; the file's own permissions are all right");

    private static (string, string) OfMount(string path) =>
        ($"the file system that holds {path} is mounted read-only",
            "mount it for writing, or use a copy elsewhere; permissions do not help");

    private static bool IsMount(Exception fault) => fault.HResult is ReadOnlyFileSystem or WriteProtected;

    private static void Open(string path, FileMode mode, FileOptions options)
    {
        using var opened = new FileStream(path, mode, mode == FileMode.Open ? FileAccess.ReadWrite : FileAccess.Write,
            FileShare.ReadWrite | FileShare.Delete, bufferSize: 1, options);
    }

    private static Exception? Fault(Action open)
    {
        try
        {
            open();
            return null;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return e;
        }
    }
}
