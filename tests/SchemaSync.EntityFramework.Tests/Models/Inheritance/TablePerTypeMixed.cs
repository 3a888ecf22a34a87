namespace Inheritance.TablePerTypeMixed;

public class Blog
{
    public int Id { get; set; }
}

[Table("RssBlogs")]
public class RssBlog : Blog
{
    public string RssUrl { get; set; } = "";
}

public class PaidBlog : Blog
{
    public decimal Price { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<RssBlog> RssBlogs => Set<RssBlog>();
    public DbSet<PaidBlog> PaidBlogs => Set<PaidBlog>();
}
