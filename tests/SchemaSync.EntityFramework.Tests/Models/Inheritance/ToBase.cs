namespace Inheritance.ToBase;

public class Animal
{
    public int Id { get; set; }
    public List<Visit> Visits { get; } = [];
}

public class Dog : Animal
{
    public Dog? Mother { get; set; }
}

public class Visit
{
    public int Id { get; set; }
    public Animal Animal { get; set; } = null!;
    public Dog? Guard { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Animal> Animals => Set<Animal>();
    public DbSet<Dog> Dogs => Set<Dog>();
    public DbSet<Visit> Visits => Set<Visit>();
}
