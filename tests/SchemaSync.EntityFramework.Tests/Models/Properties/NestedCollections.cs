namespace Properties.NestedCollections;

public class Sample
{
    public int Id { get; set; }
    public int[][] Matrix { get; set; } = [];
    public List<List<string>> Words { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}

// EF refuses
