namespace Owned.Inheriting;

public abstract class Place
{
    public string City { get; set; } = "";
}

[Owned]
public class Address : Place
{
    public string Street { get; set; } = "";
}

public class Order
{
    public int Id { get; set; }
    public Address Shipping { get; set; } = new();
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
