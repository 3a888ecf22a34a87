namespace Indexes.InHierarchy;

[Index(nameof(Name))]
public class Animal
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

[Index(nameof(Breed), nameof(Name))]
public class Dog : Animal
{
    public string Breed { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Animal> Animals => Set<Animal>();
    public DbSet<Dog> Dogs => Set<Dog>();
}
