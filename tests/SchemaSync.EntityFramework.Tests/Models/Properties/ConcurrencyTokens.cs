namespace Properties.ConcurrencyTokens;

public class Blog
{
    public int Id { get; set; }
    [ConcurrencyCheck] public string Url { get; set; } = "";
    [ConcurrencyCheck] public Guid Version { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
