namespace Relations.SelfOneToOne;

public class Person
{
    public int Id { get; set; }
    public int? SpouseId { get; set; }
    public Person? Spouse { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
