namespace Relations.OneSidedCollectionBesidePair;

public class Blog
{
    public int Id { get; set; }
    [InverseProperty(nameof(Post.Blog))] public List<Post> Posts { get; } = [];
    public List<Post> Pinned { get; } = [];
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
