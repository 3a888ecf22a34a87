namespace Owned.CollectionWithKey;

[Owned]
[PrimaryKey(nameof(Number))]
public class Line
{
    public int Number { get; set; }
    public string Product { get; set; } = "";
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
