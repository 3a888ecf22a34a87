namespace Relations.ManyToManyTwice;

public class Post
{
    public int Id { get; set; }
    [InverseProperty(nameof(Tag.MainPosts))] public List<Tag> MainTags { get; } = [];
    [InverseProperty(nameof(Tag.MorePosts))] public List<Tag> MoreTags { get; } = [];
}

public class Tag
{
    public int Id { get; set; }
    [InverseProperty(nameof(Post.MainTags))] public List<Post> MainPosts { get; } = [];
    [InverseProperty(nameof(Post.MoreTags))] public List<Post> MorePosts { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Tag> Tags => Set<Tag>();
}
