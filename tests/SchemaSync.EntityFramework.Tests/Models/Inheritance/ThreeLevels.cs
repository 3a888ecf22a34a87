namespace Inheritance.ThreeLevels;

public class Animal
{
    public int Id { get; set; }
}

public class Pet : Animal
{
    public string Name { get; set; } = "";
}

public class VeryFriendlyAndFluffyCompanionDog : Pet
{
    public int? Age { get; set; }
    public required string Breed { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Animal> Animals => Set<Animal>();
    public DbSet<Pet> Pets => Set<Pet>();
    public DbSet<VeryFriendlyAndFluffyCompanionDog> Dogs => Set<VeryFriendlyAndFluffyCompanionDog>();
}
