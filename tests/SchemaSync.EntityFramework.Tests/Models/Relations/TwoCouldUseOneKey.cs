namespace Relations.TwoCouldUseOneKey;

public class Region
{
    public int Id { get; set; }
}

public class City
{
    public int Id { get; set; }
    public int RegionId { get; set; }
    public Region Region { get; set; } = null!;
    public Region? Second { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<City> Cities => Set<City>();
}

// EF refuses
