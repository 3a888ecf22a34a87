namespace Inheritance.UnmappedBetween;

public class Blog
{
    public int Id { get; set; }
}

[NotMapped]
public class Audited : Blog
{
    public DateTime Changed { get; set; }
}

public class RssBlog : Audited
{
    public string RssUrl { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<RssBlog> RssBlogs => Set<RssBlog>();
}
