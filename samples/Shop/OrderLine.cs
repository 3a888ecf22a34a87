using SchemaSync;

namespace Shop;

[Table("order_lines"), PrimaryKey(nameof(OrderId), nameof(Position))]
public sealed class OrderLine
{
    [ForeignKey(typeof(Order), OnDelete = ReferentialAction.Cascade)] public long OrderId { get; init; }
    public int Position { get; init; }
    [ForeignKey(typeof(Product)), Index] public long ProductId { get; init; }
    [Check("quantity > 0"), Default(1)] public int Quantity { get; init; }
}
