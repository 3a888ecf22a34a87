namespace Properties.Delegates;

public class Sample
{
    public int Id { get; set; }
    public Action? Changed { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses
