namespace Inheritance.Records;

public abstract record Entity
{
    public Guid Id { get; init; }
}

public record Blog : Entity
{
    public required string Url { get; init; }
}

public record RssBlog : Blog
{
    public required string RssUrl { get; init; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<RssBlog> RssBlogs => Set<RssBlog>();
}
