namespace Relations.GuidOptional;

public class Blog
{
    public Guid Id { get; set; }
    public List<Post> Posts { get; } = [];
}

public class Post
{
    public Guid Id { get; set; }
    public Guid? BlogId { get; set; }
    public Blog? Blog { get; set; }
    public Post? Previous { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
