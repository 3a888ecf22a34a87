using System.Data.Common;

namespace SchemaSync.Engine.Execution;

/// <summary>Commands with parameters on the session's connection; a transaction the runner began holds for them too.</summary>
internal static class LedgerCommand
{
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

    /// <summary>One statement with many rows of parameters; in few round trips where the driver can.</summary>
    public static async Task RunAllAsync(DatabaseSession session, string sql,
        IReadOnlyList<(string Name, object Value)[]> rows, CancellationToken cancellationToken)
    {
        if (session is ScriptSession || !session.Connection.CanCreateBatch)
        {
            foreach (var row in rows) await RunAsync(session, sql, cancellationToken, row).ConfigureAwait(false);
            return;
        }

        // What the driver sends at once it holds at once.
        foreach (var part in rows.Chunk(500))
        {
            var batch = session.Connection.CreateBatch();
            await using (batch.ConfigureAwait(false))
            {
                if (session.Ledger.Look(writes: true) is { Length: > 0 } look) batch.BatchCommands.Add(Create(batch, look, []));
                foreach (var row in part) batch.BatchCommands.Add(Create(batch, sql, row));
                await session.CallAsync(batch.ExecuteNonQueryAsync, cancellationToken).ConfigureAwait(false);
            }
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
        session.Ledger.Look(writes) is { Length: > 0 } look ? $"{look};\n{sql}" : sql;

    private static DbCommand Create(DatabaseSession session, string sql, (string Name, object Value)[] parameters)
    {
        var command = session.Connection.CreateCommand();
        command.CommandText = sql;
        foreach (var (name, value) in parameters) command.Parameters.Add(Fill(command.CreateParameter(), name, value));
        return command;
    }

    private static DbBatchCommand Create(DbBatch batch, string sql, (string Name, object Value)[] parameters)
    {
        var command = batch.CreateBatchCommand();
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
