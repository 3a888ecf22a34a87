namespace Relations.OneToOneSharedKey;

public class Blog
{
    public int Id { get; set; }
    public Header? Header { get; set; }
}

public class Header
{
    [Key, ForeignKey(nameof(Blog))] public int Id { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Header> Headers => Set<Header>();
}
