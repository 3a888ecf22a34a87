namespace Relations.PrivateNavigation;

public class Blog
{
    public int Id { get; set; }
    public List<Post> Posts { get; private set; } = [];
}

public class Post
{
    public int Id { get; set; }
    private Blog Blog { get; set; } = null!;
    internal Blog? Second { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
