namespace Relations.CompositeByConvention;

[PrimaryKey(nameof(Tenant), nameof(Number))]
public class Blog
{
    public int Tenant { get; set; }
    public int Number { get; set; }
}

public class A
{
    public int Id { get; set; }
    public int BlogTenant { get; set; }
    public int BlogNumber { get; set; }
    public Blog Blog { get; set; } = null!;
}

public class B
{
    public int Id { get; set; }
    public Blog? Blog { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
}
