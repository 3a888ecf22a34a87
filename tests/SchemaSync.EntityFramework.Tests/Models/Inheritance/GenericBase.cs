namespace Inheritance.GenericBase;

public abstract class Entity<T>
{
    public T Id { get; set; } = default!;
}

public class Blog : Entity<int>
{
    public string Url { get; set; } = "";
}

public class Archive : Blog
{
    public DateTime Since { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<Archive> Archives => Set<Archive>();
}
