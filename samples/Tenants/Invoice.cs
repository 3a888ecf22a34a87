using SchemaSync;

namespace Tenants;

[Table("invoices"), Index(nameof(Customer), nameof(IssuedOn))]
public sealed class Invoice
{
    [PrimaryKey, Identity] public long Id { get; init; }
    [MaxLength(200)] public required string Customer { get; init; }
    [Check("amount_in_cents >= 0")] public long AmountInCents { get; init; }
    [DefaultSql("CURRENT_DATE")] public DateOnly IssuedOn { get; init; }
}
