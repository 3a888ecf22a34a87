namespace Indexes.UniqueNullable;

[Index(nameof(Mail), IsUnique = true)]
[Index(nameof(Phone), nameof(Country), IsUnique = true)]
public class Person
{
    public int Id { get; set; }
    public string? Mail { get; set; }
    public string? Phone { get; set; }
    public string Country { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
