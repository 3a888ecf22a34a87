using System.Collections.Concurrent;
using System.Globalization;
using MySqlConnector;

namespace SchemaSync.Benchmarks;

/// <summary>Tenants that are databases of one MySQL server: a validation of all of them, and the question that tells which are
/// equal.</summary>
internal sealed class MySqlFleet : IDisposable
{
    private const string Variable = "SCHEMASYNC_TEST_MYSQL_9_7";
    private const int Tables = 20, Connections = 4;

    private readonly ServerDatabase _model = ServerDatabase.Create(ProviderNames.MySql, Variable);
    private readonly IReadOnlyList<TenantContext> _tenants;
    private readonly SchemaTarget _target;

    public MySqlFleet(int count)
    {
        var sql = ServerSchema.MySql(Tables);
        _model.Run(sql);
        _target = SchemaTarget.Of(Engine().SnapshotAsync(_model.Tenant).GetAwaiter().GetResult());
        _tenants = [.. Enumerable.Range(0, count).Select(Tenant)];
        Each(t => $"CREATE DATABASE {t.Id}; USE {t.Id}; {sql}");
    }

    /// <summary>What their digests need of the server, in one session.</summary>
    public Cost Question() => Cost.Of(() => AskAsync().GetAwaiter().GetResult());

    /// <summary>A validation of all.</summary>
    public Cost Validate() => Cost.Of(() =>
    {
        var report = new TenantFleet(Engine()).ValidateAsync(TenantList.Of(_tenants.Select(t => new Tenant(t))), _target,
            new() { Parallelism = Connections }).GetAwaiter().GetResult();
        if (report.Count(TenantState.Equal) != _tenants.Count) throw new InvalidOperationException("not all are equal");
    });

    public void Dispose()
    {
        Each(t => $"DROP DATABASE IF EXISTS {t.Id}");
        _model.Dispose();
    }

    private async Task AskAsync()
    {
        await using var session = await new MySqlAdapter().OpenAsync(_tenants[0], SessionAccess.Read, default);
        var digests = await session.Inspector.DigestsAsync([.. _tenants.Select(t => new Identifier(t.Id))], DigestKey.New(), default);
        if (digests?.ByName.Count != _tenants.Count) throw new InvalidOperationException("not all have a digest");
    }

    private void Each(Func<TenantContext, string> sql)
    {
        var waiting = new ConcurrentQueue<TenantContext>(_tenants);
        Task.WaitAll([.. Enumerable.Range(0, Connections).Select(_ => Task.Run(async () =>
        {
            await using var connection = new MySqlConnection(_model.ConnectionString + ";Pooling=false");
            await connection.OpenAsync();
            while (waiting.TryDequeue(out var tenant))
            {
                await using var command = new MySqlCommand(sql(tenant), connection) { CommandTimeout = 0 };
                await command.ExecuteNonQueryAsync();
            }
        }))]);
    }

    private TenantContext Tenant(int number)
    {
        var name = $"{_model.Name}_{number.ToString("00000", CultureInfo.InvariantCulture)}";
        var connection = new MySqlConnectionStringBuilder(_model.ConnectionString) { Database = name }.ConnectionString;
        return new(name, ProviderNames.MySql, connection);
    }

    private static SchemaSyncEngine Engine() => new(new AdapterRegistry(new MySqlAdapter()));
}
