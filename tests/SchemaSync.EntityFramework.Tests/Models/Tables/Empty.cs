namespace Tables.Empty;

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public int Count { get; set; }
    public string? Name { get; set; }
    public List<Blog> Cached { get; } = [];
}
