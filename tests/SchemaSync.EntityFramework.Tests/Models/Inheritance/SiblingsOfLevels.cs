namespace Inheritance.SiblingsOfLevels;

public class N { public int Id { get; set; } }
public class B : N { public int Size { get; set; } }
public class C : N { public int Note { get; set; } }
public class A : C { public int Size { get; set; } }
public class X : C { public int Size { get; set; } }

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<N> Ns => Set<N>();
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
    public DbSet<C> Cs => Set<C>();
    public DbSet<X> Xs => Set<X>();
}
