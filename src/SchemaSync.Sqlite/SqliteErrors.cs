using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite;

/// <summary>SQLite's result codes (rescode) as codes of ours.</summary>
internal static class SqliteErrors
{
    private const int Error = 1, Busy = 5, Locked = 6, NoMemory = 7, ReadOnly = 8, Interrupted = 9, InputOutput = 10, Corrupt = 11,
        Full = 13, CantOpen = 14, NotADatabase = 26;

    /// <summary>The diagnostic for a driver's exception; null when it is none.</summary>
    public static Diagnostic? Explain(string database, Exception exception) => exception switch
    {
        SqliteException e => Explain(database, e, "a statement"),
        UnauthorizedAccessException or IOException =>
            Diagnostic.Of(InspectionDiagnostics.CannotOpen, database, "the file system refuses it; check the path and its permissions"),
        _ => null,
    };

    /// <summary>Whether a reader met what a crashed process left and may not repair it
    /// itself (rescode: READONLY_ROLLBACK and its like).</summary>
    public static bool NeedsRecovery(SqliteException exception) => exception.SqliteErrorCode is ReadOnly or CantOpen;

    /// <summary>SQLite's own words without the driver's frame around them.</summary>
    public static string Sentence(SqliteException exception)
    {
        var text = exception.Message;
        var start = text.IndexOf('\'', StringComparison.Ordinal);
        var end = text.LastIndexOf('\'');
        // Whoever reads it knows the table by its own name, not by that of the copy.
        return (start >= 0 && end > start ? text[(start + 1)..end] : text).Replace(Rebuild.Prefix, "", StringComparison.Ordinal);
    }

    /// <summary>The diagnostic for what went wrong with a statement that serves a change.</summary>
    public static Diagnostic Explain(string database, SqliteException exception, string serves)
    {
        var sentence = Sentence(exception);
        return exception.SqliteErrorCode switch
        {
            Busy or Locked => Diagnostic.Of(ExecutionDiagnostics.Locked, database, "the lock timeout"),
            ReadOnly => ReadOnlyCause.Of(database, exception),
            Full or InputOutput or NoMemory or Interrupted => Diagnostic.Of(ExecutionDiagnostics.ServerLacks, database, sentence),
            NotADatabase or Corrupt => Diagnostic.Of(InspectionDiagnostics.NotADatabase, database, ProviderNames.Sqlite, sentence),
            CantOpen => Diagnostic.Of(InspectionDiagnostics.CannotOpen, database,
                $"{sentence}; check that the file and its directory exist and may be read and written"),
            // ALTER TABLE read a view or trigger again that does not fit, whosever it is.
            Error when sentence.StartsWith("error in view ", StringComparison.Ordinal)
                || sentence.StartsWith("error in trigger ", StringComparison.Ordinal) =>
                Diagnostic.Of(InspectionDiagnostics.BrokenBody, sentence),
            _ => Diagnostic.Of(ExecutionDiagnostics.StatementFailed, serves, database, sentence),
        };
    }
}
