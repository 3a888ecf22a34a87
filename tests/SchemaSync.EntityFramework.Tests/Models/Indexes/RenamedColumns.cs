namespace Indexes.RenamedColumns;

[Table("blogs")]
[Index(nameof(Url), nameof(Rating))]
public class Blog
{
    [Column("blog_id")] public int Id { get; set; }
    [Column("blog_url")] public string Url { get; set; } = "";
    public int Rating { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
