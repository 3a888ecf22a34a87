using System.Data;
using System.Data.Common;
using System.Diagnostics;
using System.Globalization;
using Npgsql;

namespace SchemaSync.PostgreSql;

/// <summary>
/// Runs steps under an advisory lock of the session, which the server releases when the session ends however it ends. A step
/// waits for table locks briefly and tries again: a waiting ALTER TABLE would make everybody else wait behind it.
/// </summary>
internal sealed partial class PostgreSqlRunner(NpgsqlConnection connection, RunnerPlace place, SessionState session) : StatementRunner
{
    private const int Attempts = 10;

    private readonly List<Step> _batch = [];
    private readonly ScratchSchema _scratch = new(connection, place, session);
    private readonly LockCount _locks = new(connection);
    private readonly IReadOnlyList<string> _keys = AdvisoryKeys.Of([.. place.Shared, place.Schema]);
    private readonly PostgreSqlHome _home = new(place.Schema);
    private string _timeouts = "";
    private int _locked;

    // On scratch the one transaction belongs to the session, and is ended with it.
    private bool IsOpen => session.IsOpen && !place.IsScratch;

    /// <inheritdoc/>
    public override async Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        if (place.IsScratch) return;
        await place.Role.RequireAsync(connection, place.DisplayName, cancellationToken).ConfigureAwait(false);
        await UntilAsync(async () =>
        {
            while (_locked < _keys.Count
                && await ScalarAsync($"SELECT pg_catalog.pg_try_advisory_lock({_keys[_locked]})",
                    cancellationToken).ConfigureAwait(false) is true) _locked++;
            return _locked == _keys.Count;
        }, timeout, (10, 500), cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    public override async Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken)
    {
        if (place.IsScratch || mode == TransactionMode.None) return;
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        _batch.Clear();
        _locks.Begin();
    }

    /// <inheritdoc/>
    public override bool IsAmbiguousCall(Exception exception) =>
        (exception as PostgresException ?? exception.InnerException as PostgresException)?.SqlState == PostgresErrorCodes.AmbiguousFunction;

    /// <inheritdoc/>
    public override async Task ExecuteAsync(Step step, CancellationToken cancellationToken)
    {
        if (step.Fill is not null && !place.IsScratch)
        {
            await FillAsync(step with { Sql = _home.Enter(step.Sql) }, cancellationToken).ConfigureAwait(false);
            return;
        }

        try
        {
            for (var attempt = 1; ; attempt++)
            {
                var since = Stopwatch.GetTimestamp();
                try
                {
                    if (attempt > 1) await AgainAsync(cancellationToken).ConfigureAwait(false);
                    await ExecuteOnceAsync(step, cancellationToken).ConfigureAwait(false);
                    if (IsOpen) _batch.Add(step);
                    if (session.IsOpen && await _locks.AddAsync(1, cancellationToken).ConfigureAwait(false) is { } full)
                        throw TooManyLocks(full);
                    return;
                }
                catch (PostgresException e) when (!place.IsScratch && HasWaited(e, since) && attempt < Attempts)
                {
                    if (!IsOpen) await CleanUpAsync(step).ConfigureAwait(false);
                    await WaitAsync(Pause(attempt), cancellationToken).ConfigureAwait(false);
                }
            }
        }
        catch (PostgresException e)
        {
            if (!place.IsScratch && !IsOpen) await CleanUpAsync(step).ConfigureAwait(false);
            throw new SchemaSyncException([PostgreSqlErrors.Explain(step, place, session, e) with { Subject = step.Subject }], e);
        }
    }

    /// <inheritdoc/>
    public override async Task TryAsync(Step part, CancellationToken cancellationToken)
    {
        await RunAsync("SAVEPOINT schemasync_part", cancellationToken).ConfigureAwait(false);
        await ExecuteAsync(part, cancellationToken).ConfigureAwait(false);
        await RunAsync("ROLLBACK TO SAVEPOINT schemasync_part", cancellationToken).ConfigureAwait(false);
    }

    /// <inheritdoc/>
    protected override string Database => place.DisplayName;

    /// <inheritdoc/>
    protected override bool IsLockConflict(Exception exception) => PostgreSqlErrors.IsLockConflict(exception);

    /// <inheritdoc/>
    protected override string? Fault(string sql) => StatementText.Fault(sql);

    /// <inheritdoc/>
    protected override async Task<T> QueryAsync<T>(string sql, int limit,
        Func<DbDataReader, Task<T>> read, CancellationToken cancellationToken)
    {
        // Cut on the server: the driver would read every row before it lets go of the query.
        sql = _home.Enter(sql).TrimEnd(' ', '\n', ';');
        var cut = $"SELECT * FROM ({sql}\n) AS samples LIMIT {limit.ToString(CultureInfo.InvariantCulture)}";
        var command = new NpgsqlCommand(string.Join("; ", InSchema(cut)), connection) { AllResultTypesAreUnknown = true };
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                await reader.NextResultAsync(cancellationToken).ConfigureAwait(false);
                return await read(reader).ConfigureAwait(false);
            }
        }
    }

    /// <inheritdoc/>
    protected override string Compare(EquatableArray<string> key, string comparison, IReadOnlyList<string> values) =>
        // A row of constants takes the types of the key.
        $"ROW({string.Join(", ", key)}) OPERATOR(pg_catalog.{comparison}) ROW({string.Join(", ", values)})";

    /// <inheritdoc/>
    protected override string KeyLiteral(DbDataReader reader, int ordinal) => PostgreSqlText.Literal(reader.GetString(ordinal));

    /// <inheritdoc/>
    public override async Task CommitAsync(CancellationToken cancellationToken)
    {
        if (!IsOpen) return;
        await RunAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        session.IsOpen = false;
    }

    /// <inheritdoc/>
    public override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        if (_locked == 0) return;
        await RunAsync($"SELECT {string.Join(", ", _keys.Take(_locked).Select(k => $"pg_catalog.pg_advisory_unlock({k})"))}",
            cancellationToken).ConfigureAwait(false);
        _locked = 0;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        try
        {
            if (session.IsOpen) await RunAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
            session.IsOpen = false;
            if (_locked > 0) await CompleteAsync(CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // A connection that cannot even let go must not be kept: closing it rolls back and unlocks.
            NpgsqlConnection.ClearPool(connection);
        }

        session.IsOpen = false;
        _locked = 0;
    }

    private SchemaSyncException TooManyLocks(string numbers) => place.IsScratch
        ? new(InspectionDiagnostics.TooManyLocks, place.DisplayName, numbers)
        : new(ExecutionDiagnostics.TooManyLocks, place.DisplayName, numbers);

    private async Task ExecuteOnceAsync(Step step, CancellationToken cancellationToken)
    {
        step = step with { Sql = _home.Enter(step.Sql), TransactionalSql = step.TransactionalSql is { } text ? _home.Enter(text) : null };
        if (!place.IsScratch) await SetTimeoutsAsync(step, cancellationToken).ConfigureAwait(false);
        if (step.IsAssertion) await AssertAsync(step, cancellationToken).ConfigureAwait(false);
        else
        {
            var statements = place.IsScratch ? await _scratch.StatementsAsync(step, cancellationToken).ConfigureAwait(false) : [step.Sql];
            foreach (var sql in statements)
            {
                RequireOne(step.Serves, step.Subject, sql);
                await RunInSchemaAsync(StatementText.Undivided(sql), cancellationToken).ConfigureAwait(false);
            }

            if (place.IsScratch && statements.Count > 0) await _scratch.DoneAsync(step, cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>The transaction from its beginning to the step that could not get its lock: what it held is let go meanwhile.</summary>
    private async Task AgainAsync(CancellationToken cancellationToken)
    {
        if (!IsOpen) return;
        await RunAsync("ROLLBACK", cancellationToken).ConfigureAwait(false);
        await OpenAsync(cancellationToken).ConfigureAwait(false);
        foreach (var step in _batch) await ExecuteOnceAsync(step, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Begins, and asks in the same round trip whether this is still the session that was set up: a pooler in transaction mode
    /// hands out another one, without the lock and with any search path (HAZARDS row 70).
    /// </summary>
    private async Task OpenAsync(CancellationToken cancellationToken)
    {
        // Another session has a path of its own, in which this has to mean the same.
        var same = "SELECT pg_catalog.pg_backend_pid() OPERATOR(pg_catalog.=) "
            + $"{connection.ProcessID.ToString(CultureInfo.InvariantCulture)}"
            + $" AND pg_catalog.current_setting('search_path') OPERATOR(pg_catalog.=) {PostgreSqlText.Literal(PostgreSqlPath.Server)}";
        var batch = new NpgsqlBatch(connection) { BatchCommands = { new("BEGIN"), new(same) } };
        await using (batch.ConfigureAwait(false))
        {
            var isSame = await batch.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false) is true;
            session.IsOpen = true;
            _transaction = new();
            _timeouts = "";
            if (!isSame)
                throw new SchemaSyncException(InspectionDiagnostics.ConnectionLost, place.DisplayName,
                    "a pooler hands out another session for each transaction; "
                        + "connect to the server itself, or to a pooler in session mode");
        }
    }

    private async Task SetTimeoutsAsync(Step step, CancellationToken cancellationToken)
    {
        var local = IsOpen ? "true" : "false";
        var (wait, statement) = StepTime.Of(step);
        var timeouts = $"SELECT set_config('lock_timeout', '{StepTime.Text(wait)}', {local}), "
            + $"set_config('statement_timeout', '{StepTime.Text(statement)}', {local})";
        if (timeouts == _timeouts) return;
        await RunAsync(timeouts, cancellationToken).ConfigureAwait(false);
        _timeouts = timeouts;
    }

    /// <summary>What a statement outside any transaction leaves when it fails: an invalid index that costs every writer.</summary>
    private async Task CleanUpAsync(Step step)
    {
        if (step.Transaction != TransactionMode.None || step.Reverse.Kind != ReverseKind.Sql) return;
        try
        {
            await RunInSchemaAsync(_home.Enter(step.Reverse.Text), CancellationToken.None).ConfigureAwait(false);
        }
        catch (Exception e) when (e is NpgsqlException or InvalidOperationException)
        {
            // The failure itself is told; the next run sees the leftover and repairs it.
        }
    }

    // Between half and all of a doubling time, so that two that met do not meet again.
    private static TimeSpan Pause(int attempt) => TimeSpan.FromMilliseconds(Random.Shared.Next(50, 100) << Math.Min(attempt, 6));

    /// <summary>Statements of a plan with what goes around them: their names mean the managed schema's, and they run as the plan's role;
    /// what follows does neither. Each puts the role on anew: one that takes it off does so for itself alone.</summary>
    private List<string> InSchema(params IEnumerable<string> statements) => [PostgreSqlPath.Use(session.PlanPath),
        .. statements.SelectMany(s => place.Role.Enter.Append(s)), .. place.Role.Leave, PostgreSqlPath.Leave];

    /// <summary>A statement of a plan, see <see cref="InSchema"/>.</summary>
    private async Task RunInSchemaAsync(string sql, CancellationToken cancellationToken)
    {
        if (!session.IsOpen)
        {
            await RunAloneAsync(sql, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Where it fails, the transaction is rolled back, and with it the path.
        var batch = new NpgsqlBatch(connection);
        foreach (var text in InSchema(sql)) batch.BatchCommands.Add(new(text));
        await using (batch.ConfigureAwait(false)) await batch.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    // Some statements cannot travel with others (manual, Extended Query, pipelining).
    private async Task RunAloneAsync(string sql, CancellationToken cancellationToken)
    {
        await RunAsync(PostgreSqlPath.Use(session.PlanPath), cancellationToken).ConfigureAwait(false);
        try
        {
            foreach (var text in place.Role.Enter.Append(sql)) await RunAsync(text, cancellationToken).ConfigureAwait(false);
        }
        finally
        {
            if (connection.State == ConnectionState.Open)
                foreach (var text in place.Role.Leave.Append(PostgreSqlPath.Leave))
                    await RunAsync(text, CancellationToken.None).ConfigureAwait(false);
        }
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false)) await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }

    private async Task<object?> ScalarAsync(string sql, CancellationToken cancellationToken)
    {
        var command = new NpgsqlCommand(sql, connection);
        await using (command.ConfigureAwait(false)) return await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
    }
}
