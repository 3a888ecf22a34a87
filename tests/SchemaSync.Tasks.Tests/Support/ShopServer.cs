using System.Data.Common;
using MySqlConnector;
using Npgsql;

namespace SchemaSync.Tasks.Tests;

/// <summary>An empty database on a real server, for the shop; dropped with the test. The servers are those of <c>build/servers.sh</c>.</summary>
internal sealed class ShopServer : IDisposable
{
    private readonly string _name = $"shop_{Guid.NewGuid():n}";
    private readonly string _variable;

    public ShopServer(string provider, string version)
    {
        Provider = provider;
        _variable = $"SCHEMASYNC_TEST_{provider.ToUpperInvariant()}_{version.Replace('.', '_')}";
        Do(Server, $"CREATE DATABASE {_name}");
    }

    public string Provider { get; }

    public string ConnectionString => new DbConnectionStringBuilder { ConnectionString = Server, ["Database"] = _name, ["Pooling"] = "False" }.ConnectionString;

    private string Server => Environment.GetEnvironmentVariable(_variable) is { Length: > 0 } text ? text
        : throw new InvalidOperationException($"{_variable} is not set; start the servers with: eval \"$(build/servers.sh env)\"");

    public void Do(string sql) => Do(ConnectionString, sql);

    public string? Scalar(string sql)
    {
        using var connection = Open(ConnectionString);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar() as string;
    }

    public void Dispose() => Do(Server, $"DROP DATABASE {_name}");

    private void Do(string connectionString, string sql)
    {
        using var connection = Open(connectionString);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    private DbConnection Open(string connectionString)
    {
        DbConnection connection = Provider == "PostgreSql" ? new NpgsqlConnection(connectionString) : new MySqlConnection(connectionString);
        connection.Open();
        return connection;
    }
}
