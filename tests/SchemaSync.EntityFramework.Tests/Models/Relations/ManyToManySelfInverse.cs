namespace Relations.ManyToManySelfInverse;

public class Person
{
    public int Id { get; set; }
    [InverseProperty(nameof(Children))] public List<Person> Parents { get; } = [];
    [InverseProperty(nameof(Parents))] public List<Person> Children { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
