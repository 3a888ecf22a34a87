namespace Relations.DeleteBehaviorsRequired;

public class Blog
{
    public int Id { get; set; }
    public List<Post> Posts { get; } = [];
}

public class Post
{
    public int Id { get; set; }
    public int BlogId { get; set; }
    [DeleteBehavior(DeleteBehavior.Restrict)] public Blog Blog { get; set; } = null!;
    [DeleteBehavior(DeleteBehavior.NoAction)] public Mirror NoAction { get; set; } = null!;
    [DeleteBehavior(DeleteBehavior.ClientCascade)] public Mirror Client { get; set; } = null!;
}

public class Mirror
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Mirror> Mirrors => Set<Mirror>();
}
