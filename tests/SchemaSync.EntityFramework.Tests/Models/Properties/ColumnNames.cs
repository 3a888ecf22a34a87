namespace Properties.ColumnNames;

public class Person
{
    public int Id { get; set; }
    [Column("first_name")] public string First { get; set; } = "";
    [Column("Last Name")] public string Last { get; set; } = "";
    [Column("user\"s")] public string? User { get; set; }
    [Column("größe")] public int Size { get; set; }
    [Column("select")] public int Select { get; set; }
    [Column] public int Bare { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
