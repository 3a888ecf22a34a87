namespace Tables.LongKeyNames;

[Table("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefgh")]
public class A
{
    public int Id { get; set; }
}

[Table("abcdefghijklmnopqrstuvwxyzabcdefghijklmnopqrstuvwxyzabcdefgi")]
public class B
{
    public int Id { get; set; }
    public A First { get; set; } = null!;
    public A Second { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A> As => Set<A>();
    public DbSet<B> Bs => Set<B>();
}
