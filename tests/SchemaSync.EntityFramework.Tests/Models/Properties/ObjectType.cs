namespace Properties.ObjectType;

public class Drawing
{
    public int Id { get; set; }
    public object? Anything { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Drawing> Drawings => Set<Drawing>();
}

// EF refuses
