namespace Properties.PrimitiveCollections;

public class Sample
{
    public int Id { get; set; }
    public int[] Ints { get; set; } = [];
    public List<string> Strings { get; set; } = [];
    public string[]? Maybe { get; set; }
    public List<DateTime> Times { get; set; } = [];
    public List<Guid>? Guids { get; set; }
    public bool[] Bools { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
