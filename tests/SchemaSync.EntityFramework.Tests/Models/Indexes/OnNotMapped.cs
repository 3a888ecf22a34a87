namespace Indexes.OnNotMapped;

[Index(nameof(Url))]
public class Blog
{
    public int Id { get; set; }
    [NotMapped] public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}

// EF refuses
