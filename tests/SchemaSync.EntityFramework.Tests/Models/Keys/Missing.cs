namespace Keys.Missing;

public class Blog
{
    public int Number { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}

// EF refuses
