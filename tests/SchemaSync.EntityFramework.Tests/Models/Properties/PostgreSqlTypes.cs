namespace Properties.PostgreSqlTypes;

public class Person
{
    public int Id { get; set; }
    [Column(TypeName = "jsonb")] public string Data { get; set; } = "";
    [Column(TypeName = "timestamp without time zone")] public DateTime At { get; set; }
    [Column(TypeName = "timestamp(3)")] public DateTime Exact { get; set; }
    [Column(TypeName = "character(2)")] public string Code { get; set; } = "";
    [Column(TypeName = "numeric(10,2)")] public decimal Price { get; set; }
    [Column(TypeName = "integer")] public long Count { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
