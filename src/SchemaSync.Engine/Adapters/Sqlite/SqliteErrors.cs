using Microsoft.Data.Sqlite;

namespace SchemaSync.Engine;

/// <summary>SQLite's result codes (rescode) as codes of ours.</summary>
internal static class SqliteErrors
{
    private const int Busy = 5, Locked = 6, ReadOnly = 8, Corrupt = 11, CantOpen = 14, NotADatabase = 26;

    /// <summary>The diagnostic for a driver's exception; null when it is none.</summary>
    public static Diagnostic? Explain(string database, Exception exception) => exception switch
    {
        SqliteException e => Explain(database, e.SqliteErrorCode, Sentence(e)),
        UnauthorizedAccessException or IOException => Diagnostic.Of(InspectionDiagnostics.CannotOpen, database, "the file system refuses it; check the path and its permissions"),
        _ => null,
    };

    /// <summary>Whether a reader met what a crashed process left and may not repair it itself (rescode: READONLY_ROLLBACK and its like).</summary>
    public static bool NeedsRecovery(SqliteException exception) => exception.SqliteErrorCode is ReadOnly or CantOpen;

    /// <summary>SQLite's own words without the driver's frame around them.</summary>
    public static string Sentence(SqliteException exception)
    {
        var text = exception.Message;
        var start = text.IndexOf('\'', StringComparison.Ordinal);
        var end = text.LastIndexOf('\'');
        return start >= 0 && end > start ? text[(start + 1)..end] : text;
    }

    private static Diagnostic Explain(string database, int code, string sentence) => code switch
    {
        Busy or Locked => Diagnostic.Of(ExecutionDiagnostics.Locked, database, "the lock timeout"),
        ReadOnly => Diagnostic.Of(ExecutionDiagnostics.ReadOnly, database, sentence),
        NotADatabase or Corrupt => Diagnostic.Of(InspectionDiagnostics.NotADatabase, database, ProviderNames.Sqlite),
        CantOpen => Diagnostic.Of(InspectionDiagnostics.CannotOpen, database, $"{sentence}; check that the directory exists and may be read"),
        _ => Diagnostic.Of(ExecutionDiagnostics.StatementFailed, "a statement", database, sentence),
    };
}
