namespace Complex.Collection;

[ComplexType]
public class Line
{
    public string Product { get; set; } = "";
}

public class Order
{
    public int Id { get; set; }
    public List<Line> Lines { get; set; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}

// EF refuses
