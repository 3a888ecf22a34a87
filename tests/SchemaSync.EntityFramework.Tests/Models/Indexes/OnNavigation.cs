namespace Indexes.OnNavigation;

[Index(nameof(Blog))]
public class Post
{
    public int Id { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class Blog
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Post> Posts => Set<Post>();
}

// EF refuses
