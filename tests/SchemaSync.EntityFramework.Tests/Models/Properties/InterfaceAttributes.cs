namespace Properties.InterfaceAttributes;

public interface INamed
{
    [MaxLength(20)] string Name { get; set; }
    string Shown => Name;
}

public class Person : INamed
{
    public int Id { get; set; }
    public string Name { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
