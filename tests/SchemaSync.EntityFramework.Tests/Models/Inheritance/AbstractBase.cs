namespace Inheritance.AbstractBase;

public abstract class Payment
{
    public int Id { get; set; }
    public decimal Amount { get; set; }
}

public class Card : Payment
{
    public string Number { get; set; } = "";
}

public class Cash : Payment
{
    public string Currency { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<Card> Cards => Set<Card>();
    public DbSet<Cash> Cash => Set<Cash>();
}
