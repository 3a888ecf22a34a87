using System.Net.Sockets;
using Npgsql;

namespace SchemaSync.PostgreSql;

/// <summary>PostgreSQL's states (manual, Appendix A) as codes of ours. The server
/// never repeats a password, and neither does the driver.</summary>
internal static class PostgreSqlErrors
{
    private const string FailingRow = "Failing row contains";

    /// <summary>The diagnostic for a driver's exception; null when it is none.</summary>
    public static Diagnostic? Explain(string database, Exception exception) => exception switch
    {
        PostgresException e => Explain(database, e),
        NpgsqlException { InnerException: SocketException socket } => CannotOpen(database, SocketFault.Of(socket)),
        NpgsqlException { InnerException: TimeoutException } =>
            CannotOpen(database, "the server does not answer; check host, port and firewall"),
        NpgsqlException e when e.Message.Contains("password", StringComparison.OrdinalIgnoreCase) =>
            Diagnostic.Of(InspectionDiagnostics.NotAuthenticated, database, "it wants a password, and the connection string has none"),
        NpgsqlException { InnerException: System.Security.Authentication.AuthenticationException } =>
            NotEncrypted(database, "check the server's certificate and SSL Mode"),
        NpgsqlException { InnerException: IOException } =>
            Diagnostic.Of(InspectionDiagnostics.ConnectionLost, database, "the server ended it"),
        NpgsqlException e => Diagnostic.Of(InspectionDiagnostics.ConnectionLost, database, e.Message),
        SocketException e => CannotOpen(database, SocketFault.Of(e)),
        _ => null,
    };

    /// <summary>The diagnostic for what the server says to a step.</summary>
    public static Diagnostic Explain(Step step, RunnerPlace place, SessionState session, PostgresException exception)
    {
        // Which pairs of types convert is the server's to say: it does before the first row, on scratch.
        if (exception.SqlState == PostgresErrorCodes.CannotCoerce && step is { Rows: RowAccess.Rewrite, Written.Length: 0 })
            return Diagnostic.Of(DiffDiagnostics.CannotPlan, step.Serves,
                $"{Sentence(exception)}; say how with [Column(Using = \"…\")] on the property, or --using of revert");
        var diagnostic = (place.IsScratch ? OutsideFault.Of(step.Subject, exception, session.Shared) : null)
            ?? Explain(place.DisplayName, exception);
        return diagnostic.Entry == ExecutionDiagnostics.StatementFailed
            ? Diagnostic.Of(ExecutionDiagnostics.StatementFailed, step.Serves, place.DisplayName, Sentence(exception))
            : diagnostic;
    }

    /// <summary>
    /// The diagnostic for what the driver says of itself while it opens a connection: nothing was there that could
    /// be lost. Null when the server or the network says it, or the driver has no password.
    /// </summary>
    public static Diagnostic? ExplainOpening(string database, NpgsqlException exception) =>
        exception is PostgresException or { InnerException: not null }
            || exception.Message.Contains("password", StringComparison.OrdinalIgnoreCase) ? null
        : exception.Message.StartsWith("SSL", StringComparison.Ordinal)
            ? NotEncrypted(database,
                "the server offers no encryption to this client; switch it on there (ssl, pg_hba.conf), or ask for none (SSL Mode)")
        : CannotOpen(database, exception.Message.TrimEnd('.'));

    /// <summary>Whether waiting and trying again may help: a lock that others held, or a deadlock.</summary>
    public static bool IsLockConflict(Exception exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.LockNotAvailable or PostgresErrorCodes.DeadlockDetected };

    /// <summary>Whether the connection is gone, rather than a statement refused.</summary>
    public static bool IsLostConnection(NpgsqlException exception) =>
        exception is PostgresException { SqlState: PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown }
            || (exception is not PostgresException && exception.InnerException is IOException);

    /// <summary>Whether the catalogue moved under a query: an object that was dropped while its definition was printed.</summary>
    public static bool IsVanishedObject(PostgresException exception) =>
        exception.SqlState is PostgresErrorCodes.InternalError or PostgresErrorCodes.UndefinedTable or PostgresErrorCodes.UndefinedObject
            or PostgresErrorCodes.UndefinedFunction or PostgresErrorCodes.UndefinedColumn;

    /// <summary>The server's words, with the detail that names rows or objects; a whole failing row stays out.</summary>
    public static string Sentence(PostgresException exception)
    {
        var detail = exception.Detail is { Length: > 0 } text && !text.StartsWith(FailingRow, StringComparison.Ordinal)
            ? $" ({text.Replace('\n', ' ')})"
            : "";
        var where = exception.Where is { Length: > 0 } place && exception.SqlState == PostgresErrorCodes.SyntaxError
            ? $" [{place.Split('\n')[0]}]"
            : "";
        // Thousands of new tables in one transaction fill the server's table of locks; its hint names the setting.
        var hint = exception is { SqlState: PostgresErrorCodes.OutOfMemory, Hint.Length: > 0 } ? $" ({exception.Hint})" : "";
        if (exception.SqlState == PostgresErrorCodes.CannotCoerce)
            hint = " (the server knows no way from one to the other: add a new column, fill it, and drop the old one)";
        return exception.MessageText + detail + where + hint + ExtensionHint.Of(exception);
    }

    private static Diagnostic Explain(string database, PostgresException e) => e.SqlState switch
    {
        PostgresErrorCodes.InvalidPassword or PostgresErrorCodes.InvalidAuthorizationSpecification =>
            Diagnostic.Of(InspectionDiagnostics.NotAuthenticated, database, e.MessageText),
        PostgresErrorCodes.InvalidCatalogName => Diagnostic.Of(InspectionDiagnostics.UnknownDatabase, database, e.MessageText),
        PostgresErrorCodes.InsufficientPrivilege => Diagnostic.Of(InspectionDiagnostics.NoPermission, database, e.MessageText),
        PostgresErrorCodes.LockNotAvailable => Diagnostic.Of(ExecutionDiagnostics.Locked, database, "the lock timeout"),
        PostgresErrorCodes.DeadlockDetected => Diagnostic.Of(ExecutionDiagnostics.Locked, database, "it takes to tell a deadlock"),
        // A scratch session asks for transactions that write, so there it can only be a standby, and a run comes after that.
        PostgresErrorCodes.ReadOnlySqlTransaction =>
            Diagnostic.Of(InspectionDiagnostics.ReadOnlyServer, database,
                "default_transaction_read_only is on for the server, the database or the role",
                "take that back when it is not meant for you"),
        PostgresErrorCodes.TooManyConnections or PostgresErrorCodes.CannotConnectNow => CannotOpen(database, e.MessageText),
        PostgresErrorCodes.AdminShutdown or PostgresErrorCodes.CrashShutdown or PostgresErrorCodes.DatabaseDropped or "57P05" =>
            Diagnostic.Of(InspectionDiagnostics.ConnectionLost, database, e.MessageText),
        _ when e.SqlState.StartsWith("08", StringComparison.Ordinal) =>
            Diagnostic.Of(InspectionDiagnostics.ConnectionLost, database, e.MessageText),
        // Insufficient resources, system errors, and a statement that somebody or a time limit ended.
        _ when e.SqlState[..2] is "53" or "58" || e.SqlState == PostgresErrorCodes.QueryCanceled =>
            Diagnostic.Of(ExecutionDiagnostics.ServerLacks, database, Sentence(e)),
        _ => Diagnostic.Of(ExecutionDiagnostics.StatementFailed, "a statement", database, Sentence(e)),
    };

    private static Diagnostic NotEncrypted(string database, string reason) =>
        Diagnostic.Of(InspectionDiagnostics.CertificateRefused, database, reason);

    private static Diagnostic CannotOpen(string database, string reason) =>
        Diagnostic.Of(InspectionDiagnostics.CannotOpen, database, reason);
}
