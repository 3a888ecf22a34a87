namespace Domain;

public abstract class Entity<TKey>
{
    public TKey Id { get; set; } = default!;
    [Timestamp] public byte[]? Version { get; set; }
}

[Owned]
public class Address
{
    public string Street { get; set; } = "";
    [MaxLength(10)] public string? Code { get; set; }
}

[ComplexType]
public class Money
{
    public decimal Amount { get; set; }
    [MaxLength(3)] public string Currency { get; set; } = "";
}

// in another project
using Domain;

namespace Projects.DomainBases;

public class Order : Entity<long>
{
    public Address Shipping { get; set; } = new();
    public Address? Billing { get; set; }
    public Money Total { get; set; } = new();
}

public class Note : Entity<Guid>
{
    public Order Order { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Note> Notes => Set<Note>();
}
