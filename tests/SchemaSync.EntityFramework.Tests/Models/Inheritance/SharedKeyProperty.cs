namespace Inheritance.SharedKeyProperty;

public class Vehicle
{
    public int Id { get; set; }
}

public class Car : Vehicle
{
    public int? OwnerId { get; set; }
    public Person? Owner { get; set; }
}

public class Bike : Vehicle
{
    public int? OwnerId { get; set; }
    public Person? Owner { get; set; }
}

public class Person
{
    public int Id { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Vehicle> Vehicles => Set<Vehicle>();
    public DbSet<Car> Cars => Set<Car>();
    public DbSet<Bike> Bikes => Set<Bike>();
    public DbSet<Person> People => Set<Person>();
}
