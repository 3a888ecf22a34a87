namespace Relations.KeyNames;

public class Blog
{
    public int BlogKey { get; set; }
    [Key] public int Number { get; set; }
}

public class A
{
    public int Id { get; set; }
    public int OwnerNumber { get; set; }
    public Blog Owner { get; set; } = null!;
}

public class B
{
    public int Id { get; set; }
    public int BlogNumber { get; set; }
    public Blog Owner { get; set; } = null!;
}

public class C
{
    public int Id { get; set; }
    public int OwnerId { get; set; }
    public Blog Owner { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Blog> Blogs => Set<Blog>();
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
    public DbSet<C> Cs => Set<C>();
}
