namespace Properties.UnknownTypes;

public class Sample
{
    public int Id { get; set; }
    public Version Version { get; set; } = new();
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses
