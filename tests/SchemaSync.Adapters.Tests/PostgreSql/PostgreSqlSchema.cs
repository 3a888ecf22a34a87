using Npgsql;

namespace SchemaSync.Adapters.Tests;

/// <summary>A schema of its own in a database that many cases share: one tenant beside many others.</summary>
public sealed class PostgreSqlSchema : IDisposable
{
    private readonly TestDatabase _database;
    private readonly bool _isOurs;

    // A new session costs the server more than most statements of a test; the one that is kept is reset in between.
    private string Kept => $"{_database.ConnectionString};Pooling=True";

    public PostgreSqlSchema(TestDatabase database, string name)
    {
        (_database, Name, _isOurs) = (database, name, true);
        Execute($"CREATE SCHEMA {Quoted}");
    }

    /// <summary>The schema that every database begins with; it goes with its database.</summary>
    public PostgreSqlSchema(TestDatabase database) : this("public", database)
    {
    }

    private PostgreSqlSchema(string name, TestDatabase database) => (_database, Name) = (database, name);

    /// <summary>A schema that somebody else makes and drops.</summary>
    public static PostgreSqlSchema In(TestDatabase database, string name, PostgreSqlSchema? beside = null) =>
        new(name, database) { Beside = beside };

    public string Name { get; }

    /// <summary>A schema whose objects are found by their bare names as well.</summary>
    public PostgreSqlSchema? Beside { get; init; }

    private string Path => $"{Quoted}, {(Beside is null ? "" : $"{Beside.Quoted}, ")}pg_temp";

    public TenantContext Tenant => new(Name, ProviderNames.PostgreSql, _database.ConnectionString, Name);

    public string Quoted => $"\"{Name.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    public PostgreSqlSchema Run(string sql)
    {
        if (sql.Length > 0) Execute($"SET search_path = {Path};\n{sql}");
        return this;
    }

    /// <summary>Rows joined by <c>;</c>, values by <c>|</c>, as the server prints them.</summary>
    public string Query(string sql)
    {
        using var connection = new NpgsqlConnection(Kept);
        connection.Open();
        using var command =
            new NpgsqlCommand($"SELECT set_config('search_path', '{Path.Replace("'", "''", StringComparison.Ordinal)}', false)",
                connection);
        command.ExecuteNonQuery();
        command.CommandText = sql;
        command.AllResultTypesAreUnknown = true;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
            rows.Add(string.Join('|',
                Enumerable.Range(0, reader.FieldCount).Select(i => reader.IsDBNull(i) ? "NULL" : reader.GetString(i))));
        return string.Join(';', rows);
    }

    public void Dispose()
    {
        if (_isOurs) Drop();
    }

    /// <summary>Drops it with everything in it, should it be there.</summary>
    public void Drop() => Execute($"SET client_min_messages = error; DROP SCHEMA IF EXISTS {Quoted} CASCADE");

    private void Execute(string sql)
    {
        using var connection = new NpgsqlConnection(Kept);
        connection.Open();
        using var command = new NpgsqlCommand(sql, connection);
        command.ExecuteNonQuery();
    }
}
