namespace Relations.TwoNavigationsOneKeyName;

public class Country
{
    [Key] public string Code { get; set; } = "";
    public List<City> Cities { get; } = [];
}

public class City
{
    public int Id { get; set; }
    public string CountryCode { get; set; } = "";
    public Country Country { get; set; } = null!;
    public Country? Former { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Country> Countries => Set<Country>();
    public DbSet<City> Cities => Set<City>();
}

// EF refuses
