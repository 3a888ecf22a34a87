namespace Keys.CompositeOfNumbers;

[PrimaryKey(nameof(OrderId), nameof(Line))]
public class OrderLine
{
    public int OrderId { get; set; }
    public int Line { get; set; }
    public decimal Price { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<OrderLine> Lines => Set<OrderLine>();
}
