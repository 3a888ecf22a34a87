namespace Properties.NewSameType;

public class Base
{
    public int Id { get; set; }
    [MaxLength(10)] public string Name { get; set; } = "";
    public string? Note { get; set; }
}

public class Derived : Base
{
    public new string Name { get; set; } = "";
    public new string Note { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Derived> Deriveds => Set<Derived>();
}
