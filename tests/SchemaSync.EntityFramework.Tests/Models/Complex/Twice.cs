namespace Complex.Twice;

[ComplexType]
public class Money
{
    [Precision(10, 2)] public decimal Amount { get; set; }
    [MaxLength(3)] public string Currency { get; set; } = "";
}

public class Invoice
{
    public int Id { get; set; }
    public Money Net { get; set; } = new();
    public Money Tax { get; set; } = new();
    [Required] public Money? Gross { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Invoice> Invoices => Set<Invoice>();
}
