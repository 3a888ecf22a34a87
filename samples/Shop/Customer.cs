using SchemaSync;

namespace Shop;

[Table("customers")]
public sealed class Customer
{
    [PrimaryKey, Identity] public long Id { get; init; }
    [MaxLength(200), Unique] public required string Email { get; init; }
    public string? Phone { get; init; }
    [DefaultSql("CURRENT_TIMESTAMP")] public DateTime CreatedAt { get; init; }
}
