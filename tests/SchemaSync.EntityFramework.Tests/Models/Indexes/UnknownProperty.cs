namespace Indexes.UnknownProperty;

[Index("Missing")]
public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}

// EF refuses
