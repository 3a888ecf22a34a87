namespace Indexes.UniqueCompositeOverKey;

[Index(nameof(BlogId), nameof(Title), IsUnique = true)]
public class Post
{
    public int Id { get; set; }
    public int? BlogId { get; set; }
    public Blog? Blog { get; set; }
    [MaxLength(50)] public string? Title { get; set; }
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
