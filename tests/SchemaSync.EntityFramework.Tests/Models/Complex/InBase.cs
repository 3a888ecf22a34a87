namespace Complex.InBase;

[ComplexType]
public class Audit
{
    public DateTime Created { get; set; }
    public string? By { get; set; }
}

public abstract class Entity
{
    public int Id { get; set; }
    public Audit Audit { get; set; } = new();
}

public class Blog : Entity;

public class Post : Entity
{
    public Blog Blog { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Post> Posts => Set<Post>();
}
