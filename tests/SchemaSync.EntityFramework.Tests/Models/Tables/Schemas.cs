namespace Tables.Schemas;

[Table("blogs", Schema = "blogging")]
public class Blog
{
    public int Id { get; set; }
    public List<Post> Posts { get; } = [];
}

[Table("posts", Schema = "Writing")]
[Index(nameof(Title))]
public class Post
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
}

public class Tag
{
    public int Id { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Tag> Tags => Set<Tag>();
}
