namespace Properties.ColumnOrder;

public class Person
{
    [Column(Order = 3)] public string Third { get; set; } = "";
    [Column(Order = 2)] public string Second { get; set; } = "";
    [Column(Order = 1)] public int Id { get; set; }
    public string Last { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
