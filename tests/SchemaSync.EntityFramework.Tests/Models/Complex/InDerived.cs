namespace Complex.InDerived;

[ComplexType]
public class Address
{
    public string Street { get; set; } = "";
}

public class Person
{
    public int Id { get; set; }
}

public class Customer : Person
{
    public Address Address { get; set; } = new();
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Customer> Customers => Set<Customer>();
}
