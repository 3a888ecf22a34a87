using Microsoft.Data.Sqlite;

namespace SchemaSync.Tasks.Tests;

/// <summary>A database file as somebody sees it who looks into it, or changes it, by hand.</summary>
internal sealed class ShopDatabase(string file)
{
    private string Connection => new SqliteConnectionStringBuilder { DataSource = file, Pooling = false }.ConnectionString;

    public string File => file;

    /// <summary>Columns in their order; empty where there is no such table.</summary>
    public IReadOnlyList<string> Columns(string table) => Read($"SELECT name FROM pragma_table_info('{table}')");

    public IReadOnlyList<string> Tables =>
        Read("SELECT name FROM sqlite_master WHERE type = 'table' AND name "
            + "NOT LIKE 'sqlite%' AND name NOT LIKE '%schemasync%' ORDER BY name");

    public void Do(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
    }

    /// <summary>The first column of every row.</summary>
    public IReadOnlyList<string> Read(string sql)
    {
        using var connection = new SqliteConnection(Connection);
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read()) rows.Add(reader.GetString(0));
        return rows;
    }
}
