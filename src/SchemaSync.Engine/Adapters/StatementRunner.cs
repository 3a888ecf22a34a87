using System.Data.Common;
using System.Globalization;

namespace SchemaSync.Engine.Adapters;

/// <summary>What runners of SQL have in common: one statement at a time, checks with
/// samples of their rows, locks that are waited for.</summary>
public abstract class StatementRunner : MigrationRunner
{
    // What a message can show of a value.
    private const int ShownCharacters = 40;

    /// <summary>What messages call the database.</summary>
    protected abstract string Database { get; }

    /// <summary>Why a text is not exactly one statement, as the end of a sentence; null when it is.</summary>
    protected abstract string? Fault(string sql);

    /// <summary>Whether the database refused something because somebody else holds a lock, so that nothing was done yet.</summary>
    protected virtual bool IsLockConflict(Exception exception) => false;

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
    /// <exception cref="SchemaSyncException">SSY0504: a row answers.</exception>
    protected async Task AssertAsync(Step step, CancellationToken cancellationToken)
    {
        var rows = await SampleAsync(step.Sql, 3, cancellationToken).ConfigureAwait(false);
        if (rows.Count == 0) return;
        throw new SchemaSyncException(
            [Diagnostic.Of(ExecutionDiagnostics.AssertionFailed, step.Subject.ToString(), step.Expectation,
                string.Join("; ", rows)) with { Subject = step.Subject }]);
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
            try
            {
                if (await attempt().ConfigureAwait(false)) return;
                if (Environment.TickCount64 > deadline) throw Locked(timeout);
            }
            catch (Exception e) when (IsLockConflict(e))
            {
                if (Environment.TickCount64 > deadline) throw Locked(timeout, e);
            }

            await Task.Delay(pause, cancellationToken).ConfigureAwait(false);
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
