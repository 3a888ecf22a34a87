namespace Relations.RequiredOnPrincipal;

public class Blog
{
    public int Id { get; set; }
    [Required] public Header Header { get; set; } = null!;
}

public class Header
{
    public int Id { get; set; }
    public int? BlogId { get; set; }
    public Blog? Blog { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Header> Headers => Set<Header>();
}
