namespace Tables.CaseAlone;

[Table("Item")]
public class First
{
    public int Id { get; set; }
    public int Value { get; set; }
    public int value { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<First> Firsts => Set<First>();
}

// EF refuses on Sqlite
