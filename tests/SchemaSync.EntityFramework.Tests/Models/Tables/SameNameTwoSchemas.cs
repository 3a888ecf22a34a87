namespace Tables.SameNameTwoSchemas;

[Table("Log", Schema = "one")]
public class First
{
    public int Id { get; set; }
}

[Table("Log", Schema = "two")]
public class Second
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<First> Firsts => Set<First>();
    public DbSet<Second> Seconds => Set<Second>();
}

// EF refuses on Sqlite
