using System.Net.Sockets;
using MySqlConnector;

namespace SchemaSync.MySql;

/// <summary>The servers' numbers (manual, Server Error Message Reference) as codes of ours. Their texts hold no password.</summary>
internal static class MySqlErrors
{
    private const int ReadOnlyMode = 1836, ReadOnlyOption = 1290, ReadOnlyTransaction = 1792, OpenAsReadOnly = 1036, InnoDbReadOnly = 1874;

    private const int SecureTransportRequired = 3159, ServerGone = 2006, ServerLost = 2013, MustUsePlugin = 1524, ConnectionKilled = 1927,
        SpecificAccessDenied = 1227, RoutineAccessDenied = 1370, AlgorithmNotSupported = 1845,
        AlgorithmNotSupportedForReason = 1846, TooManyRowVersions = 4092;

    // What a server lacks for the moment (manual, Server Error Message Reference): disk, memory,
    // threads, locks, the patience of whoever set a limit or killed a statement.
    private static readonly HashSet<int> Lacks =
        [1002, 1003, 1004, 1016, 1020, 1021, 1023, 1024, 1026, 1030, 1037, 1038, 1041, 1114, 1135,
            1154, 1180, 1206, 1317, 1637, 1969, 3024, 3168, 3170, 3675, 4031];

    // The same, said of files: numbers of the servers' own library (135, 136: a table or index that may not grow), and those
    // of the system in the words of other errors: no space, too many open files, no memory, no quota.
    private const int LastOfLibrary = 40, UnknownCharSet = 22, UnknownCollation = 28;

    private static readonly string[] OfSystem =
    [
        .. from word in new[] { "rrno: ", "rrcode: ", "rrno ",
            "error number " } from number in new[] { "28", "23", "24", "12", "122", "135", "136" }
           from end in " )\n.," select $"{word}{number}{end}",
    ];

    /// <summary>The diagnostic for a driver's exception; null when it is none.</summary>
    public static Diagnostic? Explain(string database, Exception exception) => exception switch
    {
        MySqlException { InnerException: SocketException socket } => CannotOpen(database, SocketFault.Of(socket)),
        MySqlException e => Explain(database, e),
        SocketException e => CannotOpen(database, SocketFault.Of(e)),
        System.Security.Authentication.AuthenticationException e =>
            Diagnostic.Of(InspectionDiagnostics.CertificateRefused, database, e.Message),
        _ => null,
    };

    /// <summary>Whether waiting and trying again may help: a lock that others held, or a deadlock. The statement did nothing.</summary>
    public static bool IsLockConflict(Exception exception) =>
        exception is MySqlException { ErrorCode: MySqlErrorCode.LockWaitTimeout or MySqlErrorCode.LockDeadlock };

    /// <summary>Whether the server refused the ALGORITHM or LOCK that a statement asserts.</summary>
    public static bool IsRefusedAlgorithm(Exception exception) =>
        exception is MySqlException { Number: AlgorithmNotSupported or AlgorithmNotSupportedForReason or TooManyRowVersions };

    /// <summary>Whether the server says something about the statement or what it names, and not about itself or the connection.</summary>
    public static bool IsAboutStatement(MySqlException exception) =>
        exception.Number == ReadOnlyTransaction
            || (Explain("", exception).Entry is var entry
                && (entry == ExecutionDiagnostics.StatementFailed || entry == InspectionDiagnostics.NoPermission));

    /// <summary>Whether a right is missing to create or use a database.</summary>
    public static bool IsDenied(MySqlException exception) =>
        exception.ErrorCode is MySqlErrorCode.AccessDenied or MySqlErrorCode.DatabaseAccessDenied
        or MySqlErrorCode.TableAccessDenied or MySqlErrorCode.ColumnAccessDenied
        or (MySqlErrorCode)SpecificAccessDenied or (MySqlErrorCode)RoutineAccessDenied;

    /// <summary>Whether it is the server that says so, rather than a driver that met nobody.</summary>
    public static bool IsAnswer(MySqlException exception) =>
        exception.Number > 0
            && exception.ErrorCode is not (MySqlErrorCode.UnableToConnectToHost or MySqlErrorCode.CommandTimeoutExpired
                or (MySqlErrorCode)ServerGone or (MySqlErrorCode)ServerLost);

    private static Diagnostic Explain(string database, MySqlException e) => e.ErrorCode switch
    {
        _ when e.InnerException is System.Security.Authentication.AuthenticationException refused =>
            Diagnostic.Of(InspectionDiagnostics.CertificateRefused, database, refused.Message),
        MySqlErrorCode.AccessDenied => Diagnostic.Of(InspectionDiagnostics.NotAuthenticated, database, e.Message),
        MySqlErrorCode.UnknownDatabase or MySqlErrorCode.WrongDatabaseName =>
            Diagnostic.Of(InspectionDiagnostics.UnknownDatabase, database, e.Message),
        MySqlErrorCode.LockWaitTimeout => Diagnostic.Of(ExecutionDiagnostics.Locked, database, "the lock timeout"),
        MySqlErrorCode.LockDeadlock => Diagnostic.Of(ExecutionDiagnostics.Locked, database, "it takes to tell a deadlock"),
        // A name of a database may have letters that identifiers have not.
        MySqlErrorCode.ConnectionCountError or MySqlErrorCode.InvalidCharacterString => CannotOpen(database, e.Message),
        MySqlErrorCode.UnableToConnectToHost =>
            CannotOpen(database, "the server does not answer; check host and port, and whether the server runs"),
        MySqlErrorCode.ServerShutdown or (MySqlErrorCode)ServerGone or (MySqlErrorCode)ServerLost or (MySqlErrorCode)ConnectionKilled
            or MySqlErrorCode.ClientInteractionTimeout => Lost(database, e.Message),
        (MySqlErrorCode)SecureTransportRequired => CannotOpen(database, "the server wants an encrypted connection; write SslMode=Required"),
        (MySqlErrorCode)MustUsePlugin => Diagnostic.Of(InspectionDiagnostics.NotAuthenticated, database, e.Message),
        // 1290 is also said of other options, such as --skip-grant-tables.
        (MySqlErrorCode)ReadOnlyOption when !e.Message.Contains("read", StringComparison.OrdinalIgnoreCase) =>
            Diagnostic.Of(ExecutionDiagnostics.StatementFailed, "a statement", database, e.Message),
        (MySqlErrorCode)ReadOnlyMode or (MySqlErrorCode)ReadOnlyOption =>
            ReadOnly(database, e.Message,
                "connect to the source when this is a replica, or take the setting back when it is not meant for you"),
        (MySqlErrorCode)ReadOnlyTransaction =>
            ReadOnly(database, "every transaction only reads (transaction_read_only, tx_read_only)",
                "take the setting back when it is not meant for you"),
        _ when IsReadOnlyEngine(e) =>
            ReadOnly(database, e.Message,
                "the storage engine only reads (innodb_read_only, innodb_force_recovery); take that back when it is not meant for you"),
        _ when IsDenied(e) => Diagnostic.Of(InspectionDiagnostics.NoPermission, database, e.Message),
        _ when IsLacking(e) => Diagnostic.Of(ExecutionDiagnostics.ServerLacks, database, e.Message.TrimEnd('.')),
        // Without a number of the server's the driver itself gave up: it lost the connection or never had one.
        0 or MySqlErrorCode.None => Lost(database, e.Message),
        _ => Diagnostic.Of(ExecutionDiagnostics.StatementFailed, "a statement", database, e.Message),
    };

    // Of a table to be made it is told as a number of the servers' own library (MariaDB).
    private static bool IsReadOnlyEngine(MySqlException e) =>
        e.Number is OpenAsReadOnly or InnoDbReadOnly || e.Message.Contains("errno: 165 ", StringComparison.Ordinal);

    private static bool IsLacking(MySqlException e) => Lacks.Contains(e.Number)
        || (e.Number is > 0 and <= LastOfLibrary and not (UnknownCharSet or UnknownCollation))
        || (e.Number is >= 1000 && OfSystem.Any(s => e.Message.Contains(s, StringComparison.Ordinal)));

    private static Diagnostic CannotOpen(string database, string reason) =>
        Diagnostic.Of(InspectionDiagnostics.CannotOpen, database, reason);

    private static Diagnostic ReadOnly(string database, string reason, string advice) =>
        Diagnostic.Of(InspectionDiagnostics.ReadOnlyServer, database, reason, advice);

    private static Diagnostic Lost(string database, string reason) =>
        Diagnostic.Of(InspectionDiagnostics.ConnectionLost, database, reason.TrimEnd('.'));
}
