namespace Inheritance.DerivedNotInContext;

public class Blog
{
    public int Id { get; set; }
    public string Url { get; set; } = "";
}

public class RssBlog : Blog
{
    public string RssUrl { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
