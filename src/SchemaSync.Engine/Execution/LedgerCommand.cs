using System.Data.Common;
using System.Runtime.CompilerServices;

namespace SchemaSync.Engine.Execution;

/// <summary>Commands with parameters on the session's connection; a transaction the runner began holds for them too.</summary>
internal static class LedgerCommand
{
    // A few hundred values in a message are no burden to anybody, and no database takes less.
    private const int RowsInOne = 100;

    private static readonly ConditionalWeakTable<object, object> Seen = [];

    /// <summary>Makes the ledger's tables where they are missing and the tenant's alone, and looks at them: until the transaction ends they
    /// stay what they are, and need no further look.</summary>
    public static async Task CreateAsync(DatabaseSession session, CancellationToken cancellationToken)
    {
        var ledger = session.Ledger;
        if (ledger.Look(writes: true) is not { Length: > 0 } look || session is ScriptSession
            || session.Runner.Transaction is not { } transaction)
        {
            foreach (var sql in ledger.Begun) await RunAsync(session, sql, cancellationToken).ConfigureAwait(false);
            return;
        }

        // Tables that are made here are seen as well; rows are written to none that was not.
        await RunUnseenAsync(session, string.Join(";\n", ledger.IsShared ? [look, .. ledger.Begun] : [.. ledger.Begun, look]),
            cancellationToken).ConfigureAwait(false);
        Seen.AddOrUpdate(transaction, transaction);
    }

    /// <summary>Several readings in one transaction, with one look at the tables for all of them.</summary>
    public static async Task<T> LookingOnceAsync<T>(DatabaseSession session, Func<Task<T>> read, CancellationToken cancellationToken)
    {
        if (session is ScriptSession || session.Runner.Transaction is not null
            || session.Ledger.Look(writes: false) is not { Length: > 0 } look) return await read().ConfigureAwait(false);
        await session.Runner.BeginAsync(TransactionMode.Shared, cancellationToken).ConfigureAwait(false);
        try
        {
            await RunUnseenAsync(session, look, cancellationToken).ConfigureAwait(false);
            if (session.Runner.Transaction is { } transaction) Seen.AddOrUpdate(transaction, transaction);
            var result = await read().ConfigureAwait(false);
            await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
            return result;
        }
        catch (Exception e) when (e is LedgerFault or DbException)
        {
            // Nothing was written, and the server takes it for a rollback; what failed otherwise has taken the connection along.
            await session.Runner.CommitAsync(cancellationToken).ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>A statement that changes rows of the ledger, or makes its tables.</summary>
    public static Task RunAsync(DatabaseSession session, string sql, CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters) =>
        RunUnseenAsync(session, Looked(session, sql, writes: true), cancellationToken, parameters);

    /// <summary>A statement for which it does not matter what the ledger's tables are; how many rows it changed.</summary>
    public static Task<int> RunUnseenAsync(DatabaseSession session, string sql, CancellationToken cancellationToken,
        params (string Name, object Value)[] parameters) => session.CallAsync(async token =>
    {
        if (session is ScriptSession script)
        {
            script.Write(sql, parameters);
            return 0;
        }

        var command = Create(session, sql, parameters);
        await using (command.ConfigureAwait(false)) return await command.ExecuteNonQueryAsync(token).ConfigureAwait(false);
    }, cancellationToken);

    /// <summary>Inserts rows of the tenant, many of them in one statement.</summary>
    /// <param name="session">With a transaction of the caller's.</param>
    /// <param name="table">One of the ledger's.</param>
    /// <param name="columns">Columns, each with the name of its parameter.</param>
    /// <param name="rows">The parameters of each.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    public static async Task InsertAsync(DatabaseSession session, string table, IReadOnlyList<(string Column, string Value)> columns,
        IReadOnlyList<(string Name, object Value)[]> rows, CancellationToken cancellationToken)
    {
        // A script is read by people.
        foreach (var part in rows.Chunk(session is ScriptSession ? 1 : RowsInOne))
        {
            var numbered = part.SelectMany((row, i) => row.Select(v => (LedgerTables.Numbered(v.Name, i), v.Value)));
            await RunAsync(session, session.Ledger.Insert(table, part.Length, columns), cancellationToken, [.. numbered])
                .ConfigureAwait(false);
        }
    }

    /// <summary>Rows of the ledger's tables.</summary>
    public static Task<List<T>> ReadAsync<T>(DatabaseSession session, string sql, Func<DbDataReader, T> row,
        CancellationToken cancellationToken, params (string Name, object Value)[] parameters) =>
        ReadUnseenAsync(session, Looked(session, sql, writes: false), row, cancellationToken, parameters);

    /// <summary>Rows of another table, such as the server's own.</summary>
    public static Task<List<T>> ReadUnseenAsync<T>(DatabaseSession session, string sql, Func<DbDataReader, T> row,
        CancellationToken cancellationToken, params (string Name, object Value)[] parameters) => session.CallAsync(async token =>
    {
        var rows = new List<T>();
        if (session is ScriptSession { HasLedger: false }) return rows;
        var command = Create(session, sql, parameters);
        await using (command.ConfigureAwait(false))
        {
            var reader = await command.ExecuteReaderAsync(token).ConfigureAwait(false);
            await using (reader.ConfigureAwait(false))
            {
                while (await reader.ReadAsync(token).ConfigureAwait(false)) rows.Add(row(reader));
            }
        }

        return rows;
    }, cancellationToken);

    // Together they are one transaction, so that what was seen is still so.
    private static string Looked(DatabaseSession session, string sql, bool writes) =>
        session.Runner.Transaction is { } open && Seen.TryGetValue(open, out _) ? sql
            : session.Ledger.Look(writes) is { Length: > 0 } look ? $"{look};\n{sql}" : sql;

    private static DbCommand Create(DatabaseSession session, string sql, (string Name, object Value)[] parameters)
    {
        var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.Add(Fill(command.CreateParameter(), name, value));
        return command;
    }

    private static DbParameter Fill(DbParameter parameter, string name, object value)
    {
        parameter.ParameterName = "@" + name;
        parameter.Value = value;
        return parameter;
    }
}
