namespace Properties.EnumCollections;

public enum Colour { Red, Green }

public class Sample
{
    public int Id { get; set; }
    public List<Colour> Colours { get; set; } = [];
    public Colour[]? Maybe { get; set; }
    public List<Colour?> Holes { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Sample> Samples => Set<Sample>();
}
