namespace Inheritance.TablePerTypeAbstract;

public abstract class Payment
{
    public int Id { get; set; }
    public decimal Amount { get; set; }
}

[Table("Cards")]
public class Card : Payment
{
    public string Number { get; set; } = "";
}

[Table("Cash")]
public class Cash : Payment
{
    public string Currency { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<Card> AllCards => Set<Card>();
    public DbSet<Cash> AllCash => Set<Cash>();
}
