namespace Relations.EnumKeyTarget;

public enum Country { Norway, Peru }

public class Region
{
    public Country Id { get; set; }
}

public class City
{
    public int Id { get; set; }
    public Country RegionId { get; set; }
    public Region Region { get; set; } = null!;
}

public class Town
{
    public int Id { get; set; }
    public Region? Region { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Region> Regions => Set<Region>();
    public DbSet<City> Cities => Set<City>();
    public DbSet<Town> Towns => Set<Town>();
}
