namespace Relations.OnlyReference;

public class Blog
{
    public int Id { get; set; }
}

public class Post
{
    public int Id { get; set; }
    public Blog Blog { get; set; } = null!;
    public Blog? Mirror { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
