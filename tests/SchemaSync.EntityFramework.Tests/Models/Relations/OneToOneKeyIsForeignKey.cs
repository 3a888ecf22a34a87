namespace Relations.OneToOneKeyIsForeignKey;

public class Blog
{
    public int BlogId { get; set; }
    public Header? Header { get; set; }
}

public class Header
{
    [Key] public int BlogId { get; set; }
    public Blog Blog { get; set; } = null!;
    public string Title { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Header> Headers => Set<Header>();
}
