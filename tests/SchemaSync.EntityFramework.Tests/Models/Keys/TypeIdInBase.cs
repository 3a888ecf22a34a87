namespace Keys.TypeIdInBase;

public abstract class Entity
{
    public int EntityId { get; set; }
}

public class Blog : Entity
{
    public int BlogId { get; set; }
    public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
