namespace Contexts.SetsByHand;

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public IQueryable<Blog> Blogs => Set<Blog>();
}

public class Other(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Articles { get; private set; } = null!;
}
