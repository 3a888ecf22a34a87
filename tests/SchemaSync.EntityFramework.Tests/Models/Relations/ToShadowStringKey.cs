namespace Relations.ToShadowStringKey;

public class Country
{
    [MaxLength(2)] public string Id { get; set; } = "";
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
