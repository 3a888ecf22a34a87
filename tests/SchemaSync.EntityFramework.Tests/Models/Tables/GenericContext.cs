namespace Tables.GenericContext;

public class Blog
{
    public int Id { get; set; }
}

public abstract class BaseContext<T>(DbContextOptions options) : DbContext(options) where T : class
{
    public DbSet<T> Items { get; set; }
}

public class Context(DbContextOptions options) : BaseContext<Blog>(options);
