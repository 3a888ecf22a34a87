using Microsoft.EntityFrameworkCore.Infrastructure;

namespace Relations.ServiceProperties;

public class Blog
{
    public int Id { get; set; }
    public Context? Context { get; set; }
    private ILazyLoader? Loader { get; set; }
    private Action<object, string?>? LazyLoader { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
