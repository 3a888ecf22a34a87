namespace Properties.InterfaceTypes;

public interface IShape
{
    int Sides { get; set; }
}

public class Drawing
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
    public IShape? Shape { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Drawing> Drawings => Set<Drawing>();
}

// EF refuses
