namespace Properties.Hiding;

public class Base
{
    public int Id { get; set; }
    public object? Value { get; set; }
    public virtual string Name { get; set; } = "";
}

public class Derived : Base
{
    public new string Value { get; set; } = "";
    public override string Name { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Derived> Deriveds => Set<Derived>();
}
