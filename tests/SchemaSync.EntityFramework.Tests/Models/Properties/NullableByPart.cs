namespace Properties.NullableByPart;

public class Person
{
    public int Id { get; set; }
    public string First { get; set; } = "";
#nullable disable
    public string Second { get; set; }
#nullable restore
    public string? Third { get; set; }
}

#nullable disable
public class Animal
{
    public int Id { get; set; }
    public string Name { get; set; }
#nullable enable
    public string Kind { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Animal> Animals => Set<Animal>();
}
