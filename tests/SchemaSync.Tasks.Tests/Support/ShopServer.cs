using System.Data.Common;
using MySqlConnector;
using Npgsql;

namespace SchemaSync.Tasks.Tests;

/// <summary>An empty database on a real server, for the shop; dropped with the test.
/// The servers are those of <c>build/servers.sh</c>.</summary>
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

    public string ConnectionString =>
        new DbConnectionStringBuilder { ConnectionString = Server, ["Database"] = _name, ["Pooling"] = "False" }.ConnectionString;

    private string Server => Environment.GetEnvironmentVariable(_variable) is { Length: > 0 } text ? text
        : throw new InvalidOperationException($"{_variable} is not set; start the servers with: eval \"$(build/servers.sh env)\"");

    /// <summary>The database's own name.</summary>
    public string Name => _name;

    public void Do(string sql) => Do(ConnectionString, sql);

    /// <summary>The same database for another account.</summary>
    public string As(string account, string password) =>
        new DbConnectionStringBuilder
        {
            ConnectionString = ConnectionString,
            ["Username"] = account,
            ["Password"] = password,
        }.ConnectionString;

    /// <summary>Runs a script as another account.</summary>
    public void DoAs(string account, string password, string sql) => Do(As(account, password), sql);

    /// <summary>What a pg_dump as new as the newest server says of some schemas, without our ledger.</summary>
    public string Dump(params string[] schemas)
    {
        var settings = new DbConnectionStringBuilder { ConnectionString = ConnectionString };
        var dump = Run.Program("bash", Repository.Root,
            ["build/servers/pg-dump.sh", "--schema-only", "--no-owner", "-T", "*.__schemasync*",
                .. schemas.SelectMany(s => new[] { "-n", s }),
            "-h", $"{settings["Host"]}", "-p", $"{settings["Port"]}", "-U", $"{settings["Username"]}", $"{settings["Database"]}"],
            ("PGPASSWORD", $"{settings["Password"]}"));
        return string.Join('\n', dump.Succeeded().Output.Split('\n').Where(l => !l.StartsWith('\\')));
    }

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
