namespace Complex.WithNavigation;

[ComplexType]
public class Address
{
    public string Street { get; set; } = "";
    public Country Country { get; set; } = null!;
}

public class Country
{
    public int Id { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public Address Shipping { get; set; } = new();
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Country> Countries => Set<Country>();
}
