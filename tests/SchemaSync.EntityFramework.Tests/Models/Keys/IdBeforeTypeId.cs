namespace Keys.IdBeforeTypeId;

public class Car
{
    public int Id { get; set; }
    public int CarId { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Car> Cars => Set<Car>();
}
