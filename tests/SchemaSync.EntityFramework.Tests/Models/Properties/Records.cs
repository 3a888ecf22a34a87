namespace Properties.Records;

public record Person
{
    public int Id { get; set; }
    public required string Name { get; init; }
}

public record Animal(int Id, string Name, string? Kind);

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Animal> Animals => Set<Animal>();
}
