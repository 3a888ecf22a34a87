using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using MySqlConnector;

namespace SchemaSync.MySql;

/// <summary>
/// Runs steps under a lock of the session, which the server releases when the session ends however it ends. Every statement
/// that changes a schema commits by itself. A step waits for table locks briefly and tries again: a waiting ALTER TABLE makes
/// everybody else wait behind it.
/// </summary>
internal sealed class MySqlRunner(MySqlConnection connection, Settings settings, ManagedDatabases databases, MySqlHome home, Trial? trial)
    : StatementRunner
{
    private bool _open;
    private TimeSpan _timeout = TimeSpan.FromSeconds(30);
    private readonly List<string> _locks = [];
    private LexerMode _mode = LexerMode.Ours;

    /// <inheritdoc/>
    public override async Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        _timeout = timeout;
        var started = Stopwatch.GetTimestamp();
        // In one order for everybody: two runs that share a database wait for each other there, and never in a circle.
        foreach (var name in (await databases.LockedAsync(cancellationToken).ConfigureAwait(false)).Select(LockName))
        {
            var left = timeout - Stopwatch.GetElapsedTime(started);
            using var command = new MySqlCommand("SELECT GET_LOCK(@name, @seconds)", connection);
            command.Parameters.AddWithValue("@name", name);
            command.Parameters.AddWithValue("@seconds", Math.Max(0, (int)Math.Ceiling(left.TotalSeconds)));
            if (Convert.ToInt64(await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is { } got and not DBNull
                ? got
                : 0, CultureInfo.InvariantCulture) != 1)
                throw Locked(timeout);
            _locks.Add(name);
        }
    }

    /// <summary>The lock of a database: names of locks belong to the whole server and have 64 characters.</summary>
    internal static string LockName(string database)
    {
        var name = $"schemasync:{database}";
        return name.Length <= 64 ? name : "schemasync:" + Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(database)))[..48];
    }

    /// <inheritdoc/>
    public override async Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken)
    {
        if (mode == TransactionMode.None) return;
        // By statements, not by the driver's object: the ledger's commands belong to the transaction without being told.
        await RunAsync("START TRANSACTION", cancellationToken).ConfigureAwait(false);
        _open = true;
    }

    /// <inheritdoc/>
    public override async Task ExecuteAsync(Step step, CancellationToken cancellationToken)
    {
        step = step with { Sql = home.Enter(step.Sql, _mode) };
        if (step.Fill is not null && trial is null)
        {
            await FillAsync(step, cancellationToken).ConfigureAwait(false);
            return;
        }

        RequireOne(step.Serves, step.Subject, step.Sql);
        // A body is read in the mode that it is kept with, which the step before sets.
        if (StatementText.ModeSetBy(step.Sql) is { } mode) _mode = mode;
        var sql = trial is null ? step.Sql : await trial.PlaceAsync(step, _mode, cancellationToken).ConfigureAwait(false);
        try
        {
            if (step.IsAssertion) await AssertAsync(step with { Sql = sql }, cancellationToken).ConfigureAwait(false);
            // A deadlock takes back what a transaction did before; it is not for a statement of it to go on.
            else if (step.Transaction == TransactionMode.Shared) await RunAsync(sql, cancellationToken).ConfigureAwait(false);
            else await WaitAsync(() => RunAsync(sql, cancellationToken), cancellationToken).ConfigureAwait(false);
        }
        catch (MySqlException e) when (trial is not null && OutsideFault.Of(step.Subject, sql, e, home, trial.Names) is { } outside)
        {
            throw new SchemaSyncException([outside], e);
        }
        catch (MySqlException e)
            when (MySqlErrors.Explain(settings.DisplayName, e) is { } diagnostic
                && diagnostic.Entry == ExecutionDiagnostics.StatementFailed)
        {
            throw new SchemaSyncException([Diagnostic.Of(ExecutionDiagnostics.StatementFailed, step.Serves, settings.DisplayName,
                MySqlErrors.IsRefusedAlgorithm(e) ? Cure(step, e) : trial?.Restore(e.Message) ?? e.Message) with
                {
                    Subject = step.Subject,
                }], e);
        }
    }

    /// <inheritdoc/>
    public override Task<IReadOnlyDictionary<Step, HandedStep>> HandOverAsync(Plan plan, OnlineChange change,
        CancellationToken cancellationToken) =>
        new HandOver(connection, settings, this).ChooseAsync(plan, change, cancellationToken);

    /// <inheritdoc/>
    public override bool IsAnotherWayNeeded(Exception exception) => MySqlErrors.IsRefusedAlgorithm(exception.InnerException ?? exception);

    /// <inheritdoc/>
    protected override string Database => settings.DisplayName;

    /// <inheritdoc/>
    protected override string? Fault(string sql) => StatementText.Fault(sql, _mode);

    /// <inheritdoc/>
    protected override bool IsLockConflict(Exception exception) => exception is MySqlException e && MySqlErrors.IsLockConflict(e);

    /// <inheritdoc/>
    protected override async Task<T> QueryAsync<T>(string sql, int limit,
        Func<DbDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        return await read(reader).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override string KeyLiteral(DbDataReader reader, int ordinal) => reader.GetValue(ordinal) switch
    {
        byte[] bytes => $"x'{Convert.ToHexString(bytes)}'",
        string text => MySqlText.Literal(text),
        // One without a year, a month or a day is none to DateTime.
        MySqlDateTime moment => string.Create(CultureInfo.InvariantCulture, $"'{moment.Year:0000}-{moment.Month:00}-{moment.Day:00} "
            + $"{moment.Hour:00}:{moment.Minute:00}:{moment.Second:00}.{moment.Microsecond:000000}'"),
        var number => Convert.ToString(number, CultureInfo.InvariantCulture)!,
    };

    // The proof met a table without a past. One that was changed instantly too often, or had a
    // full-text index once, refuses what the same table would do when it is new.
    private static string Cure(Step step, MySqlException refusal)
    {
        var table = step.Subject.Owner.IsEmpty ? step.Subject.Name : step.Subject.Owner;
        return $"{refusal.Message.TrimEnd('.')}. The table has a past that forbids this way: OPTIMIZE TABLE {MySqlText.Quote(table)} "
            + "writes its rows once, while others read and write, and then the next run goes through";
    }

    /// <inheritdoc/>
    public override async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (!_open) return;
        await RunAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        _open = false;
    }

    /// <inheritdoc/>
    public override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        foreach (var name in Enumerable.Reverse(_locks))
        {
            using var command = new MySqlCommand("SELECT RELEASE_LOCK(@name)", connection);
            command.Parameters.AddWithValue("@name", name);
            await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        }

        _locks.Clear();
    }

    /// <summary>A transaction that was not committed goes back; the lock goes with the session at the latest.</summary>
    public override async ValueTask DisposeAsync()
    {
        if (!_open || connection.State != System.Data.ConnectionState.Open) return;
        _open = false;
        await RunAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
    }

    /// <summary>Repeats a statement that met a lock of somebody else's: it did nothing yet.</summary>
    private Task WaitAsync(Func<Task> statement, CancellationToken cancellationToken) => UntilAsync(async () =>
    {
        await statement().ConfigureAwait(false);
        return true;
    }, _timeout, (50, 1000), cancellationToken);

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
