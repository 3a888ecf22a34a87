namespace Relations.TwoCollectionsOneReference;

public class Blog
{
    public int Id { get; set; }
    public List<Post> Drafts { get; } = [];
    public List<Post> Posts { get; } = [];
}

public class Post
{
    public int Id { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}

// EF refuses
