namespace Indexes.OnShadowKey;

[Index("BlogId", nameof(Title))]
public class Post
{
    public int Id { get; set; }
    public string Title { get; set; } = "";
    public Blog Blog { get; set; } = null!;
}

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Blog> Blogs => Set<Blog>();
}
