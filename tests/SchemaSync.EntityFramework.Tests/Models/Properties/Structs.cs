namespace Properties.Structs;

public struct Money
{
    public decimal Amount { get; set; }
    public string Currency { get; set; }
}

public class Price
{
    public int Id { get; set; }
    public Money Money { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Price> Prices => Set<Price>();
}

// EF refuses
