namespace Keys.TypeId;

public class Truck
{
    public string TruckId { get; set; } = "";
    public string Make { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Truck> Trucks => Set<Truck>();
}
