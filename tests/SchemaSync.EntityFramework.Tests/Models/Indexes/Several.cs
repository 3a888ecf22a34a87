namespace Indexes.Several;

[Index(nameof(First), nameof(Last))]
[Index(nameof(Last))]
[Index(nameof(Mail), IsUnique = true)]
public class Person
{
    public int Id { get; set; }
    public string First { get; set; } = "";
    public string Last { get; set; } = "";
    public string? Mail { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
