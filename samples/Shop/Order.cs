using SchemaSync;

namespace Shop;

public enum OrderStatus { Open, Paid, Shipped }

[Table("orders")]
public sealed class Order
{
    [PrimaryKey, Identity] public long Id { get; init; }
    [ForeignKey(typeof(Customer)), Index] public long CustomerId { get; init; }
    [Default(OrderStatus.Open)] public OrderStatus Status { get; init; }
    [DefaultSql("CURRENT_TIMESTAMP")] public DateTime PlacedAt { get; init; }
}
