namespace Complex.Optional;

[ComplexType]
public class Address
{
    public string Street { get; set; } = "";
    public int Number { get; set; }
    public string? City { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public Address? Shipping { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
