namespace Keys.Keyless;

[Keyless]
public class BlogCount
{
    public string Name { get; set; } = "";
    public int Count { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<BlogCount> Counts => Set<BlogCount>();
}
