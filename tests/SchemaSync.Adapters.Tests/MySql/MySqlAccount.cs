using MySqlConnector;

namespace SchemaSync.Adapters.Tests;

/// <summary>An account with rights on one database, gone with the test.</summary>
internal sealed class MySqlAccount : IDisposable
{
    private readonly TestDatabase _database;
    private readonly string _name, _password;

    public MySqlAccount(TestDatabase database, string rights, string password = "p")
    {
        (_database, _name, _password) = (database, database.Name[..20], password);
        database.Run($"CREATE USER '{_name}'@'%' IDENTIFIED BY '{password.Replace("\\", "\\\\", StringComparison.Ordinal)}'");
        Grant($"{rights} ON {database.Name}.*");
    }

    public TenantContext Tenant =>
        _database.Tenant with
        {
            ConnectionString = new MySqlConnectionStringBuilder(_database.ConnectionString)
            {
                UserID = _name,
                Password = _password,
            }.ConnectionString,
        };

    /// <summary>One that may read everything and change nothing, as docs/mysql.md names its rights.</summary>
    public static MySqlAccount Reader(TestDatabase database)
    {
        var account = new MySqlAccount(database, "SELECT, SHOW VIEW, TRIGGER, EVENT");
        account.Grant(database.Server == TestServer.MariaDb118 ? $"SHOW CREATE ROUTINE ON {database.Name}.*"
            : database.Server == TestServer.MariaDb1011 ? "SELECT ON mysql.proc"
            : "SHOW_ROUTINE ON *.*");
        return account;
    }

    public void Grant(string rights) => _database.Run($"GRANT {rights} TO '{_name}'@'%'");

    /// <summary>Runs a statement as the account.</summary>
    public void Run(string sql)
    {
        using var connection = _database.Server.Connect(Tenant.ConnectionString);
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    public void Dispose() => _database.Run($"DROP USER '{_name}'@'%'");
}
