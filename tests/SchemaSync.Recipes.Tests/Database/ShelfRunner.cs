using Microsoft.Data.Sqlite;

namespace SchemaSync.Recipes;

/// <summary>Runs a plan as one transaction, which is also the lock.</summary>
internal sealed class ShelfRunner(SqliteConnection connection) : MigrationRunner
{
    private bool _open;

    /// <inheritdoc/>
    public override bool HoldsUntilComplete => true;

    /// <inheritdoc/>
    public override async Task LockAsync(TimeSpan timeout, CancellationToken cancellationToken)
    {
        connection.DefaultTimeout = (int)timeout.TotalSeconds;
        await RunAsync("BEGIN IMMEDIATE", cancellationToken).ConfigureAwait(false);
        _open = true;
    }

    /// <inheritdoc/>
    public override Task BeginAsync(TransactionMode mode, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override Task ExecuteAsync(Step step, CancellationToken cancellationToken) => RunAsync(step.Sql, cancellationToken);

    /// <inheritdoc/>
    public override async Task<IReadOnlyList<string>> SampleAsync(string sql, int limit, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        var rows = new List<string>();
        while (rows.Count < limit && await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(reader.GetString(0));
        return rows;
    }

    /// <inheritdoc/>
    public override Task CommitAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public override async Task CompleteAsync(CancellationToken cancellationToken)
    {
        await RunAsync("COMMIT", cancellationToken).ConfigureAwait(false);
        _open = false;
    }

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_open) await RunAsync("ROLLBACK", CancellationToken.None).ConfigureAwait(false);
        _open = false;
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
