namespace Keys.RenamedKeyColumn;

public class Blog
{
    [Column("blog_id")] public int Id { get; set; }
    [Column("blog_url")] public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
