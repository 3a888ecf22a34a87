namespace Inheritance.SiblingKeysRootFirst;

public class A0 { public int Id { get; set; } }
public class Aa : A0 { public int? OwnerId { get; set; } public Person? Owner { get; set; } }
public class Bb : A0 { public Person? Owner { get; set; } }
public class Person { public int Id { get; set; } }

public class Context(DbContextOptions options) : DbContext(options)
{
    public DbSet<A0> A0s => Set<A0>();
    public DbSet<Aa> Aas => Set<Aa>();
    public DbSet<Bb> Bbs => Set<Bb>();
    public DbSet<Person> People => Set<Person>();
}
