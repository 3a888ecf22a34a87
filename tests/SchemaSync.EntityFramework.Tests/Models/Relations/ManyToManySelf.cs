namespace Relations.ManyToManySelf;

public class Person
{
    public int Id { get; set; }
    public List<Person> Friends { get; } = [];
    public List<Person> FriendOf { get; } = [];
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
