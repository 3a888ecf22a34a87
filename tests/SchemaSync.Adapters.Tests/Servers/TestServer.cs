using System.Data.Common;
using MySqlConnector;
using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>A real server of one version, as <c>build/servers.sh</c> provides it; its connection string is in the environment.</summary>
public sealed record TestServer(string Provider, string Version)
{
    public static readonly TestServer PostgreSql13 = new(ProviderNames.PostgreSql, "13");
    public static readonly TestServer PostgreSql15 = new(ProviderNames.PostgreSql, "15");
    public static readonly TestServer PostgreSql18 = new(ProviderNames.PostgreSql, "18");
    public static readonly TestServer MySql97 = new(ProviderNames.MySql, "9.7");
    public static readonly TestServer MariaDb1011 = new(ProviderNames.MariaDb, "10.11");
    public static readonly TestServer MariaDb118 = new(ProviderNames.MariaDb, "11.8");

    private static readonly TestServer[] All = [PostgreSql13, PostgreSql15, PostgreSql18, MySql97, MariaDb1011, MariaDb118];

    public bool IsPostgreSql => Provider == ProviderNames.PostgreSql;

    /// <summary>The variable that holds the connection string, such as <c>SCHEMASYNC_TEST_POSTGRESQL_15</c>.</summary>
    public string Variable => $"SCHEMASYNC_TEST_{Provider.ToUpperInvariant()}_{Version.Replace('.', '_')}";

    /// <summary>The connection string of a server that one test has to itself.</summary>
    public string? Own { get; init; }

    /// <summary>The connection string of an account that may do everything.</summary>
    public string ConnectionString => Own ?? (Environment.GetEnvironmentVariable(Variable) is { Length: > 0 } text ? text
        : throw new InvalidOperationException($"{Variable} is not set; start the servers with: eval \"$(build/servers.sh env)\""));

    /// <summary>The server called as <see cref="ToString"/> prints it: test data holds
    /// names, so that each row is a test of its own.</summary>
    public static TestServer Of(string name) => All.Single(s => s.ToString() == name);

    /// <summary>The same server with another default database. PostgreSQL starts a process for
    /// each connection, so they are kept; DROP DATABASE ends them.</summary>
    public string ConnectionStringTo(string database) =>
        new DbConnectionStringBuilder
        {
            ConnectionString = ConnectionString,
            ["Database"] = database,
            ["Pooling"] = IsPostgreSql ? "True" : "False",
        }.ConnectionString;

    public DbConnection Connect(string connectionString)
    {
        DbConnection connection = IsPostgreSql ? new NpgsqlConnection(connectionString) : new MySqlConnection(connectionString);
        connection.Open();
        return connection;
    }

    /// <summary>An empty database that goes with the test.</summary>
    public TestDatabase CreateDatabase() => new(this);

    public override string ToString() => $"{Provider} {Version}";
}
