namespace Inheritance.AbstractMiddle;

public abstract class Payment
{
    public int Id { get; set; }
}

public abstract class Electronic : Payment
{
    public string Provider { get; set; } = "";
}

public class Card : Electronic
{
    public string Number { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Payment> Payments => Set<Payment>();
    public DbSet<Card> Cards => Set<Card>();
}
