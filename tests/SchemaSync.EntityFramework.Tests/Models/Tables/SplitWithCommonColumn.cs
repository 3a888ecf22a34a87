namespace Tables.SplitWithCommonColumn;

[Table("Orders")]
public class Order
{
    public int Id { get; set; }
    [Column("Status")] public string? Status { get; set; }
    public DetailedOrder? Detailed { get; set; }
}

[Table("Orders")]
public class DetailedOrder
{
    [ForeignKey(nameof(Order))] public int Id { get; set; }
    [Column("Status")] public string? Status { get; set; }
    public string Required { get; set; } = "";
    public Order Order { get; set; } = null!;
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Order> Orders => Set<Order>();
    public DbSet<DetailedOrder> DetailedOrders => Set<DetailedOrder>();
}
