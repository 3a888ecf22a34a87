namespace Tables.ViewLike;

[Keyless]
[Table("blog_counts")]
public class BlogCount
{
    [Column("blog_name")] public string Name { get; set; } = "";
    public int Count { get; set; }
    [Precision(3, 1)] public decimal? Share { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<BlogCount> BlogCounts => Set<BlogCount>();
}
