namespace Owned.RequiredByAttribute;

[Owned]
public class Address
{
    public string Street { get; set; } = "";
}

public class Order
{
    public int Id { get; set; }
    [System.ComponentModel.DataAnnotations.Required] public Address? Shipping { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
