namespace Tables.InternalClasses;

internal class Blog
{
    public int Id { get; set; }
    public List<Post> Posts { get; } = [];
}

internal sealed class Post
{
    public int Id { get; set; }
}

internal class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
