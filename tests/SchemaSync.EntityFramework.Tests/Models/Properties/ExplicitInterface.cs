namespace Properties.ExplicitInterface;

public interface INamed
{
    string Name { get; set; }
}

public interface IAudited
{
    DateTime Changed { get; set; }
}

public class Person : INamed, IAudited
{
    private string _name = "";
    public int Id { get; set; }
    string INamed.Name { get => _name; set => _name = value; }
    public DateTime Changed { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
