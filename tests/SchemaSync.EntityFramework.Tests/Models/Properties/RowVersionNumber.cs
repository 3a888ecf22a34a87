namespace Properties.RowVersionNumber;

public class Blog
{
    public int Id { get; set; }
    [Timestamp] public uint Version { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
