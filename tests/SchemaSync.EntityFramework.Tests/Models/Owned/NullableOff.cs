#nullable disable

namespace Owned.NullableOff;

[Owned]
public class Address
{
    public string Street { get; set; }
    [Required] public string City { get; set; }
    public int Number { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public Address Shipping { get; set; }
    [Required] public Address Billing { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
