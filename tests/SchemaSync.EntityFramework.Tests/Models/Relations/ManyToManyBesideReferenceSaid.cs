namespace Relations.ManyToManyBesideReferenceSaid;

public class Post
{
    public int Id { get; set; }
    [InverseProperty(nameof(Tag.Posts))] public List<Tag> Tags { get; } = [];
}

public class Tag
{
    public int Id { get; set; }
    public List<Post> Posts { get; } = [];
    public Post? Pinned { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Tag> Tags => Set<Tag>();
}

// EF refuses
