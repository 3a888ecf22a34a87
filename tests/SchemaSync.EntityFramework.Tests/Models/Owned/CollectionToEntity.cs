namespace Owned.CollectionToEntity;

[Owned]
public class Line
{
    public int ProductId { get; set; }
    public Product Product { get; set; } = null!;
    [Precision(8, 2)] public decimal Price { get; set; }
}

public class Product
{
    public int Id { get; set; }
}

public class Order
{
    public int Id { get; set; }
    public List<Line> Lines { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<Product> Products => Set<Product>();
}
