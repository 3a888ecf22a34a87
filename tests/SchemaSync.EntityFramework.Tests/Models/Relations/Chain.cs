namespace Relations.Chain;

public class A { public int Id { get; set; } public List<B> Bs { get; } = []; }
public class B { public int Id { get; set; } public A A { get; set; } = null!; public List<C> Cs { get; } = []; }
public class C { public int Id { get; set; } public B? B { get; set; } public List<D> Ds { get; } = []; }
public class D { public int Id { get; set; } public int CId { get; set; } public C C { get; set; } = null!; }

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A> Roots => Set<A>();
}
