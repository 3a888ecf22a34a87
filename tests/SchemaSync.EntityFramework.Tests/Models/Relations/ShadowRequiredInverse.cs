namespace Relations.ShadowRequiredInverse;

public class Country
{
    public string Id { get; set; } = "";
    public List<City> Cities { get; } = [];
}

public class City
{
    public int Id { get; set; }
    public Country Country { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<City> Cities => Set<City>();
}
