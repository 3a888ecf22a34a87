namespace Properties.SpelledOutWithPrecision;

public class Row
{
    public int Id { get; set; }
    [Column(TypeName = "numeric"), Precision(10, 3)] public decimal Price { get; set; }
    [Column(TypeName = "decimal"), Precision(9)] public decimal Weight { get; set; }
    [Column(TypeName = "numeric(8,2)"), Precision(10, 3)] public decimal Said { get; set; }
    [Column(TypeName = "numeric")] public decimal Bare { get; set; }
    [Column(TypeName = "timestamp with time zone"), Precision(3)] public DateTime At { get; set; }
    [Column(TypeName = "timestamp without time zone"), Precision(2)] public DateTime Local { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Row> Rows => Set<Row>();
}
