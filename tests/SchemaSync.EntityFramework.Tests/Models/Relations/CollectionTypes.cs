namespace Relations.CollectionTypes;

public class Blog
{
    public int Id { get; set; }
    public HashSet<A> As { get; } = [];
    public IEnumerable<B> Bs { get; } = new List<B>();
    public IReadOnlyCollection<C> Cs { get; } = new List<C>();
    public IList<D> Ds { get; set; } = [];
}

public class A { public int Id { get; set; } }
public class B { public int Id { get; set; } }
public class C { public int Id { get; set; } }
public class D { public int Id { get; set; } }

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
}
