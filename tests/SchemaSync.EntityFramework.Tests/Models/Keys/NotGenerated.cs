namespace Keys.NotGenerated;

public class A { [DatabaseGenerated(DatabaseGeneratedOption.None)] public int Id { get; set; } }
public class B { [DatabaseGenerated(DatabaseGeneratedOption.None)] public long BId { get; set; } }
public class C { [DatabaseGenerated(DatabaseGeneratedOption.None)] public Guid Id { get; set; } }
public class D { [DatabaseGenerated(DatabaseGeneratedOption.None)] public short Id { get; set; } }

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
    public DbSet<C> Cs => Set<C>();
    public DbSet<D> Ds => Set<D>();
}
