namespace Complex.Nested;

[ComplexType]
public class Address
{
    public string Street { get; set; } = "";
    public Region Region { get; set; } = new();
}

[ComplexType]
public class Region
{
    public string Code { get; set; } = "";
    public string? Name { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public Address Shipping { get; set; } = new();
    public Address? Second { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
