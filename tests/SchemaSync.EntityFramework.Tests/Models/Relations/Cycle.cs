namespace Relations.Cycle;

public class A
{
    public int Id { get; set; }
    public int? FirstBId { get; set; }
    public B? FirstB { get; set; }
}

public class B
{
    public int Id { get; set; }
    public int? NextCId { get; set; }
    public C? NextC { get; set; }
}

public class C
{
    public int Id { get; set; }
    public int BackId { get; set; }
    public A Back { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
    public DbSet<C> Cs => Set<C>();
}
