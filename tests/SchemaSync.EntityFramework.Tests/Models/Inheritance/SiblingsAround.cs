namespace Inheritance.SiblingsAround;

public class M { public int Id { get; set; } }
public class A : M { public int Size { get; set; } }
public class B : M { public int Size { get; set; } }
public class X : M { public int Size { get; set; } }
public class Y : M { public int Size { get; set; } }

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<M> Ms => Set<M>();
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
    public DbSet<X> Xs => Set<X>();
    public DbSet<Y> Ys => Set<Y>();
}
