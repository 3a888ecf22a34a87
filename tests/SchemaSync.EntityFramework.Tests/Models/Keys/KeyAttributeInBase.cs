namespace Keys.KeyAttributeInBase;

public abstract class Entity
{
    [Key] public Guid Number { get; set; }
}

public class Blog : Entity
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
