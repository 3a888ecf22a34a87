using System.Data.Common;
using System.Globalization;

namespace SchemaSync.Adapters.Tests;

/// <summary>An empty database of its own for one test, dropped with it.</summary>
public sealed class TestDatabase : IDisposable
{
    // Reading is what tests do most; what they run may change a session, and gets one of its own.
    private DbConnection? _reading;

    public TestDatabase(TestServer server)
    {
        Server = server;
        RunOnServer($"CREATE DATABASE {Name}");
    }

    public TestServer Server { get; }

    public string Name { get; } = $"t_{Guid.NewGuid():n}";

    public string ConnectionString => Server.ConnectionStringTo(Name);

    public TenantContext Tenant => new("test", Server.Provider, ConnectionString);

    public TestDatabase Run(string sql)
    {
        if (sql.Length == 0) return this;
        using var connection = Server.Connect(ConnectionString);
        Execute(connection, sql);
        return this;
    }

    /// <summary>Rows joined by <c>;</c>, values by <c>|</c>.</summary>
    public string Query(string sql) => string.Join(';', Rows(sql).Select(r => string.Join('|', r)));

    /// <summary>Every value as text.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows(string sql)
    {
        if (_reading is { State: not System.Data.ConnectionState.Open } broken)
        {
            broken.Dispose();
            _reading = null;
        }

        using var command = (_reading ??= Server.Connect(ConnectionString)).CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<IReadOnlyList<string>>();
        while (reader.Read()) rows.Add([.. Enumerable.Range(0, reader.FieldCount).Select(i => Text(reader, i))]);
        return rows;
    }

    public void Dispose()
    {
        _reading?.Dispose();
        RunOnServer($"DROP DATABASE {Name}{(Server.IsPostgreSql ? " WITH (FORCE)" : "")}");
    }

    private static string Text(DbDataReader reader, int column) =>
        reader.IsDBNull(column) ? "NULL"
            : reader.GetValue(column) is byte[] bytes ? Convert.ToHexString(bytes)
            : Convert.ToString(reader.GetValue(column), CultureInfo.InvariantCulture)!;

    private void RunOnServer(string sql)
    {
        using var connection = Server.Connect(Server.ConnectionString);
        Execute(connection, sql);
    }

    private static void Execute(DbConnection connection, string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }
}
