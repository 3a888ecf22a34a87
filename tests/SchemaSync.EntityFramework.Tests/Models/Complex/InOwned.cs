namespace Complex.InOwned;

[Owned]
public class Line
{
    public string Product { get; set; } = "";
    public Money Price { get; set; } = new();
}

[ComplexType]
public class Money
{
    public decimal Amount { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public Line First { get; set; } = new();
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
