namespace Owned.WithOwner;

[Owned]
public class Address
{
    public string Street { get; set; } = "";
    public Order Order { get; set; } = null!;
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
