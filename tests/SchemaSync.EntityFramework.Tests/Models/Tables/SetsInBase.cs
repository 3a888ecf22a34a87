namespace Tables.SetsInBase;

public class Blog
{
    public int Id { get; set; }
}

public class Post
{
    public int Id { get; set; }
}

public abstract class BaseContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs { get; set; }
}

public class Context(DbContextOptions options) : BaseContext(options)
{
    public DbSet<Post> Posts { get; set; }
}
