namespace Keys.LowerCaseId;

public class Car
{
    public int id { get; set; }
    public int ID2 { get; set; }
}

public class Bus
{
    public long BUSID { get; set; }
    public string? Line { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Car> Cars => Set<Car>();
    public DbSet<Bus> Buses => Set<Bus>();
}
