namespace Indexes.OnForeignKeyNamed;

[Index(nameof(BlogId), Name = "posts_of_blog")]
public class Post
{
    public int Id { get; set; }
    public int BlogId { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Blog
{
    public int Id { get; set; }
    public List<Post> Posts { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
    public DbSet<Blog> Blogs => Set<Blog>();
}
