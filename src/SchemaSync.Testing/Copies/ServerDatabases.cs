using System.Data.Common;

namespace SchemaSync.Testing.Copies;

/// <summary>
/// Databases of one run of tests on a server. While the run lives its session says so, and the next one drops what a run that was killed
/// left behind.
/// </summary>
internal abstract class ServerDatabases : DatabaseCopies
{
    private readonly SemaphoreSlim _one = new(1, 1);
    private DbConnection? _connection;

    /// <summary>The number of this run, a part of all its names.</summary>
    protected int Run { get; } = Random.Shared.Next(1, int.MaxValue);

    /// <summary>The connection that makes and drops databases.</summary>
    protected abstract DbConnection Connect();

    /// <summary>What its session says of itself.</summary>
    protected static string MarkOf(int run) => FormattableString.Invariant($"{Prefix}{run}");

    /// <summary>A query that says so of the session.</summary>
    protected abstract string Mark { get; }

    /// <summary>A query whether a session says so: 1, or 0.</summary>
    protected abstract string IsAlive(int run);

    /// <summary>A query for the names of databases that may be dropped.</summary>
    protected abstract string AllNames { get; }

    /// <summary>A statement that drops one, whoever uses it.</summary>
    protected abstract string Drop(string name);

    /// <summary>The name of a database of this run; they hold letters, digits and underscores alone and need no quotes.</summary>
    protected string NameOf(int number) => FormattableString.Invariant($"{Prefix}{Run}_{number}");

    /// <summary>The version of the server.</summary>
    protected string Version => _connection!.ServerVersion;

    /// <summary>Connects and sweeps.</summary>
    protected async Task OpenAsync(CancellationToken cancellationToken)
    {
        _connection = Connect();
        await _connection.OpenAsync(cancellationToken).ConfigureAwait(false);
        await ReadAsync(Mark, cancellationToken).ConfigureAwait(false);
        foreach (var group in (await ReadAsync(AllNames, cancellationToken).ConfigureAwait(false)).ToLookup(RunOf))
        {
            if (group.Key is not { } run || run == Run) continue;
            if ((await ReadAsync(IsAlive(run), cancellationToken).ConfigureAwait(false))[0] != "0") continue;
            foreach (var name in group) await RunAsync(Drop(name), cancellationToken).ConfigureAwait(false);
        }
    }

    /// <summary>Runs a statement; one at a time, because there is one connection.</summary>
    protected async Task RunAsync(string sql, CancellationToken cancellationToken) =>
        await OnConnectionAsync(sql, command => command.ExecuteNonQueryAsync(cancellationToken), cancellationToken).ConfigureAwait(false);

    /// <inheritdoc/>
    public override async ValueTask DisposeAsync()
    {
        if (_connection is null) return;
        try
        {
            foreach (var name in (await ReadAsync(AllNames, default).ConfigureAwait(false)).Where(n => RunOf(n) == Run))
                await RunAsync(Drop(name), default).ConfigureAwait(false);
        }
        finally
        {
            await _connection.DisposeAsync().ConfigureAwait(false);
            _one.Dispose();
        }
    }

    private Task<List<string>> ReadAsync(string sql, CancellationToken cancellationToken) => OnConnectionAsync(sql, async command =>
    {
        var rows = new List<string>();
        var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false);
        await using (reader.ConfigureAwait(false))
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) rows.Add(reader.GetValue(0).ToString() ?? "");
        return rows;
    }, cancellationToken);

    private async Task<T> OnConnectionAsync<T>(string sql, Func<DbCommand, Task<T>> work, CancellationToken cancellationToken)
    {
        await _one.WaitAsync(cancellationToken).ConfigureAwait(false);
        try
        {
            var command = _connection!.CreateCommand();
            await using (command.ConfigureAwait(false))
            {
                command.CommandText = sql;
                return await work(command).ConfigureAwait(false);
            }
        }
        finally
        {
            _one.Release();
        }
    }

    private static int? RunOf(string name) =>
        name.StartsWith(Prefix, StringComparison.Ordinal) && name[Prefix.Length..].Split('_') is [var run, _]
            && int.TryParse(run, System.Globalization.CultureInfo.InvariantCulture, out var number) ? number : null;
}
