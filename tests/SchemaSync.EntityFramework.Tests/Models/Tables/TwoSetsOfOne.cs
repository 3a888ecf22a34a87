namespace Tables.TwoSetsOfOne;

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Zebras => Set<Blog>();
    public DbSet<Blog> Apes => Set<Blog>();
}
