namespace Relations.RenamedColumns;

[Table("blogs")]
public class Blog
{
    [Column("id")] public int Id { get; set; }
    public List<Post> Posts { get; } = [];
}

[Table("posts")]
public class Post
{
    [Column("id")] public int Id { get; set; }
    [Column("blog_id")] public int BlogId { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
