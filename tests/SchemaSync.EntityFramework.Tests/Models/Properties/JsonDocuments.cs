using System.Text.Json;

namespace Properties.JsonDocuments;

public class Row
{
    public int Id { get; set; }
    public JsonDocument? Data { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}

// EF refuses on Sqlite
