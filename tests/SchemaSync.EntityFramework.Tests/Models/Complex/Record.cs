namespace Complex.Record;

[ComplexType]
public record Money(decimal Amount, string Currency);

public class Price
{
    public int Id { get; set; }
    public required Money Net { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Price> Prices => Set<Price>();
}
