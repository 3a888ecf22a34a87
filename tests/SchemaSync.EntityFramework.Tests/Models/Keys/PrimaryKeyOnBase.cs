namespace Keys.PrimaryKeyOnBase;

[PrimaryKey(nameof(Tenant), nameof(Number))]
public abstract class Entity
{
    public int Tenant { get; set; }
    public int Number { get; set; }
}

public class Blog : Entity
{
    public string Url { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
