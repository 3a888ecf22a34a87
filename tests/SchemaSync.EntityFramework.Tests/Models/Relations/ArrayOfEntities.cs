namespace Relations.ArrayOfEntities;

public class Blog
{
    public int Id { get; set; }
    public Post[] Posts { get; set; } = [];
}

public class Post
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
