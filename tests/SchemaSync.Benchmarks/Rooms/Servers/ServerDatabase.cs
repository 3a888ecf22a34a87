using System.Data.Common;
using MySqlConnector;
using Npgsql;

namespace SchemaSync.Benchmarks;

/// <summary>A database of its own on a server that <c>build/servers.sh</c> provides; gone afterwards.</summary>
internal sealed class ServerDatabase : IDisposable
{
    private readonly string _provider;
    private readonly string _server;

    private ServerDatabase(string provider, string server) => (_provider, _server) = (provider, server);

    public string Name { get; } = $"bench_{Guid.NewGuid():n}";

    public string ConnectionString => new DbConnectionStringBuilder { ConnectionString = _server, ["Database"] = Name }.ConnectionString;

    public TenantContext Tenant => new("benchmark", _provider, ConnectionString);

    /// <summary>Creates one on the server whose connection string is in that variable.</summary>
    public static ServerDatabase Create(string provider, string variable)
    {
        var server = Environment.GetEnvironmentVariable(variable) is { Length: > 0 } text ? text
            : throw new InvalidOperationException($"{variable} is not set; start the servers with: eval \"$(build/servers.sh env)\"");
        var database = new ServerDatabase(provider, server);
        database.Run(server, $"CREATE DATABASE {database.Name}");
        return database;
    }

    public void Run(string sql) => Run(ConnectionString, sql);

    public void Dispose() => Run(_server, $"DROP DATABASE {Name}{(_provider == ProviderNames.PostgreSql ? " WITH (FORCE)" : "")}");

    private void Run(string connectionString, string sql)
    {
        using DbConnection connection = _provider == ProviderNames.PostgreSql
            ? new NpgsqlConnection(connectionString + ";Pooling=false")
            : new MySqlConnection(connectionString + ";Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.CommandTimeout = 0;
        command.ExecuteNonQuery();
    }
}
