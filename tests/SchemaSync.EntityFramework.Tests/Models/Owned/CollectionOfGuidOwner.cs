namespace Owned.CollectionOfGuidOwner;

[Owned]
public class Line
{
    public string Product { get; set; } = "";
}

public class Order
{
    public Guid OrderId { get; set; }
    public List<Line> Lines { get; } = [];
    public List<Line> Former { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
