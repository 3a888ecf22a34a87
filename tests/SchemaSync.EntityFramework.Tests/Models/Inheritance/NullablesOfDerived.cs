namespace Inheritance.NullablesOfDerived;

public class Base
{
    public int Id { get; set; }
    public bool Flag { get; set; }
}

public class First : Base
{
    public bool Active { get; set; }
    public DateTime Since { get; set; }
    public byte[] Data { get; set; } = [];
    public List<string> Tags { get; set; } = [];
    public Guid Token { get; set; }
    [MaxLength(5)] public string Code { get; set; } = "";
}

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<Base> Bases => Set<Base>();
    public DbSet<First> Firsts => Set<First>();
}
