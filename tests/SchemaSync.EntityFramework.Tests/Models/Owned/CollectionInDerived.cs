namespace Owned.CollectionInDerived;

[Owned]
public class Note
{
    public string Text { get; set; } = "";
}

public class Person
{
    public int Id { get; set; }
}

public class Customer : Person
{
    public List<Note> Notes { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Customer> Customers => Set<Customer>();
}
