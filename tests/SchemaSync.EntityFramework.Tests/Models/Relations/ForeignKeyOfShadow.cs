namespace Relations.ForeignKeyOfShadow;

public class Blog
{
    public int Id { get; set; }
}

public class Post
{
    public int Id { get; set; }
    [ForeignKey("HomeBlog")] public Blog Blog { get; set; } = null!;
    [ForeignKey("Other")] public Blog? Second { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
