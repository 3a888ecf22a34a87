namespace Relations.CompositeOfKeyPart;

[PrimaryKey(nameof(Tenant), nameof(Number))]
public class Blog
{
    public int Tenant { get; set; }
    public string Number { get; set; } = "";
}

[PrimaryKey(nameof(Tenant), nameof(Id))]
public class Post
{
    public int Tenant { get; set; }
    public int Id { get; set; }
    public string BlogNumber { get; set; } = "";
    [ForeignKey("Tenant, BlogNumber")] public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
