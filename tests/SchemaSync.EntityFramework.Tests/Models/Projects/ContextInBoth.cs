namespace Domain;

public class Blog
{
    public int Id { get; set; }
}

public abstract class BaseContext(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}

// in another project
using Domain;

namespace Projects.ContextInBoth;

public class Post
{
    public int Id { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : BaseContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
}
