namespace Properties.RowVersionLong;

public class Blog
{
    public int Id { get; set; }
    [Timestamp] public ulong Version { get; set; }
    [Timestamp] public long Counter { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
