using System.Globalization;
using System.Security.Cryptography;
using System.Text.RegularExpressions;
using MySqlConnector;

namespace SchemaSync.MySql.Scratch;

/// <summary>
/// A database to try things on. Its name is also the name of a lock that its owner holds: a database whose lock is free was
/// left by a process that died, and whoever comes next drops it.
/// </summary>
internal sealed class ScratchDatabase
{
    /// <summary>The beginning of every scratch database's name.</summary>
    public const string Prefix = "__schemasync_scratch_";

    private const string KeysOff = "SET SESSION foreign_key_checks = 0";

    private static readonly Regex Named =
        new($"^{Prefix}[0-9a-f]{{16}}(_[0-9a-f]{{4}})?\\z", RegexOptions.CultureInvariant, TimeSpan.FromSeconds(1));

    private readonly MySqlConnection _connection;
    private readonly List<string> _others = [];

    private ScratchDatabase(MySqlConnection connection, string name) => (_connection, Name) = (connection, name);

    /// <summary>The name of database and lock.</summary>
    public string Name { get; }

    /// <summary>The name of one more, for a database that tenants share; it goes with this one.</summary>
    public string Another()
    {
        // All are of one length: none is the beginning of another.
        _others.Add(FormattableString.Invariant($"{Name}_{_others.Count:x4}"));
        return _others[^1];
    }

    /// <summary>Creates one with the defaults of the tenant's database, and enters it.</summary>
    public static async Task<ScratchDatabase> CreateAsync(MySqlConnection connection,
        MySqlCapabilities server, CancellationToken cancellationToken)
    {
        await SweepAsync(connection, cancellationToken).ConfigureAwait(false);
        var name = Prefix + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(8));
        // First the lock, then the database: one without its lock is nobody's at every moment.
        await ScalarAsync(connection, $"SELECT GET_LOCK('{name}', 0)", cancellationToken).ConfigureAwait(false);
        await RunAsync(connection, $"CREATE DATABASE {MySqlText.Quote(new Identifier(name))} COLLATE {server.DatabaseCollation}",
            cancellationToken).ConfigureAwait(false);
        var scratch = new ScratchDatabase(connection, name);
        try
        {
            await connection.ChangeDatabaseAsync(name, cancellationToken).ConfigureAwait(false);
            return scratch;
        }
        catch
        {
            await scratch.DropAsync().ConfigureAwait(false);
            throw;
        }
    }

    /// <summary>Drops it. A session that broke cannot: the next owner sweeps.</summary>
    public async Task DropAsync()
    {
        if (_connection.State != System.Data.ConnectionState.Open) return;
        try
        {
            // The lock goes with the connection, so that nobody sweeps what is being dropped.
            // A key from one of them to another would hold it.
            if (_others.Count > 0) await RunAsync(_connection, KeysOff, CancellationToken.None).ConfigureAwait(false);
            foreach (var name in _others.Append(Name))
                await RunAsync(_connection, $"DROP DATABASE IF EXISTS {MySqlText.Quote(new Identifier(name))}",
                    CancellationToken.None).ConfigureAwait(false);
        }
        catch (MySqlException)
        {
            // What was tried has failed already, and says why; the database is swept later.
        }
    }

    private static async Task SweepAsync(MySqlConnection connection, CancellationToken cancellationToken)
    {
        var left = new List<string>();
        using (var command =
            new MySqlCommand(
                "SELECT SCHEMA_NAME FROM information_schema.SCHEMATA WHERE SCHEMA_NAME LIKE "
                    + $"'{Prefix.Replace("_", "\\_", StringComparison.Ordinal)}%'", connection))
        using (var reader = await command.ExecuteReaderAsync(cancellationToken).ConfigureAwait(false))
        {
            while (await reader.ReadAsync(cancellationToken).ConfigureAwait(false)) left.Add(reader.GetString(0));
        }

        foreach (var group in left.Where(n => Named.IsMatch(n)).GroupBy(n => n[..(Prefix.Length + 16)]))
        {
            if (await ScalarAsync(connection, $"SELECT GET_LOCK('{group.Key}', 0)", cancellationToken).ConfigureAwait(false) != 1) continue;
            await RunAsync(connection, KeysOff, cancellationToken).ConfigureAwait(false);
            foreach (var name in group)
            {
                try
                {
                    await RunAsync(connection, $"DROP DATABASE IF EXISTS {MySqlText.Quote(new Identifier(name))}",
                        cancellationToken).ConfigureAwait(false);
                }
                catch (MySqlException e) when (MySqlErrors.IsDenied(e) || MySqlErrors.IsLockConflict(e))
                {
                    // Another account's: it will sweep its own.
                }
            }

            await RunAsync(connection, "SET SESSION foreign_key_checks = 1", cancellationToken).ConfigureAwait(false);
            await ScalarAsync(connection, $"SELECT RELEASE_LOCK('{group.Key}')", cancellationToken).ConfigureAwait(false);
        }
    }

    private static async Task<long> ScalarAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        var value = await command.ExecuteScalarAsync(cancellationToken).ConfigureAwait(false);
        return value is null or DBNull ? 0 : Convert.ToInt64(value, CultureInfo.InvariantCulture);
    }

    private static async Task RunAsync(MySqlConnection connection, string sql, CancellationToken cancellationToken)
    {
        using var command = new MySqlCommand(sql, connection);
        await command.ExecuteNonQueryAsync(cancellationToken).ConfigureAwait(false);
    }
}
