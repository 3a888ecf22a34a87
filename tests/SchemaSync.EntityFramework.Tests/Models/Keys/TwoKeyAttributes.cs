namespace Keys.TwoKeyAttributes;

public class Car
{
    [Key] public int State { get; set; }
    [Key] public int Plate { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Car> Cars => Set<Car>();
}

// EF refuses
