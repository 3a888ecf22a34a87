using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace SchemaSync.Sqlite;

/// <summary>
/// Runs a plan as one transaction, which is also the lock: SQLite has one writer, and the journal undoes a run whose
/// process died.
/// </summary>
internal sealed class SqliteRunner(SqliteConnection connection, string database) : StatementRunner
{
    /// <summary>
    /// What a run and a script are set to before BEGIN: inside a transaction foreign_keys does nothing, and DROP TABLE would cascade
    /// (HAZARDS row 50); the others are what a connection string, or the shell's own file, may have changed.
    /// </summary>
    internal static readonly string[] Settings =
        ["PRAGMA foreign_keys = OFF", "PRAGMA legacy_alter_table = OFF", "PRAGMA ignore_check_constraints = OFF",
            "PRAGMA writable_schema = OFF", "PRAGMA recursive_triggers = OFF"];

    private TimeSpan _timeout;
    private bool _open;

    /// <inheritdoc/>
    public override bool HoldsUntilComplete => true;

    /// <inheritdoc/>
    public override async Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        foreach (var setting in Settings) await RunAsync(setting, cancellationToken).ConfigureAwait(false);
        await WaitAsync("BEGIN IMMEDIATE", cancellationToken).ConfigureAwait(false);
        _open = true;
        // SQLite lets BEGIN IMMEDIATE pass on a database that cannot be written.
        if (SQLitePCL.raw.sqlite3_db_readonly(connection.Handle, "main") == 1)
            throw new SchemaSyncException([ReadOnlyCause.Of(database,
                isByConnection: new SqliteConnectionStringBuilder(connection.ConnectionString).Mode == SqliteOpenMode.ReadOnly)]);
    }

    /// <inheritdoc/>
    public override Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task ExecuteAsync(Step step, CancellationToken cancellationToken)
    {
        RequireOne(step.Serves, step.Subject, step.Sql);
        try
        {
            if (step.IsAssertion) await AssertAsync(step, cancellationToken).ConfigureAwait(false);
            else await new Aside(connection, sql => RunAsync(sql, cancellationToken)).RunAsync(step.Sql,
                cancellationToken).ConfigureAwait(false);
        }
        catch (SqliteException e)
        {
            throw new SchemaSyncException([SqliteErrors.Explain(database, e, step.Serves) with { Subject = step.Subject }], e);
        }
    }

    /// <inheritdoc/>
    protected override string Database => database;

    /// <summary>SQLite itself says where the first statement of a text ends.</summary>
    protected override string? Fault(string sql)
    {
        var code = SQLitePCL.raw.sqlite3_prepare_v2(connection.Handle, sql, out var statement, out string rest);
        statement?.Dispose();
        var goesOn = code == SQLitePCL.raw.SQLITE_OK
            && (sql.Contains('\0', StringComparison.Ordinal) || Lexer.Read(rest ?? "").Significant.Count > 0);
        return goesOn ? "goes on behind its end" : null;
    }

    /// <inheritdoc/>
    protected override Task<T> QueryAsync<T>(string sql, int limit, Func<DbDataReader, Task<T>> read,
        CancellationToken cancellationToken) =>
        WithCommandAsync(sql, async command =>
        {
            using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            return await read(reader).ConfigureAwait(false);
        }, cancellationToken);

    /// <inheritdoc/>
    public override Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        // A reader holds a commit up as a writer does a begin; the transaction stays open meanwhile.
        await WaitAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        _open = false;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (!_open) return;
        _open = false;
        // SQLite rolls some failures back by itself; then there is nothing left to do here.
        if (SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle) == 0)
            await RunAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Repeats a statement that needs a lock of the file. The driver would block a
    /// thread while it waits, and could not be cancelled.</summary>
    private Task WaitAsync(string sql, CancellationToken cancellationToken) => UntilAsync(() =>
    {
        cancellationToken.ThrowIfCancellationRequested();
        var code = SQLitePCL.raw.sqlite3_exec(connection.Handle, sql);
        if (code is not (SQLitePCL.raw.SQLITE_OK or SQLitePCL.raw.SQLITE_BUSY))
            SqliteException.ThrowExceptionForRC(code, connection.Handle);
        return Task.FromResult(code == SQLitePCL.raw.SQLITE_OK);
    }, _timeout, (5, 100), cancellationToken);

    private Task RunAsync(string sql, CancellationToken cancellationToken) =>
        WithCommandAsync(sql, command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken);

    /// <summary>The driver's methods do not return before the statement ends, which may take
    /// minutes: to cancel one, SQLite itself has to be told.</summary>
    private async Task<T> WithCommandAsync<T>(string sql, Func<SqliteCommand, Task<T>> run, CancellationToken cancellationToken)
    {
        cancellationToken.ThrowIfCancellationRequested();
        using var interrupt = cancellationToken.Register(static handle => SQLitePCL.raw.sqlite3_interrupt((SQLitePCL.sqlite3)handle!),
            connection.Handle);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = Math.Max(1, (int)_timeout.TotalSeconds);
        try
        {
            return await run(command).ConfigureAwait(false);
        }
        catch (SqliteException e) when (cancellationToken.IsCancellationRequested && e.SqliteErrorCode == SQLitePCL.raw.SQLITE_INTERRUPT)
        {
            throw new OperationCanceledException(e.Message, e, cancellationToken);
        }
    }
}
