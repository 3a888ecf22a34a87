namespace Properties.Overriding;

public abstract class Base
{
    public int Id { get; set; }
    [MaxLength(10)] public virtual string Name { get; set; } = "";
    [Column("code")] public virtual string Code { get; set; } = "";
    public abstract string? Note { get; set; }
}

public class Derived : Base
{
    public override string Name { get; set; } = "";
    [MaxLength(5)] public override string Code { get; set; } = "";
    [MaxLength(20)] public override string? Note { get; set; }
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Derived> Deriveds => Set<Derived>();
}
