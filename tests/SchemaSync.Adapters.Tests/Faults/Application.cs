using System.Data.Common;

namespace SchemaSync.Adapters.Tests;

/// <summary>An application that writes rows into a table while its schema is changed, and remembers which ones the server took.</summary>
internal sealed class Application : IAsyncDisposable
{
    private const int First = 1_000_000;

    private readonly TestDatabase _database;
    private readonly CancellationTokenSource _end = new();
    private readonly Task _writing;
    private readonly string _where, _table;
    private int _written;

    public Application(TestDatabase database)
    {
        _database = database;
        // Where a server tells sessions apart by nothing else, the application's is not in the database.
        (_where, _table) = database.Server.IsPostgreSql
            ? (database.ConnectionString, "customer")
            : (database.Server.ConnectionString, $"{database.Name}.customer");
        _writing = Task.Run(WriteAsync);
    }

    /// <summary>Every row the server took is there.</summary>
    public async Task AllIsThereAsync()
    {
        await DisposeAsync();
        Assert.True(_written > 0, "the application wrote nothing");
        Assert.Equal($"{_written}", _database.Query($"SELECT count(*) FROM customer WHERE id >= {First} AND email = 'app'"));
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _writing;
    }

    private async Task WriteAsync()
    {
        DbConnection? connection = null;
        while (!_end.IsCancellationRequested)
        {
            try
            {
                connection ??= _database.Server.Connect(_where);
                await using var command = connection.CreateCommand();
                command.CommandText = $"INSERT INTO {_table} (id, email) VALUES ({First + _written}, 'app')";
                await command.ExecuteNonQueryAsync();
                _written++;
                await Task.Delay(2, CancellationToken.None);
            }
            catch (DbException e) when (e.Message.Contains("uplicate", StringComparison.Ordinal))
            {
                // The server took it, and its answer was lost.
                _written++;
            }
            catch (DbException)
            {
                // A lock, or a server that is gone: again, as applications do.
                connection?.Dispose();
                connection = null;
                await Task.Delay(20, CancellationToken.None);
            }
        }

        connection?.Dispose();
    }
}
