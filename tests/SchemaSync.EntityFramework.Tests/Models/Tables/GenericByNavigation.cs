namespace Tables.GenericByNavigation;

public class Box<T>
{
    public int Id { get; set; }
    public T Content { get; set; } = default!;
}

public class Holder
{
    public int Id { get; set; }
    public Box<int>? Number { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Holder> Holders => Set<Holder>();
}
