namespace Tables.JoinOfSchemas;

[Table("posts", Schema = "blogging")]
public class Post
{
    public int Id { get; set; }
    public List<Tag> Tags { get; } = [];
}

[Table("tags", Schema = "labels")]
public class Tag
{
    public int Id { get; set; }
    public List<Post> Posts { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Tag> Tags => Set<Tag>();
}
