namespace Keys.EnumKey;

public enum Country { Norway, Peru }

public class Region
{
    public Country Id { get; set; }
    public string Name { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Region> Regions => Set<Region>();
}
