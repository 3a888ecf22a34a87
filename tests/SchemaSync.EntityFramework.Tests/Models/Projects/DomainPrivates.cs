namespace Domain;

public class Person
{
    private string _note = "";

    public Guid Id { get; set; }
    public string Name { get; private set; } = "";
    public int Age { get; }
    public string OnlySet { set => _note = value; }
}

// in another project
using Domain;

namespace Projects.DomainPrivates;

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}

// not carried: SSY0038
