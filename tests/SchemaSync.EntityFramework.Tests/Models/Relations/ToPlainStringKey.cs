namespace Relations.ToPlainStringKey;

public class Country
{
    public string Id { get; set; } = "";
}

public class City
{
    public int Id { get; set; }
    public Country Country { get; set; } = null!;
    public string? FormerId { get; set; }
    public Country? Former { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<City> Cities => Set<City>();
}
