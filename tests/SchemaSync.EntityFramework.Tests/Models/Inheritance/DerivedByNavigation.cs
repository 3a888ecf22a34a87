namespace Inheritance.DerivedByNavigation;

public class Owner
{
    public int Id { get; set; }
    public Animal? Pet { get; set; }
    public Dog? Guard { get; set; }
}

public class Animal
{
    public int Id { get; set; }
}

public class Dog : Animal
{
    public string? Breed { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Owner> Owners => Set<Owner>();
}
