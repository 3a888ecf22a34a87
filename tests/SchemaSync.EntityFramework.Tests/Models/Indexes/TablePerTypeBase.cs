namespace Indexes.TablePerTypeBase;

[Table("Animals")]
[Index(nameof(Name))]
public class Animal
{
    public Guid Id { get; set; }
    public string Name { get; set; } = "";
}

[Table("Dogs")]
[Index(nameof(Breed))]
public class Dog : Animal
{
    public string Breed { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Animal> Animals => Set<Animal>();
    public DbSet<Dog> Dogs => Set<Dog>();
}
