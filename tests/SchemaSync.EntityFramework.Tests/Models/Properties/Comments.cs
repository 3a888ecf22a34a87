namespace Properties.Comments;

[Comment("What people write")]
public class Blog
{
    public int Id { get; set; }
    [Comment("Where it is; it's unique")] public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
