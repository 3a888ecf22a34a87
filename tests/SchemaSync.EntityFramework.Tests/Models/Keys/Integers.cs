namespace Keys.Integers;

public class A { public long Id { get; set; } }
public class B { public short Id { get; set; } }
public class C { public byte Id { get; set; } }
public class D { public uint Id { get; set; } }
public class E { public ulong Id { get; set; } }
public class F { public ushort Id { get; set; } }
public class G { public sbyte Id { get; set; } }

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
    public DbSet<C> Cs => Set<C>();
    public DbSet<D> Ds => Set<D>();
    public DbSet<E> Es => Set<E>();
    public DbSet<F> Fs => Set<F>();
    public DbSet<G> Gs => Set<G>();
}
