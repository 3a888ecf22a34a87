namespace Relations.ManyToManyOtherKeys;

public class Post
{
    public Guid PostId { get; set; }
    public ICollection<Label> Labels { get; } = [];
}

public class Label
{
    [Key, MaxLength(20)] public string Text { get; set; } = "";
    public ICollection<Post> Uses { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Label> Labels => Set<Label>();
}
