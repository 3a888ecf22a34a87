namespace Owned.SharedTable;

[Owned]
[Table("Addresses")]
public class Address
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
