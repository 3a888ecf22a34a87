using Microsoft.Data.Sqlite;

namespace SchemaSync.Adapters.Tests;

/// <summary>A SQLite file in a directory of its own that goes with it.</summary>
public sealed class SqliteFile : IDisposable
{
    // In memory where the system has such a place: thousands of files are made, and none has to survive.
    private readonly string _directory =
        Directory.CreateDirectory(System.IO.Path.Combine(Directory.Exists("/dev/shm") ? "/dev/shm" : System.IO.Path.GetTempPath(),
            $"schemasync-{Guid.NewGuid():N}")).FullName;

    public string Path => System.IO.Path.Combine(_directory, "test.db");

    public TenantContext Tenant => new("test", ProviderNames.Sqlite, $"Data Source={Path}");

    public SqliteFile Run(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.ExecuteNonQuery();
        return this;
    }

    public string Query(string sql)
    {
        using var connection = Open();
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var rows = new List<string>();
        while (reader.Read())
        {
            rows.Add(string.Join('|',
                Enumerable.Range(0, reader.FieldCount)
                    .Select(i =>
                        reader.IsDBNull(i) ? "NULL"
                            : reader.GetValue(i) is byte[] b ? Convert.ToHexString(b)
                            : Convert.ToString(reader.GetValue(i), System.Globalization.CultureInfo.InvariantCulture))));
        }

        return string.Join(';', rows);
    }

    public void Dispose() => Directory.Delete(_directory, recursive: true);

    private SqliteConnection Open()
    {
        var connection = new SqliteConnection($"Data Source={Path};Pooling=False;Foreign Keys=False");
        connection.Open();
        return connection;
    }
}
