namespace Properties.NullableOn;

public class Person
{
    public int Id { get; set; }
    public string First { get; set; } = "";
    public string? Middle { get; set; }
    public required string Last { get; set; }
    public required string? Nick { get; set; }
    [Required] public string? Mail { get; set; }
    [Required] public int? Age { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
