namespace Indexes.OnBase;

[Index(nameof(Created))]
public abstract class Entity
{
    public int Id { get; set; }
    public DateTime Created { get; set; }
}

[Index(nameof(Url), nameof(Created))]
public class Blog : Entity
{
    public string Url { get; set; } = "";
}

public class Post : Entity;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
