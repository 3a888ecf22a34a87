namespace Properties.Constructor;

public class Person(int id, string name)
{
    public int Id { get; private set; } = id;
    public string Name { get; private set; } = name;
    public string Title { get; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
