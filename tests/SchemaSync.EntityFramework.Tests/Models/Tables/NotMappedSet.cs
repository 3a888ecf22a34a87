namespace Tables.NotMappedSet;

[NotMapped]
public class Ignored
{
    public int Id { get; set; }
}

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Ignored> Ignoreds => Set<Ignored>();
}
