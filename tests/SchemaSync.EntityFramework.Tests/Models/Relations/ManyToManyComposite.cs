namespace Relations.ManyToManyComposite;

[PrimaryKey(nameof(Tenant), nameof(Number))]
public class Post
{
    public int Tenant { get; set; }
    public int Number { get; set; }
    public List<Tag> Tags { get; } = [];
}

public class Tag
{
    public long Id { get; set; }
    public List<Post> Posts { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Tag> Tags => Set<Tag>();
}
