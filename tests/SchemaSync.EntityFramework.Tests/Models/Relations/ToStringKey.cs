namespace Relations.ToStringKey;

public class Country
{
    [Key, MaxLength(2)] public string Code { get; set; } = "";
    public List<City> Cities { get; } = [];
}

public class City
{
    public int Id { get; set; }
    public string CountryCode { get; set; } = "";
    public Country Country { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<City> Cities => Set<City>();
}
