#nullable disable

namespace Properties.NullableOff;

public class Person
{
    public int Id { get; set; }
    public string First { get; set; }
    [Required] public string Last { get; set; }
    public required string Nick { get; set; }
    public byte[] Photo { get; set; }
    [Required] public byte[] Face { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
}
