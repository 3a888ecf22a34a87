namespace Keys.MarkedByKey;

public class Car
{
    [Key] public string LicensePlate { get; set; } = "";
    public int Id { get; set; }
    public string Make { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Car> Cars => Set<Car>();
}
