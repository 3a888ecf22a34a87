#nullable disable

namespace Domain;

public class Person
{
    public int Id { get; set; }
    public string Name { get; set; }
    [Required] public string Mail { get; set; }
    public Person Boss { get; set; }
    public byte[] Photo { get; set; }
}

// in another project
using Domain;

namespace Projects.DomainNullableOff;

public class Badge
{
    public int Id { get; set; }
    public Person Person { get; set; } = null!;
    public string Text { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Person> People => Set<Person>();
    public DbSet<Badge> Badges => Set<Badge>();
}
