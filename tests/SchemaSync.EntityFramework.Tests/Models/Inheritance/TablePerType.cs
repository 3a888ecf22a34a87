namespace Inheritance.TablePerType;

[Table("Blogs")]
public class Blog
{
    public int Id { get; set; }
    public string Url { get; set; } = "";
}

[Table("RssBlogs")]
public class RssBlog : Blog
{
    public string RssUrl { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<RssBlog> RssBlogs => Set<RssBlog>();
}
