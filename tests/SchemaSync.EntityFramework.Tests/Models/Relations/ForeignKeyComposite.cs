namespace Relations.ForeignKeyComposite;

[PrimaryKey(nameof(Tenant), nameof(Number))]
public class Blog
{
    public int Tenant { get; set; }
    public int Number { get; set; }
    public List<Post> Posts { get; } = [];
}

public class Post
{
    public int Id { get; set; }
    public int HomeTenant { get; set; }
    public int HomeNumber { get; set; }
    [ForeignKey(nameof(HomeTenant) + "," + nameof(HomeNumber))] public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
