namespace Keys.OtherTypes;

public class A { public Guid Id { get; set; } }
public class B { public string Id { get; set; } = ""; }
public class C { public DateTime Id { get; set; } }
public class D { public decimal Id { get; set; } }
public class E { public byte[] Id { get; set; } = []; }
public class F { public DateOnly Id { get; set; } }

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
    public DbSet<C> Cs => Set<C>();
    public DbSet<D> Ds => Set<D>();
    public DbSet<E> Es => Set<E>();
    public DbSet<F> Fs => Set<F>();
}
