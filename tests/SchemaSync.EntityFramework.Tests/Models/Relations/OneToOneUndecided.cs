namespace Relations.OneToOneUndecided;

public class Blog
{
    public int Id { get; set; }
    public Header? Header { get; set; }
}

public class Header
{
    public int Id { get; set; }
    public Blog? Blog { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Header> Headers => Set<Header>();
}

// EF refuses
