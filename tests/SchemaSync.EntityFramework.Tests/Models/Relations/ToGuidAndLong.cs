namespace Relations.ToGuidAndLong;

public class A { public Guid Id { get; set; } }
public class B { public long Id { get; set; } }
public class C { public short Id { get; set; } }

public class D
{
    public int Id { get; set; }
    public A A { get; set; } = null!;
    public B? B { get; set; }
    public C C { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
    public DbSet<C> Cs => Set<C>();
    public DbSet<D> Ds => Set<D>();
}
