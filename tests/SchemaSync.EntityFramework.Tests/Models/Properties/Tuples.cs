namespace Properties.Tuples;

public class Sample
{
    public int Id { get; set; }
    public (int, string) Pair { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses
