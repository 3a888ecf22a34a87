using Npgsql;
using SchemaSync.Engine;
using SchemaSync.Model;

namespace SchemaSync.Adapters.Tests;

/// <summary>A schema of its own in a database that many cases share: one tenant beside many others.</summary>
public sealed class PostgreSqlSchema : IDisposable
{
    private readonly TestDatabase _database;

    // A new session costs the server more than most statements of a test; the one that is kept is reset in between.
    private string Kept => $"{_database.ConnectionString};Pooling=True";

    public PostgreSqlSchema(TestDatabase database, string name)
    {
        (_database, Name) = (database, name);
        Execute($"CREATE SCHEMA {Quoted}");
    }

    /// <summary>The schema that every database begins with; it goes with its database.</summary>
    public PostgreSqlSchema(TestDatabase database) => (_database, Name) = (database, "public");

    public string Name { get; }

    public TenantContext Tenant => new(Name, ProviderNames.PostgreSql, _database.ConnectionString, Name);

    public string Quoted => $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public PostgreSqlSchema Run(string sql)
    {
        if (sql.Length > 0) Execute($"SET search_path = {Quoted}, pg_temp;\n{sql}");
        return this;
    }

    /// <summary>Rows joined by <c>;</c>, values by <c>|</c>, as the server prints them.</summary>
    public string Query(string sql)
    {
        using var connection = new NpgsqlConnection(Kept);
        connection.Open();
        using var command = new NpgsqlCommand($"SELECT set_config('search_path', '{Quoted.Replace("'", "''", StringComparison.Ordinal)}, pg_temp', false)", connection);
        command.ExecuteNonQuery();
        command.CommandText = sql;
        command.AllResultTypesAreUnknown = true;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(string.Join('|', Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetString(i))));
        return string.Join(';', rows);
    }

    public void Dispose() => Execute($"SET client_min_messages = error; DROP SCHEMA {Quoted} CASCADE");

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Kept);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
