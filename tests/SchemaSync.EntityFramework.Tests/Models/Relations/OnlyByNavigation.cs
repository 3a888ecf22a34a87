namespace Relations.OnlyByNavigation;

public class Order
{
    public int Id { get; set; }
    public List<Line> Lines { get; } = [];
    public Customer Customer { get; set; } = null!;
}

public class Line
{
    public int Id { get; set; }
    public Product Product { get; set; } = null!;
}

public class Product
{
    public int Id { get; set; }
}

public class Customer
{
    public int Id { get; set; }
}

public class Unreached
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
}
