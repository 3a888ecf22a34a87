namespace Owned.Annotated;

[Owned]
[Index(nameof(City))]
public class Address
{
    [Column("street")] public string Street { get; set; } = "";
    [Required, MaxLength(40)] public string? City { get; set; }
    [Precision(5, 2)] public decimal Latitude { get; set; }
    [NotMapped] public string Shown => Street;
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
