namespace Relations.ForeignKeyOnPrincipalReference;

public class Blog
{
    public int Id { get; set; }
    [ForeignKey("BlogNumber")] public Header? Header { get; set; }
}

public class Header
{
    public int Id { get; set; }
    public int BlogNumber { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Header> Headers => Set<Header>();
}
