namespace Properties.ColumnTypes;

public class Person
{
    public int Id { get; set; }
    [Column(TypeName = "varchar(200)")] public string Name { get; set; } = "";
    [Column(TypeName = "decimal(5, 2)")] public decimal Rating { get; set; }
    [Column("born", TypeName = "date")] public DateTime Born { get; set; }
    [Column(TypeName = "smallint")] public int Few { get; set; }
    [Column(TypeName = "text")] public string? Text { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
