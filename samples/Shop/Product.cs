using SchemaSync;

namespace Shop;

[Table("products")]
public sealed class Product
{
    [PrimaryKey, Identity] public long Id { get; init; }
    [MaxLength(120), Index] public required string Name { get; init; }
    [Check("price_in_cents >= 0")] public long PriceInCents { get; init; }
}
