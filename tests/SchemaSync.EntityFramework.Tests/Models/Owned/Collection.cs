namespace Owned.Collection;

[Owned]
public class Line
{
    public string Product { get; set; } = "";
    public int Amount { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public List<Line> Lines { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
