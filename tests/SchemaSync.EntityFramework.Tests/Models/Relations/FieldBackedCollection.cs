namespace Relations.FieldBackedCollection;

public class Blog
{
    private readonly List<Post> _posts = [];

    public int Id { get; set; }
    public IReadOnlyList<Post> Posts => _posts;
}

public class Post
{
    public int Id { get; set; }
    public Blog Blog { get; private set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
