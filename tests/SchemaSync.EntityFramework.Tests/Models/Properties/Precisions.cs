namespace Properties.Precisions;

public class Price
{
    public int Id { get; set; }
    [Precision(14, 2)] public decimal Net { get; set; }
    [Precision(8)] public decimal Tax { get; set; }
    [Precision(3)] public DateTime At { get; set; }
    [Precision(2)] public TimeOnly Time { get; set; }
    [Precision(0)] public DateTimeOffset? Since { get; set; }
    [Precision(4)] public TimeSpan Span { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Price> Prices => Set<Price>();
}
