namespace Inheritance.AbstractAlone;

public abstract class Payment
{
    public int Id { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public Payment? Payment { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}

// EF refuses
