using System.Data.Common;
using System.Diagnostics;
using System.Globalization;

namespace SchemaSync.Engine.Adapters;

/// <summary>What runners of SQL have in common: one statement at a time, checks with
/// samples of their rows, locks that are waited for.</summary>
public abstract class StatementRunner : MigrationRunner
{
    // What a message can show of a value.
    private const int ShownCharacters = 40;

    private TimeSpan _waited;

    /// <inheritdoc/>
    public sealed override TimeSpan Waited => _waited;

    /// <summary>What messages call the database.</summary>
    protected abstract string Database { get; }

    /// <summary>Why a text is not exactly one statement, as the end of a sentence; null when it is.</summary>
    protected abstract string? Fault(string sql);

    /// <summary>Whether the database refused something because somebody else holds a lock, so that nothing was done yet.</summary>
    protected virtual bool IsLockConflict(Exception exception) => false;

    /// <summary>Whether a statement that was begun then found a lock of somebody else's; if so, that it has waited since.</summary>
    protected bool HasWaited(Exception exception, long since)
    {
        if (!IsLockConflict(exception)) return false;
        _waited += Stopwatch.GetElapsedTime(since);
        return true;
    }

    /// <summary>Waits before another attempt.</summary>
    protected async Task WaitAsync(TimeSpan pause, CancellationToken cancellationToken)
    {
        _waited += pause;
        await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Runs a query and hands over its rows, of which no more than <paramref name="limit"/> are read.</summary>
    protected abstract Task<T> QueryAsync<T>(string sql, int limit, Func<DbDataReader, Task<T>> read, CancellationToken cancellationToken);

    /// <inheritdoc/>
    public sealed override Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken)
    {
        RequireOne("a check", null, sql);
        return QueryAsync<IReadOnlyList<string>>(sql, limit, async reader =>
        {
            var rows = new List<string>();
            while (rows.Count < limit && await reader.ReadAsync(cancellationToken).ConfigureAwait(false))
            {
                rows.Add(reader.FieldCount == 1 && limit == 1 ? Value(reader, 0)
                    : string.Join(", ", Enumerable.Range(0, reader.FieldCount).Select(i => $"{reader.GetName(i)}={Value(reader, i)}")));
            }

            return rows;
        }, cancellationToken);
    }

    /// <summary>Asks what an assertion asks.</summary>
    /// <exception cref="SchemaSyncException">SSY0504: a row answers. SSY0521: it is one that declared SQL gives no value.</exception>
    protected async Task AssertAsync(Step step, CancellationToken cancellationToken)
    {
        var rows = await SampleAsync(step.Sql, 3, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0) return;
        if (step.Written.Length > 0)
            throw new SchemaSyncException([Diagnostic.Of(ExecutionDiagnostics.NoValue, step.Written, step.Subject.OwnerName.ToString(),
                string.Join("; ", rows)) with { Subject = step.Subject }]);
        throw new SchemaSyncException(
            [Diagnostic.Of(ExecutionDiagnostics.AssertionFailed, step.Subject.ToString(), step.Expectation,
                string.Join("; ", rows)) with { Subject = step.Subject }]);
    }

    /// <summary>
    /// Runs a step that gives rows their values, by key: others wait for the rows of one batch at most, and each batch is
    /// durable by itself. Rows that come meanwhile behind the last key are part of the last batch.
    /// </summary>
    protected async Task FillAsync(Step step, CancellationToken cancellationToken)
    {
        var fill = step.Fill!;
        IReadOnlyList<string>? low = null;
        for (var batches = 1L; ; batches++)
        {
            var above = low is null ? "" : $" AND {Compare(fill.Key, ">", low)}";
            var high = await BoundAsync(fill, above, cancellationToken).ConfigureAwait(false);
            var upTo = high is null ? "" : $" AND {Compare(fill.Key, "<=", high)}";
            await BeginAsync(TransactionMode.Alone, cancellationToken).ConfigureAwait(false);
            var batch = step with { Sql = $"{step.Sql}{above}{upTo}", Fill = null, Transaction = TransactionMode.Alone };
            await ExecuteAsync(batch, cancellationToken).ConfigureAwait(false);
            await CommitAsync(cancellationToken).ConfigureAwait(false);
            if (high is null) return;
            low = high;
            Filled?.Invoke(batches * fill.Rows);
            if (fill.Pause > 0) await Task.Delay(TimeSpan.FromMilliseconds(fill.Pause), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>A value of a key that was read, as a constant.</summary>
    protected virtual string KeyLiteral(DbDataReader reader, int ordinal) =>
        $"'{reader.GetString(ordinal).Replace("'", "''", StringComparison.Ordinal)}'";

    /// <summary>Whether a key is beyond (<c>&gt;</c>), or not beyond (<c>&lt;=</c>), these values.</summary>
    protected virtual string Compare(EquatableArray<string> key, string comparison, IReadOnlyList<string> values)
    {
        // By hand: not every server finds its way through an index by a comparison of rows.
        var last = key.Count - 1;
        var text = $"{key[last]} {comparison} {values[last]}";
        for (var i = last - 1; i >= 0; i--) text = $"{key[i]} {comparison[..1]} {values[i]} OR ({key[i]} = {values[i]} AND ({text}))";
        return $"({text})";
    }

    // The last row of the next batch; null where what is left is not more than one.
    private Task<IReadOnlyList<string>?> BoundAsync(RowFill fill, string above, CancellationToken cancellationToken)
    {
        var key = string.Join(", ", fill.Key);
        var offset = (fill.Rows - 1).ToString(CultureInfo.InvariantCulture);
        return QueryAsync<IReadOnlyList<string>?>(
            $"SELECT {key} FROM {fill.Table} WHERE {fill.Missing}{above} ORDER BY {key} LIMIT 1 OFFSET {offset}", 1,
            async reader => await reader.ReadAsync(cancellationToken).ConfigureAwait(false)
                ? [.. Enumerable.Range(0, fill.Key.Count).Select(i => KeyLiteral(reader, i))] : null, cancellationToken);
    }

    /// <summary>Drivers run one statement after the other until a text ends: a text of a plan is one.</summary>
    /// <exception cref="SchemaSyncException">SSY0228: it is not.</exception>
    protected void RequireOne(string serves, ObjectId? subject, string sql)
    {
        if (Fault(sql) is { } fault)
            throw new SchemaSyncException([Diagnostic.Of(InspectionDiagnostics.NotOneStatement, serves, fault) with { Subject = subject }]);
    }

    /// <summary>Tries again, ever more rarely, until it is done.</summary>
    /// <param name="attempt">Returns whether it is done; false, or a lock conflict, means that somebody else is in the way.</param>
    /// <param name="timeout">How long.</param>
    /// <param name="pauses">The first and the longest pause, in milliseconds.</param>
    /// <param name="cancellationToken">Ends the wait.</param>
    /// <exception cref="SchemaSyncException">SSY0501: it took too long.</exception>
    protected async Task UntilAsync(Func<Task<bool>> attempt, TimeSpan timeout,
        (int First, int Longest) pauses, CancellationToken cancellationToken)
    {
        var deadline = Environment.TickCount64 + (long)timeout.TotalMilliseconds;
        for (var pause = pauses.First; ; pause = Math.Min(pause * 2, pauses.Longest))
        {
            var since = Stopwatch.GetTimestamp();
            try
            {
                if (await attempt().ConfigureAwait(false)) return;
                if (Environment.TickCount64 > deadline) throw Locked(timeout);
            }
            catch (Exception e) when (HasWaited(e, since))
            {
                if (Environment.TickCount64 > deadline) throw Locked(timeout, e);
            }

            await WaitAsync(TimeSpan.FromMilliseconds(pause), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>SSY0501: somebody else held a lock for the whole time.</summary>
    protected SchemaSyncException Locked(TimeSpan timeout, Exception? cause = null) =>
        new([Diagnostic.Of(ExecutionDiagnostics.Locked, Database,
            $"{timeout.TotalSeconds.ToString("0.#", CultureInfo.InvariantCulture)} s")], cause);

    private static string Value(DbDataReader reader, int ordinal)
    {
        if (reader.IsDBNull(ordinal)) return "NULL";
        var value = reader.GetValue(ordinal);
        var text = value is byte[] bytes ? $"x'{Convert.ToHexString(bytes)}'" : Convert.ToString(value, CultureInfo.InvariantCulture) ?? "";
        return text.Length > ShownCharacters ? text[..ShownCharacters] + "…" : text;
    }
}
