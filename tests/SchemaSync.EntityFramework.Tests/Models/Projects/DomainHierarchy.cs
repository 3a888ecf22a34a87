namespace Domain;

public abstract class Animal
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public class Cat : Animal
{
    public bool Indoor { get; set; }
}

public class Dog : Animal
{
    public string? Toy { get; set; }
}

// in another project
using Domain;

namespace Projects.DomainHierarchy;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Animal> Animals => Set<Animal>();
    public DbSet<Cat> Cats => Set<Cat>();
    public DbSet<Dog> Dogs => Set<Dog>();
}
