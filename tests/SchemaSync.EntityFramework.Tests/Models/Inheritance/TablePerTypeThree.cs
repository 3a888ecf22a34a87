namespace Inheritance.TablePerTypeThree;

[Table("Animals")]
public class Animal
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

[Table("Pets")]
public class Pet : Animal
{
    public string? Vet { get; set; }
}

[Table("Dogs")]
public class Dog : Pet
{
    public string Toy { get; set; } = "";
    public Owner Owner { get; set; } = null!;
}

public class Owner
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Animal> Animals => Set<Animal>();
    public DbSet<Pet> Pets => Set<Pet>();
    public DbSet<Dog> Dogs => Set<Dog>();
}
