namespace Properties.NotMappedInBase;

public abstract class Base
{
    public int Id { get; set; }
    [NotMapped] public string Name { get; set; } = "";
    [NotMapped] public virtual string Kind { get; set; } = "";
}

public class Derived : Base
{
    public override string Kind { get; set; } = "";
    public string Other { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Derived> Deriveds => Set<Derived>();
}
