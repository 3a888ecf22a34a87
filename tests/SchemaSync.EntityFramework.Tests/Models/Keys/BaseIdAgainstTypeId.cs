namespace Keys.BaseIdAgainstTypeId;

public abstract class Entity
{
    public int Id { get; set; }
}

public class Blog : Entity
{
    public int BlogId { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
