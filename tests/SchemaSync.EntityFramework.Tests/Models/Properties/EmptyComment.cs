namespace Properties.EmptyComment;

public class Row
{
    public int Id { get; set; }
    [Comment("")] public string Name { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}

// EF refuses
