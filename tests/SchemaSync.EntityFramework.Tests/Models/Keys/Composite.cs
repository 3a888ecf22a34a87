namespace Keys.Composite;

[PrimaryKey(nameof(State), nameof(LicensePlate))]
public class Car
{
    public string LicensePlate { get; set; } = "";
    public string State { get; set; } = "";
    public string? Make { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Car> Cars => Set<Car>();
}
