namespace Tables.Named;

[Table("blogs")]
public class Blog
{
    public int Id { get; set; }
    public List<Post> Posts { get; } = [];
}

[Table("user \"posts\"")]
public class Post
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
